"""Files are opened in the whole window: named on the command line, or asked for by the system."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from mxgui.app.heard import HeardLog
from mxgui.app.remembered import Memory
from mxgui.app.services import Services
from mxgui.model.entry import read_entry
from mxgui.ui.action import Do
from mxgui.ui.main_window import MainWindow
from mxgui.ui.run import run
from mxgui.ui.views import DomainsView
from mxgui.ui.wishes import OpenFiles
from tests.ui.driving import Driver
from tests.ui.saving import a_saved
from tests.ui.showing import two_tiers


@pytest.fixture
def services(tmp_path) -> Services:
    return Services(
        heard=HeardLog(tmp_path / "heard.json"), memory=Memory(tmp_path / "window.json")
    )


def test_files_are_opened_from_the_command_line_beside_domains(qapp, services, tmp_path):
    saved = replace(two_tiers(), entry=read_entry("saved.example"))
    path = a_saved(tmp_path / "ü a.mxgui.json", saved)
    titles: list[str] = []

    def script(window: MainWindow) -> Iterator[None]:
        while window.frame.saved is None or not window.frame.saved.isVisible():
            yield
        titles.append(window.windowTitle())
        assert window.frame.graph is not None
        assert window.frame.graph.isVisible()
        assert window.panels is not None
        view = window.panels.docks[DomainsView].view
        assert isinstance(view, DomainsView)
        while view.list.model().rowCount() < 2 or not window.actions_by_name[Do.NEXT].isEnabled():
            yield
        window.close()

    driver = Driver(script)
    assert run((f"file://{path}", "three-tiers.example"), services, demo=True) == 0
    assert driver.ended
    assert titles[0].startswith(("saved.example, saved ", "three-tiers.example"))


def test_what_is_no_saved_inspection_is_told_at_the_field(qapp, services, tmp_path):
    told: list[str] = []

    def script(window: MainWindow) -> Iterator[None]:
        while not window.bar.words.isVisible():
            yield
        told.append(window.bar.words.text())
        window.close()

    driver = Driver(script)
    assert run((str(tmp_path / "missing.json"),), services) == 0
    assert driver.ended
    assert "There is no file" in told[0]


def test_the_system_asks_for_a_file_while_the_window_is_open(qapp, services, tmp_path):
    path = a_saved(tmp_path / "a.mxgui.json")

    def script(window: MainWindow) -> Iterator[None]:
        window.wished.emit(OpenFiles((path,)))  # what the program does with Qt's event
        while window.frame.saved is None or not window.frame.saved.isVisible():
            yield
        window.frame.saved.again.setFocus()
        assert "saved" in window.windowTitle()
        window.close()

    driver = Driver(script)
    assert run((), services) == 0
    assert driver.ended
