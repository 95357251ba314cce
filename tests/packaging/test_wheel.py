"""Wheel and sdist hold what pip and pipx need to install a working mxgui, and nothing else."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from email.message import Message
from email.parser import Parser
from hashlib import sha256
from pathlib import Path

import pytest

from environment import ROOT, clean
from mxgui import __version__
from mxgui.identity import AUTHORS, DESCRIPTION, HOMEPAGE, LICENCE
from tests.sharing import PACKAGES

pytestmark = pytest.mark.xdist_group(PACKAGES)

PARTS = ("mxgui", "resources", "packaging")
FILES = ("pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE", ".gitignore")
JUNK = shutil.ignore_patterns("__pycache__", "*.pyc", "*.mo", "screenshots")
SENTENCE = "See how mail reaches a domain. Without a command, the window opens."
CATALOG = f"""msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "{SENTENCE}"
msgstr "Ver cómo llega el correo a un dominio."
"""


def run(*command: object, folder: Path, **variables: str) -> str:
    """Run a program; what it printed is in the error when it fails."""
    told = {**clean(os.environ), "SOURCE_DATE_EPOCH": "1700000000", **variables}
    words = [str(word) for word in command]
    ran = subprocess.run(words, cwd=folder, env=told, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def build(kind: str, source: Path, output: Path) -> Path:
    """The sdist or the wheel of a folder."""
    command = (sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", output)
    run(*command, folder=source)
    return next(output.glob("*.tar.gz" if kind == "sdist" else "*.whl"))


class Built:
    """A checkout with a Spanish catalog, its sdist, and the wheel that is made of the sdist."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "checkout"
        for name in PARTS:
            shutil.copytree(ROOT / name, self.checkout / name, ignore=JUNK)
        for name in FILES:
            shutil.copyfile(ROOT / name, self.checkout / name)
        (self.checkout / "tests").mkdir()
        (self.checkout / "tests" / "test_one.py").touch()
        catalog = self.checkout / "resources" / "i18n" / "es" / "LC_MESSAGES" / "mxgui.po"
        catalog.parent.mkdir(parents=True, exist_ok=True)
        catalog.write_text(CATALOG, encoding="utf-8")
        self.sdist = build("sdist", self.checkout, folder / "dist")
        with tarfile.open(self.sdist) as archive:
            self.packed = {name.partition("/")[2] for name in archive.getnames()}
            archive.extractall(folder / "unpacked", filter="data")
        self.unpacked = folder / "unpacked" / f"mxgui-{__version__}"
        self.wheel = build("wheel", self.unpacked, folder / "dist")

    @property
    def names(self) -> set[str]:
        """The files in the wheel."""
        with zipfile.ZipFile(self.wheel) as archive:
            return set(archive.namelist())

    @property
    def metadata(self) -> Message:
        """What is told of the wheel."""
        with zipfile.ZipFile(self.wheel) as archive:
            text = archive.read(f"mxgui-{__version__}.dist-info/METADATA").decode()
        return Parser().parsestr(text)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return Built(tmp_path_factory.mktemp("wheel"))


def files_below(folder: Path) -> set[str]:
    """The files of a folder by their places in it."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_wheel_has_every_module_and_resource_and_the_compiled_catalogs_alone(built: Built):
    modules = {f"mxgui/{name}" for name in files_below(built.checkout / "mxgui")}
    sources = files_below(built.checkout / "resources")
    resources = {
        f"mxgui/_resources/{name}" for name in sources if not name.endswith((".po", ".pot"))
    }
    catalog = "mxgui/_resources/i18n/es/LC_MESSAGES/mxgui.mo"
    inside = {name for name in built.names if ".dist-info/" not in name}
    assert inside == modules | resources | {catalog}


def test_the_wheel_brings_the_licences_and_its_two_programs(built: Built):
    about = {name.partition(".dist-info/")[2] for name in built.names if ".dist-info/" in name}
    assert {
        "licenses/LICENSE",
        "licenses/resources/fonts/inter/OFL.txt",
        "licenses/resources/fonts/jetbrains-mono/OFL.txt",
        "entry_points.txt",
    } <= about
    with zipfile.ZipFile(built.wheel) as archive:
        programs = archive.read(f"mxgui-{__version__}.dist-info/entry_points.txt").decode()
    assert "[console_scripts]\nmxgui = mxgui.__main__:main" in programs
    assert "[gui_scripts]\nmxgui-window = mxgui.__main__:main" in programs


def test_the_sdist_has_what_the_wheel_is_made_of_and_no_leavings(built: Built):
    names = built.packed
    assert {"README.md", "CHANGELOG.md", "LICENSE", "pyproject.toml", "tests/test_one.py"} <= names
    assert "resources/i18n/es/LC_MESSAGES/mxgui.po" in names
    left = {name for name in names if name.endswith((".pyc", ".whl")) or "__pycache__" in name}
    assert left == set()


def test_a_wheel_of_the_checkout_is_that_of_the_sdist_byte_for_byte(built: Built, tmp_path: Path):
    direct = build("wheel", built.checkout, tmp_path)
    assert direct.name == built.wheel.name == f"mxgui-{__version__}-py3-none-any.whl"
    assert sha256(direct.read_bytes()).digest() == sha256(built.wheel.read_bytes()).digest()


def test_what_is_told_of_it_is_whole(built: Built):
    told = built.metadata
    assert told["Name"] == "mxgui"
    assert told["Version"] == __version__
    assert told["Description-Content-Type"] == "text/markdown"
    assert told["License-Expression"] == LICENCE
    assert told["Author"] == AUTHORS
    assert told["Summary"] == DESCRIPTION
    assert f"Homepage, {HOMEPAGE}" in told.get_all("Project-URL", [])
    assert not [name for name in told.get_all("Classifier", []) if name.startswith("License ::")]


def test_installed_beside_its_dependencies_both_faces_work(built: Built, tmp_path: Path):
    """As pipx would install it; the dependencies are those that the tests run on."""
    run(sys.executable, "-m", "venv", "--without-pip", tmp_path / "env", folder=tmp_path)
    python = tmp_path / "env" / "bin" / "python"
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    own = Path(run(python, "-c", where, folder=tmp_path).strip())
    with zipfile.ZipFile(built.wheel) as archive:
        archive.extractall(own)
    # Behind the package itself, and without the links of an editable install
    outside = f"import sys; sys.path.append({sysconfig.get_path('purelib')!r})\n"
    (own / "dependencies.pth").write_text(outside, encoding="utf-8")
    home = {"HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "LANGUAGE": "es"}
    place = run(python, "-c", "import mxgui; print(mxgui.__file__)", folder=tmp_path)
    assert Path(place.strip()).is_relative_to(own)
    told = run(python, "-m", "mxgui", "--help", folder=tmp_path, **home)
    assert "Ver cómo llega el correo a un dominio." in told
    shown = run(python, "-c", WINDOW, folder=tmp_path, **home)
    assert shown.split() == ["three-tiers.example", "0"]


WINDOW = """
from PySide6.QtCore import QTimer
from mxgui.app.services import Services
from mxgui.ui.main_window import MainWindow
from mxgui.ui.opening import make_application
from mxgui.ui.run import run

app = make_application()

def look():
    window = next(one for one in app.topLevelWidgets() if isinstance(one, MainWindow))
    if "three-tiers.example" in window.windowTitle():
        print("three-tiers.example")
        looking.stop()
        window.close()

looking = QTimer()
looking.timeout.connect(look)
looking.start(50)
print(run(("three-tiers.example",), Services(), demo=True))
"""
