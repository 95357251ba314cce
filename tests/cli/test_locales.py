"""Whatever the locale is, the program starts and answers; no locale has to be installed for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mxgui.report.exporters.json import EXPORTER as JSON
from mxgui.report.report import report_of
from tests.report.samples import three_tiers
from tests.tree import ROOT

LOCALES = (
    None,
    "C",
    "POSIX",
    "C.UTF-8",
    "tr_TR.UTF-8",
    "ja_JP.UTF-8",
    "ja_JP.EUC-JP",
    "es_ES.UTF-8",
    "es_ES.ISO-8859-1",
    "xx_XX.nonsense",
)
WINDOW = """
import sys
from PySide6.QtCore import QTimer
from mxgui import __main__
from mxgui.ui.main_window import MainWindow
from mxgui.ui.opening import make_application

app = make_application()

def look():
    for one in app.topLevelWidgets():
        if isinstance(one, MainWindow) and "three-tiers.example" in one.windowTitle():
            looking.stop()
            one.close()

looking = QTimer()
looking.timeout.connect(look)
looking.start(20)
sys.exit(__main__.main(["demo", "three-tiers.example"]))
"""


def ran(folder: Path, locale: str | None, *words: str) -> subprocess.CompletedProcess[bytes]:
    """What a process in that locale said, with nothing else in its environment."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    named = {} if locale is None else {"LC_ALL": locale, "LANG": locale}
    home = {"HOME": str(folder), "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, *words]
    return subprocess.run(
        command, cwd=folder, env={**kept, **home, **named}, capture_output=True, timeout=60
    )


@pytest.mark.parametrize("locale", LOCALES)
def test_the_command_line_answers_in_every_locale(tmp_path, locale):
    saved = tmp_path / "saved.json"
    saved.write_bytes(JSON.render(report_of(three_tiers(), str)))
    words = ("simulate", "--from", "saved.json", "--down", "IPV6:TLS", "--sender", "POSTFIX")
    told = ran(tmp_path, locale, "-m", "mxgui", *words, "--format", "json")
    assert (told.returncode, told.stderr) == (0, b"")
    assert json.loads(told.stdout)["sender"] == "postfix"  # not p, o, s, t, f, dotless i, x


@pytest.mark.parametrize("locale", [None, "C", "tr_TR.UTF-8", "ja_JP.EUC-JP"])
def test_a_complaint_is_one_sentence_in_every_locale(tmp_path, locale):
    told = ran(tmp_path, locale, "-m", "mxgui", "inspect", "\u00fc..example")
    assert (told.returncode, told.stdout) == (2, b"")
    assert told.stderr.startswith(b"mxgui: There are two dots")
    assert told.stderr.count(b"\n") == 1


@pytest.mark.parametrize("locale", ["C", "tr_TR.UTF-8", "ja_JP.EUC-JP", "es_ES.ISO-8859-1"])
def test_the_window_opens_in_every_locale(tmp_path, locale):
    told = ran(tmp_path, locale, "-c", WINDOW)
    assert told.returncode == 0, told.stderr
    assert b"Traceback" not in told.stderr
