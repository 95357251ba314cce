"""The whole window on its own loop: it starts lean, lives on the demo network, ends in order."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from mxgui.app.heard import HeardLog
from mxgui.app.services import Services
from mxgui.routing.reach import State
from mxgui.ui.error_dialog import ErrorDialog
from mxgui.ui.main_window import MainWindow
from mxgui.ui.run import run

LOOK = 20  # milliseconds between two looks at the window
LEAN = """
import sys
from PySide6.QtCore import QEvent, QObject, QTimer
from mxgui.app.services import Services
from mxgui.ui.main_window import MainWindow
from mxgui.ui.run import make_application, run

class FirstPaint(QObject):
    seen = False
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, MainWindow) and not self.seen:
            self.seen = True
            print("loaded:", *sorted({"dns", "cryptography", "OpenSSL", "h11"} & set(sys.modules)))
            QTimer.singleShot(0, watched.close)
        return False

first_paint = FirstPaint()
make_application().installEventFilter(first_paint)
sys.exit(run((), Services()))
"""


class Driver:
    """Looks at the window again and again: a script yields until it sees what it waits for."""

    def __init__(self, script: Callable[[MainWindow], Iterator[None]]) -> None:
        self._script = script
        self._steps: Iterator[None] | None = None
        self._timer = QTimer()
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        if self._steps is None:
            seen = (w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
            window = next((w for w in seen if w.isVisible()), None)
            if window is not None:
                self._steps = self._script(window)
        elif next(self._steps, self) is self:
            self._timer.stop()


@pytest.fixture
def services(tmp_path) -> Services:
    return Services(heard=HeardLog(tmp_path / "heard.json"))


def verdict(window: MainWindow) -> str:
    return window.frame.headline.verdict.text()


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_STATE_HOME": str(tmp_path)}
    ran = subprocess.run(
        [sys.executable, "-c", LEAN], capture_output=True, text=True, env=environment, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == "loaded:\n"


def test_a_domain_is_inspected_on_the_demo_network_from_the_start(qapp, services):
    told: list[str] = []

    def script(window: MainWindow) -> Iterator[None]:
        while verdict(window) in ("", "Running"):
            yield
        told.extend((verdict(window), window.windowTitle()))
        assert window.frame.banner.isVisible()
        assert window.frame.examples.list.count() > 12
        window.close()

    driver = Driver(script)
    assert run(("three-tiers.example",), services, demo=True) == 0
    assert told[0] == "Flows"
    assert told[1].startswith("three-tiers.example")
    assert driver is not None


def test_closing_while_probes_run_stops_them_and_ends(qapp, services):
    states: list[State] = []

    def script(window: MainWindow) -> Iterator[None]:
        while True:
            diagram = window.frame.graph.canvas.diagram
            states[:] = [row.state for row in diagram.rows] if diagram else []
            if State.RUNNING in states:
                break
            yield
        window.close()

    driver = Driver(script)
    assert run(("silent.example",), services, demo=True) == 0
    assert State.RUNNING in states
    assert driver is not None


def test_the_demo_network_can_be_opened_from_the_empty_window(qapp, services):
    def script(window: MainWindow) -> Iterator[None]:
        window.frame.start.demo.click()
        while not window.frame.banner.isVisible():
            yield
        window.close()

    driver = Driver(script)
    assert run((), services) == 0
    assert driver is not None


def test_bad_input_of_the_command_line_is_told_at_the_field(qapp, services):
    told: list[str] = []

    def script(window: MainWindow) -> Iterator[None]:
        while not window.frame.bar.words.isVisible():
            yield
        told.extend((window.frame.bar.field.text(), window.frame.bar.words.text()))
        window.close()

    driver = Driver(script)
    assert run(("two..dots",), services) == 0
    assert told[0] == "two..dots"
    assert "two dots" in told[1]
    assert driver is not None


def test_several_domains_stand_in_a_list(qapp, services):
    rows: list[int] = []

    def script(window: MainWindow) -> Iterator[None]:
        while not window.frame.examples.isVisible():
            yield
        rows.append(window.frame.examples.list.count())
        window.close()

    driver = Driver(script)
    assert run(("two..dots", "three..dots"), services) == 0
    assert rows == [2]
    assert driver is not None


def test_a_bug_is_shown_and_the_program_goes_on(qapp, services):
    before = sys.excepthook
    told: list[str] = []

    def script(window: MainWindow) -> Iterator[None]:
        QTimer.singleShot(0, lambda: 1 // 0)
        while not window.findChildren(ErrorDialog):
            yield
        dialog = window.findChildren(ErrorDialog)[0]
        told.append(dialog.details.toPlainText())
        dialog.reject()
        yield
        window.close()

    driver = Driver(script)
    assert run((), services) == 0
    assert "ZeroDivisionError" in told[0]
    assert sys.excepthook is before
    assert driver is not None


if sys.platform != "win32":

    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
    def test_a_signal_ends_the_program_in_order(qapp, services, number):
        def script(window: MainWindow) -> Iterator[None]:
            os.kill(os.getpid(), number)
            yield

        driver = Driver(script)
        assert run((), services) == 0
        assert driver is not None
