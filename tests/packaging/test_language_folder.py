"""A language is one folder: put beside the others, it is found by window, command line and Qt."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from po_files import compile_all
from tests.languages import a_language
from tests.tree import ROOT

SPANISH = {
    "&File": "&Archivo",
    "Stop": "Detener",
    "{host} has no address": "{host} no tiene dirección",
    "usage: ": "uso: ",
    "options": "opciones",
    "Explain a finding: what it means, why it matters, how to mend it.": "Explica un hallazgo.",
    "Null MX": "MX nulo",
    "There is no display here to open a window on: use “{command}”.": (
        "No hay pantalla: use «{command}»."
    ),
}
LOOK = """
import json, os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QLocale, QTimer
from PySide6.QtWidgets import QApplication
from mxgui.app.setting_checks import languages
from mxgui.app.services import Services
from mxgui.ui.main_window import MainWindow
from mxgui.ui.opening import make_application
from mxgui import __main__

app = make_application()

def look():
    found = [one for one in app.topLevelWidgets() if isinstance(one, MainWindow)]
    if not found or not found[0].isVisible():
        return
    looking.stop()
    menus = [action.text() for action in found[0].menuBar().actions()]
    told = {
        "menu": menus[0],
        "cancel": QCoreApplication.translate("QPlatformTheme", "Cancel"),
        "number": QLocale().toString(1.5),
        "choices": [[option.value, str(option.words)] for option in languages()],
    }
    print(json.dumps(told))
    found[0].close()

looking = QTimer()
looking.timeout.connect(look)
looking.start(20)
sys.exit(__main__.main(sys.argv[1:]))
"""


@pytest.fixture(scope="module")
def checkout(tmp_path_factory) -> Path:
    """A copy of the program with a folder for Spanish, compiled as a start or a build does it."""
    root = tmp_path_factory.mktemp("checkout")
    unwanted = shutil.ignore_patterns("i18n", "screenshots")
    shutil.copytree(ROOT / "mxgui", root / "mxgui")
    shutil.copytree(ROOT / "resources", root / "resources", ignore=unwanted)
    source = a_language(root / "resources" / "i18n", "es", SPANISH)
    source.with_suffix(".mo").unlink()
    assert compile_all(root) == [source.with_suffix(".mo")]
    return root


def environment_of(checkout: Path, **variables: str) -> dict[str, str]:
    """What a process is told: no language but the given."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    home = {"HOME": str(checkout / "home"), "XDG_CONFIG_HOME": str(checkout / "home" / "config")}
    utf_8 = {"PYTHONUTF8": "1", "PYTHONPATH": str(checkout)}
    return {**kept, **home, **utf_8, **variables}


def ran(checkout: Path, words: Sequence[str], **variables: str) -> subprocess.CompletedProcess[str]:
    """What a process of that checkout said."""
    return subprocess.run(
        [sys.executable, *words],
        cwd=checkout,
        env=environment_of(checkout, **variables),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )


def seen(checkout: Path, *arguments: str, **variables: str) -> dict[str, object]:
    """What a window of that checkout shows."""
    one = ran(checkout, ["-c", LOOK, *arguments], QT_QPA_PLATFORM="offscreen", **variables)
    assert one.returncode == 0, one.stderr
    told: dict[str, object] = json.loads(one.stdout)
    return told


@pytest.mark.parametrize(
    ("arguments", "variables"),
    [
        ([], {"LANGUAGE": "es"}),
        ([], {"LC_ALL": "es_ES.UTF-8"}),
        ([], {"LANG": "es_MX"}),
        (["--lang", "es"], {"LC_ALL": "C.UTF-8"}),
    ],
)
def test_the_window_speaks_it(checkout, arguments, variables):
    told = seen(checkout, *arguments, **variables)
    assert (told["menu"], told["cancel"]) == ("&Archivo", "Cancelar")
    assert told["choices"] == [["", "As the system"], ["en", "English"], ["es", "Español"]]


def test_the_window_speaks_the_language_of_the_settings(checkout, tmp_path):
    settings = tmp_path / "mxgui" / "settings.json"
    settings.parent.mkdir()
    settings.write_text(json.dumps({"format": 1, "language": "es"}), encoding="utf-8")
    place = {"XDG_CONFIG_HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    assert seen(checkout, **place)["menu"] == "&Archivo"
    assert seen(checkout, "--lang=en", **place)["menu"] == "&File"
    assert seen(checkout, LANG="C", LANGUAGE="es")["menu"] == "&File"


@pytest.mark.parametrize(
    ("before", "behind", "variables"),
    [
        ([], [], {"LANGUAGE": "es:en"}),
        ([], [], {"LC_MESSAGES": "es_ES.ISO-8859-1"}),
        (["--lang", "es"], [], {}),
        ([], ["--lang=es"], {}),
    ],
)
def test_the_command_line_speaks_it(checkout, before, behind, variables):
    told = ran(checkout, ["-m", "mxgui", *before, "explain", *behind, "--help"], **variables).stdout
    assert told.startswith("uso: mxgui explain")
    assert "opciones:" in told
    assert "Explica un hallazgo." in told


def test_so_does_what_is_said_instead_of_a_window(checkout):
    one = ran(checkout, ["-m", "mxgui", "--lang", "es"])
    if sys.platform.startswith("linux"):
        assert (one.returncode, one.stdout) == (2, "")
        assert one.stderr == "mxgui: No hay pantalla: use «mxgui inspect DOMAIN».\n"


def test_a_broken_catalog_leaves_both_in_english(checkout, tmp_path):
    broken = tmp_path / "checkout"
    shutil.copytree(checkout, broken)
    for file in (broken / "resources" / "i18n").rglob("mxgui.mo"):
        file.write_bytes(file.read_bytes()[:-40])
    assert seen(broken, LANGUAGE="es")["menu"] == "&File"
    told = ran(broken, ["-m", "mxgui", "explain", "--help"], LANGUAGE="es")
    assert told.stdout.startswith("usage: mxgui explain")
