"""The program keeps its windows: what they share, and how they are closed together."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from mxgui.app.heard import HeardLog
from mxgui.app.remembered import Memory
from mxgui.app.services import Services
from mxgui.ui.action import Do
from mxgui.ui.error_dialog import ErrorDialog
from mxgui.ui.keeper import Keeper
from mxgui.ui.main_window import MainWindow
from mxgui.ui.program import Common, Program
from mxgui.ui.run import run
from mxgui.ui.theme import DARK, Theme
from mxgui.ui.views import DetailsView
from mxgui.ui.wishes import Inspect, OpenFiles
from tests.ui.driving import Driver, open_windows
from tests.ui.windows import end


def test_windows_share_their_colours_and_are_closed_together(qapp, tmp_path):
    services = Services(heard=HeardLog(None), memory=Memory(tmp_path / "window.json"))

    def script(window: MainWindow) -> Iterator[None]:
        window.actions_by_name[Do.NEW_WINDOW].trigger()
        while len(open_windows()) < 2:
            yield
        other = next(each for each in open_windows() if each is not window)
        assert other.pos() != window.pos()
        other.schemes.actions()[2].trigger()
        while DARK.surface not in window.styleSheet():
            yield
        other.close()
        while other in open_windows():
            yield
        window.close()

    driver = Driver(script)
    assert run((), services) == 0
    assert driver.ended
    assert services.settings_file(services.memory).load().scheme == "dark"


def test_a_file_that_the_system_asks_for_is_opened_in_a_window_that_is_seen(qapp, tmp_path):
    services = Services(heard=HeardLog(None), memory=Memory(None))
    wished: list[object] = []
    window = MainWindow(Theme())
    window.wished.connect(wished.append)
    memory = services.memory
    keeper = Keeper(memory, services.settings_file(memory))
    program = Program(Common(services, Theme(), keeper), window)
    program.open_files(("early.json",))  # nobody sees it yet
    window.show()
    program.open_files(("a.json",))
    assert wished == [OpenFiles(("a.json",))]
    end(window)


class Hasty(QObject):
    """Somebody who wishes for dark colours in a further window as soon as it is seen."""

    def __init__(self, first: MainWindow) -> None:
        super().__init__()
        self._first = first

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, MainWindow)
            and watched is not self._first
        ):
            watched.schemes.actions()[2].trigger()
        return False


def test_what_is_wished_for_in_a_window_just_opened_is_heard(qapp, tmp_path):
    services = Services(heard=HeardLog(None), memory=Memory(tmp_path / "window.json"))

    def script(window: MainWindow) -> Iterator[None]:
        hasty = Hasty(window)
        qapp.installEventFilter(hasty)
        window.actions_by_name[Do.NEW_WINDOW].trigger()
        while DARK.surface not in window.styleSheet():
            yield
        qapp.removeEventFilter(hasty)
        window.actions_by_name[Do.QUIT].trigger()

    driver = Driver(script)
    assert run((), services) == 0
    assert driver.ended


def test_what_floats_of_a_window_ends_with_it_and_errors_are_told_upon_another(qapp, tmp_path):
    services = Services(heard=HeardLog(None), memory=Memory(None))
    left: list[str] = []
    told: list[str] = []

    def script(window: MainWindow) -> Iterator[None]:
        window.actions_by_name[Do.NEW_WINDOW].trigger()
        while len(open_windows()) < 2:
            yield
        window.bar.wished.emit(Inspect("127.0.0.1"))
        while window.frame.graph is None or not window.frame.graph.isVisible():
            yield
        assert window.panels is not None
        window.panels.docks[DetailsView].toggle_floating()
        window.actions_by_name[Do.KEYS].trigger()
        window.close()
        while len(open_windows()) > 1:
            yield
        yield
        other = open_windows()[0]
        tops = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        left.extend(each.windowTitle() for each in tops if each is not other)
        QTimer.singleShot(0, lambda: 1 // 0)
        while not other.findChildren(ErrorDialog):
            yield
        told.append(other.findChildren(ErrorDialog)[0].windowTitle())
        other.close()

    driver = Driver(script)
    assert run((), services) == 0
    assert driver.ended
    assert not left
    assert told
