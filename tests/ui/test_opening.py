"""The window opens lean: what is heavy is loaded once it has been seen."""

import os
import subprocess
import sys
from pathlib import Path

from mxgui.app.remembered import Memory, Remembered
from mxgui.ui.opening import make_application

LEAN = """
import sys
from PySide6.QtCore import QEvent, QObject, QTimer
from mxgui.app.services import Services
from mxgui.ui.main_window import MainWindow
from mxgui.ui.opening import make_application
from mxgui.ui.run import run

HEAVY = {
    *("dns", "cryptography", "OpenSSL", "h11", "mxgui.model.entry", "mxgui.routing.diagram"),
    *("mxgui.ui.settings.dialog", "mxgui.ui.settings.row", "mxgui.ui.settings.forgetting"),
    *("mxgui.ui.welcome_dialog", "mxgui.ui.report_dialog", "mxgui.ui.about_dialog"),
    *("mxgui.app.synonyms", "mxgui.ui.dialogs", "mxgui.ui.help_dialog"),
}
if "welcome" not in sys.argv:
    HEAVY.add("mxgui.ui.welcome")

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


QUIET = """
import sys
from socket import SOCK_DGRAM
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from mxgui.app.services import Services
from mxgui.ui.main_window import MainWindow
from mxgui.ui.opening import make_application
from mxgui.ui.run import run
from mxgui.ui.settings.trouble_banner import TroubleBanner

TO_ANYWHERE = {
    *("socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind"),
    *("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"),
    *("urllib.Request", "subprocess.Popen", "os.system"),
}

# Which addresses this computer has is asked of its own table of routes: a datagram that is never
# sent, to addresses that are nobody's (RFC 5737, RFC 3849)
TO_NOBODY = {("192.0.2.1", 9), ("2001:db8::1", 9)}

def heed(event, arguments):
    if event == "socket.connect" and arguments[0].type == SOCK_DGRAM and arguments[1] in TO_NOBODY:
        return
    if event in TO_ANYWHERE:
        print(event, arguments)

def look():
    window = next(each for each in application.topLevelWidgets() if isinstance(each, MainWindow))
    if not window.status.isVisible() or "mxgui.ui.program" not in sys.modules:
        return
    look.times += 1
    if look.times == 20:
        timer.stop()
        for banner in window.findChildren(TroubleBanner):
            print("told:", banner.words.text())
        window.close()

look.times = 0
application = make_application()
timer = QTimer()
timer.timeout.connect(look)
timer.start(50)
sys.addaudithook(heed)
sys.exit(run((), Services()))
"""


def ran(script: str, folder: Path, *arguments: str) -> str:
    """What a program says that has its settings and its memory in that folder."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_STATE_HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
    }
    command = [sys.executable, "-c", script, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path):
    assert ran(LEAN, tmp_path, "welcome") == "loaded:\n"
    Memory(tmp_path / "mxgui" / "window.json").save(Remembered(welcomed=True))
    assert ran(LEAN, tmp_path) == "loaded:\n"


def test_a_window_that_is_opened_speaks_to_nobody(tmp_path):
    assert ran(QUIET, tmp_path) == "told: \n"


def test_a_broken_file_of_settings_is_told_with_the_place_it_was_set_aside(tmp_path):
    file = tmp_path / "mxgui" / "settings.json"
    file.parent.mkdir()
    file.write_bytes(b"{")
    told = ran(QUIET, tmp_path)
    aside = next(file.parent.glob("settings-aside-*.json"))
    assert f"{file} is damaged. It was set aside as {aside}" in told
    assert aside.read_bytes() == b"{"


def test_there_is_one_application_dressed_as_the_program_wants_it(qapp):
    assert make_application() is qapp
    assert qapp.applicationName() == "mxgui"
    assert qapp.font().family() == "Inter"
    assert not qapp.quitOnLastWindowClosed()
