"""The whole window on its own loop: it lives on the demo network, and ends in order."""

import os
import signal
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer

from mxgui.app.heard import HeardLog
from mxgui.app.services import Services
from mxgui.routing.reach import State
from mxgui.ui.error_dialog import ErrorDialog
from mxgui.ui.main_window import MainWindow
from mxgui.ui.run import run
from tests.ui.driving import Driver


@pytest.fixture
def services(tmp_path) -> Services:
    return Services(heard=HeardLog(tmp_path / "heard.json"))


def verdict(window: MainWindow) -> str:
    pane = window.frame.pane
    return pane.headline.verdict.text() if pane is not None else ""


def test_a_domain_is_inspected_on_the_demo_network_from_the_start(qapp, services):
    told: list[str] = []

    def script(window: MainWindow) -> Iterator[None]:
        while verdict(window) in ("", "Running"):
            yield
        told.extend((verdict(window), window.windowTitle()))
        assert window.frame.banner.isVisible()
        assert window.frame.examples is not None
        assert window.frame.examples.list.count() > 12
        window.close()

    driver = Driver(script)
    assert run(("three-tiers.example",), services, demo=True) == 0
    assert told[0] == "Good"
    assert told[1].startswith("three-tiers.example")
    assert driver.ended


def test_closing_while_probes_run_stops_them_and_ends(qapp, services):
    states: list[State] = []

    def script(window: MainWindow) -> Iterator[None]:
        while True:
            pane = window.frame.pane
            diagram = pane.graph.canvas.diagram if pane is not None else None
            states[:] = [row.state for row in diagram.rows] if diagram else []
            if State.RUNNING in states:
                break
            yield
        window.close()

    driver = Driver(script)
    assert run(("silent.example",), services, demo=True) == 0
    assert State.RUNNING in states
    assert driver.ended


def test_the_demo_network_can_be_opened_from_the_empty_window(qapp, services):
    def script(window: MainWindow) -> Iterator[None]:
        window.frame.start.demo.click()
        while not window.frame.banner.isVisible():
            yield
        window.close()

    driver = Driver(script)
    assert run((), services) == 0
    assert driver.ended


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
    assert driver.ended


def test_several_domains_stand_in_a_list(qapp, services):
    rows: list[int] = []

    def script(window: MainWindow) -> Iterator[None]:
        while window.frame.examples is None:
            yield
        rows.append(window.frame.examples.list.count())
        window.close()

    driver = Driver(script)
    assert run(("two..dots", "three..dots"), services) == 0
    assert rows == [2]
    assert driver.ended


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
    assert driver.ended


if sys.platform != "win32":

    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
    def test_a_signal_ends_the_program_in_order(qapp, services, number):
        def script(window: MainWindow) -> Iterator[None]:
            os.kill(os.getpid(), number)
            yield

        driver = Driver(script)
        assert run((), services) == 0
        assert not driver.ended  # nobody else has closed the window
