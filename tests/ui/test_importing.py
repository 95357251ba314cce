"""Modules are imported without being read as text once more."""

import subprocess
import sys

LOADING = """
import linecache
from mxgui.ui.importing import load_qt
load_qt()
from PySide6.QtCore import QObject
before = len(linecache.cache)
import mxgui.ui.opening
import tests.ui.driving
print(len(linecache.cache) - before)
"""


def test_what_is_imported_after_qt_is_not_read_as_text():
    ran = subprocess.run(
        [sys.executable, "-c", LOADING], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == "0\n"


def test_it_can_be_asked_for_more_than_once():
    twice = "from mxgui.ui.importing import load_qt\nload_qt()\nload_qt()\nimport mxgui.ui.program"
    subprocess.run([sys.executable, "-c", twice], check=True)
