"""The window opens lean: what is heavy is loaded once it has been seen."""

import os
import subprocess
import sys

from mxgui.ui.opening import make_application

LEAN = """
import sys
from PySide6.QtCore import QEvent, QObject, QTimer
from mxgui.app.services import Services
from mxgui.ui.main_window import MainWindow
from mxgui.ui.opening import make_application
from mxgui.ui.run import run

HEAVY = {"dns", "cryptography", "OpenSSL", "h11", "mxgui.model.entry", "mxgui.routing.diagram"}

class FirstPaint(QObject):
    seen = False
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, MainWindow) and not self.seen:
            self.seen = True
            print("loaded:", *sorted(HEAVY & set(sys.modules)))
            QTimer.singleShot(0, watched.close)
        return False

first_paint = FirstPaint()
make_application().installEventFilter(first_paint)
sys.exit(run((), Services()))
"""


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path):
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_STATE_HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path),
    }
    ran = subprocess.run(
        [sys.executable, "-c", LEAN], capture_output=True, text=True, env=environment, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == "loaded:\n"


def test_there_is_one_application_dressed_as_the_program_wants_it(qapp):
    assert make_application() is qapp
    assert qapp.applicationName() == "mxgui"
    assert qapp.font().family() == "Inter"
    assert not qapp.quitOnLastWindowClosed()
