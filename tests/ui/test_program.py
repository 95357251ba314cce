"""The program keeps its windows: what they share, and how they are closed together."""

from collections.abc import Iterator

from mxgui.app.heard import HeardLog
from mxgui.app.remembered import Memory
from mxgui.app.services import Services
from mxgui.ui.action import Do
from mxgui.ui.main_window import MainWindow
from mxgui.ui.run import run
from mxgui.ui.theme import DARK
from tests.ui.driving import Driver, open_windows


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
    assert services.memory.load().scheme == "dark"
