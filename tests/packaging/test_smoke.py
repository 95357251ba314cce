"""The frozen app as its user has it: in a Debian without Python, from an empty environment."""

import platform
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import smoke
from tests.sharing import PACKAGES

pytestmark = [pytest.mark.integration, pytest.mark.xdist_group(PACKAGES)]

MULTIARCH = f"{platform.machine()}-linux-gnu"
LOCALES = ("C", "tr_TR.UTF-8", "ja_JP.UTF-8", "es_ES.UTF-8")
HOME = "/srv/small"
LIBRARIES = f"/usr/lib/{MULTIARCH}"


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with smoke.screen() as name:
        yield name


@pytest.fixture(scope="module")
def trial(frozen_app: Path, bare) -> smoke.Trial:
    for name in LOCALES[1:]:
        source, _, letters = name.partition(".")
        made = ["localedef", "--prefix", str(bare.folder), "-i", source, "-f", letters, name]
        subprocess.run(made, check=True)
    return smoke.place(bare, frozen_app)


@contextmanager
def mounted(trial: smoke.Trial, options: str) -> Iterator[Path]:
    """A home of its own in the root, on a small disk."""
    folder = trial.root.folder / HOME[1:]
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


@contextmanager
def away(trial: smoke.Trial, place: str) -> Iterator[None]:
    """The root without a file or folder."""
    found = trial.root.folder / place[1:]
    kept = found.with_name(f"{found.name}.away")
    found.rename(kept)
    try:
        yield
    finally:
        kept.rename(found)


def test_the_window_opens_where_there_is_no_screen_and_ends_in_order(trial: smoke.Trial):
    assert '"[127.0.0.1]"' in trial.offscreen("/srv/unseen")


@pytest.mark.parametrize("kind", smoke.FORMATS)
def test_every_format_is_exported(trial: smoke.Trial, kind: str):
    assert trial.exported(kind)


@pytest.mark.parametrize("name", LOCALES)
def test_every_locale_will_do(trial: smoke.Trial, display: str, name: str):
    assert b"three-tiers.example" in trial.exported("text", {"LC_ALL": name})
    trial.window(display, {"LC_ALL": name})


def test_without_any_variable_nothing_is_said_but_what_is_to_say(trial: smoke.Trial):
    told = trial.root.run(trial.export("png", "/srv/report.png"))
    assert (told.returncode, told.stderr.count("\n")) == (0, 1)


def test_a_folder_may_have_spaces_and_letters_of_any_language(trial: smoke.Trial):
    folder = "/srv/Grüße aus İzmir 漢字"
    (trial.root.folder / folder[1:]).mkdir(exist_ok=True)
    for name in ("C", "C.UTF-8"):
        assert trial.exported("html", {"LC_ALL": name}, folder)


def test_a_display_that_does_not_answer_is_told(trial: smoke.Trial):
    assert "does not answer" in trial.refused({"DISPLAY": ":1096"})
    assert "does not answer" in trial.refused({"WAYLAND_DISPLAY": "wayland-9"})
    assert "no display" in trial.refused({})


@pytest.mark.parametrize(
    "library", [f"{smoke.PLACE}/_internal/libxcb-cursor.so.0", f"{LIBRARIES}/libEGL.so.1"]
)
def test_a_missing_library_is_told(trial: smoke.Trial, display: str, library: str):
    with away(trial, library):
        told = trial.refused({"DISPLAY": display})
        assert f"{Path(library).name} is missing" in told
        assert trial.exported("text")


def test_no_fonts_of_the_system_are_needed(trial: smoke.Trial, display: str):
    with away(trial, "/usr/share/fonts"), away(trial, "/etc/fonts"):
        trial.window(display)
        assert trial.exported("png")


def test_a_home_that_is_read_only_is_no_obstacle(trial: smoke.Trial, display: str):
    with mounted(trial, "ro"):
        trial.window(display, {"HOME": HOME})
        assert trial.exported("text", {"HOME": HOME})


def test_a_full_disk_is_told_and_the_window_goes_on(trial: smoke.Trial, display: str):
    with mounted(trial, "size=64k") as home:
        (home / "filling").write_bytes(bytes(56 * 1024))
        trial.window(display, {"HOME": HOME})
        _, *command = trial.export("html", f"{HOME}/report.html")
        assert "full" in trial.refused({"HOME": HOME}, command)
        assert not (home / "report.html").exists()


def test_the_window_opens_inspects_and_closes(trial: smoke.Trial, display: str):
    trial.window(display)


def test_the_window_opens_at_twice_the_size(trial: smoke.Trial, display: str):
    trial.window(display, {"QT_SCALE_FACTOR": "2"})
