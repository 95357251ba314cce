"""The whole window on its own loop: it lives on the demo network, and ends in order."""

import os
import signal
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer

from mxgui.app.heard import HeardLog
from mxgui.app.remembered import Memory
from mxgui.app.services import Services
from mxgui.routing.reach import State
from mxgui.ui.action import Do
from mxgui.ui.domain_rows import DomainRow
from mxgui.ui.error_dialog import ErrorDialog
from mxgui.ui.main_window import MainWindow
from mxgui.ui.run import run
from mxgui.ui.table import RowsModel
from mxgui.ui.views import DomainsView, FindingsView
from mxgui.ui.wishes import Inspect
from tests.ui.driving import Driver, open_windows


@pytest.fixture
def services(tmp_path) -> Services:
    return Services(
        heard=HeardLog(tmp_path / "heard.json"), memory=Memory(tmp_path / "window.json")
    )


def verdict(window: MainWindow) -> str:
    headline = window.frame.headline
    return headline.verdict.text() if headline is not None else ""


def domains(window: MainWindow) -> DomainsView | None:
    """The list of domains, once it is there."""
    if window.panels is None:
        return None
    view = window.panels.docks[DomainsView].view
    assert isinstance(view, DomainsView)
    return view


def test_a_domain_is_inspected_on_the_demo_network_from_the_start(qapp, services):
    told: list[str] = []

    def script(window: MainWindow) -> Iterator[None]:
        while verdict(window) in ("", "Running"):
            yield
        told.extend((verdict(window), window.windowTitle()))
        assert window.top.banner.isVisible()
        view = domains(window)
        assert view is not None
        assert view.list.model().rowCount() > 7  # its own, and a heading for each group
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
            graph = window.frame.graph
            diagram = graph.canvas.diagram if graph is not None else None
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
        while not window.top.banner.isVisible():
            yield
        window.close()

    driver = Driver(script)
    assert run((), services) == 0
    assert driver.ended


def test_bad_input_of_the_command_line_is_told_at_the_field(qapp, services):
    told: list[str] = []

    def script(window: MainWindow) -> Iterator[None]:
        while not window.bar.words.isVisible():
            yield
        told.extend((window.bar.field.text(), window.bar.words.text()))
        window.close()

    driver = Driver(script)
    assert run(("two..dots",), services) == 0
    assert told[0] == "two..dots"
    assert "two dots" in told[1]
    assert driver.ended


def test_several_domains_of_the_command_line_are_all_opened(qapp, services):
    names: list[str] = []

    def script(window: MainWindow) -> Iterator[None]:
        while len(names) < 2:
            view = domains(window)
            names[:] = [row.name for row in rows(view) if row.number] if view else []
            yield
        window.close()

    driver = Driver(script)
    assert run(("three-tiers.example", "one-host.example"), services, demo=True) == 0
    assert names == ["three-tiers.example", "one-host.example"]
    assert driver.ended


def rows(view: DomainsView) -> tuple[DomainRow, ...]:
    model = view.list.model()
    assert isinstance(model, RowsModel)
    return model.rows


def test_two_windows_live_side_by_side_and_each_is_closed_by_itself(qapp, services):
    seen: list[str] = []

    def script(window: MainWindow) -> Iterator[None]:
        window.actions_by_name[Do.NEW_WINDOW].trigger()
        while len(open_windows()) < 2:
            yield
        window.frame.start.demo.click()
        while not window.top.banner.isVisible():
            yield
        other = None
        while other is None or other.panels is None:
            other = next((each for each in open_windows() if each is not window), None)
            yield
        assert not other.top.banner.isVisible()  # the demo network is the other window's
        window.close()
        while window in open_windows():
            yield
        seen.append(other.windowTitle())
        other.actions_by_name[Do.QUIT].trigger()

    driver = Driver(script)
    assert run((), services) == 0
    assert seen == ["mxgui"]
    assert driver.ended


def test_the_demo_gets_a_window_of_its_own_where_domains_are_open(qapp, services):
    def script(window: MainWindow) -> Iterator[None]:
        window.bar.wished.emit(Inspect("127.0.0.1"))  # a private address is not knocked at
        while window.frame.graph is None or not window.frame.graph.isVisible():
            yield
        window.actions_by_name[Do.DEMO].trigger()
        while not any(each.top.banner.isVisible() for each in open_windows()):
            yield
        assert not window.top.banner.isVisible()
        window.actions_by_name[Do.QUIT].trigger()

    driver = Driver(script)
    assert run((), services) == 0
    assert driver.ended


def test_the_layout_is_remembered_and_earlier_domains_are_offered(qapp, services):
    def first(window: MainWindow) -> Iterator[None]:
        while verdict(window) in ("", "Running"):
            yield
        assert window.panels is not None
        window.panels.docks[FindingsView].close()
        window.resize(795, 560)
        yield
        window.close()

    driver = Driver(first)
    assert run(("127.0.0.1",), services) == 0
    assert driver.ended
    kept = services.memory.load()
    assert kept.layout
    assert kept.domains == ("[127.0.0.1]",)

    def second(window: MainWindow) -> Iterator[None]:
        assert (window.width(), window.height()) == (795, 560)
        while verdict(window) in ("", "Running"):
            yield
        assert window.panels is not None
        assert window.panels.docks[FindingsView].isHidden()
        completer = window.bar.field.completer()
        assert completer is not None
        assert completer.model().rowCount() == 1
        window.actions_by_name[Do.RESET].trigger()
        assert not window.panels.docks[FindingsView].isHidden()
        window.close()

    driver = Driver(second)
    assert run(("127.0.0.1",), services) == 0
    assert driver.ended


def test_a_bug_is_shown_and_the_program_goes_on(qapp, services):
    before = sys.excepthook
    told: list[str] = []

    def script(window: MainWindow) -> Iterator[None]:
        while window.panels is None:  # a bug that comes before is told on standard error alone
            yield
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
            while window.panels is None:  # a signal that comes before ends the process at once
                yield
            os.kill(os.getpid(), number)
            while True:
                yield

        driver = Driver(script)
        assert run((), services) == 0
        assert not driver.ended  # nobody else has closed the window


def test_a_new_window_of_the_demo_is_in_the_demo_too(qapp, services):
    def script(window: MainWindow) -> Iterator[None]:
        while not window.top.banner.isVisible():
            yield
        window.actions_by_name[Do.NEW_WINDOW].trigger()
        while not all(each.top.banner.isVisible() for each in open_windows()) or not other(window):
            yield
        window.actions_by_name[Do.QUIT].trigger()

    driver = Driver(script)
    assert run((), services, demo=True) == 0
    assert driver.ended


def other(window: MainWindow) -> list[MainWindow]:
    return [each for each in open_windows() if each is not window]
