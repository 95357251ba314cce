"""The panels: at first, when moved, when remembered, in a narrow window."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QTabBar, QWidget

from mxgui.model.text import text
from mxgui.rules.finding import Severity
from mxgui.ui.arrangement import DETAILS, SIDE
from mxgui.ui.panels import Panels
from mxgui.ui.shown import Example, Opened, Shown, Stage
from mxgui.ui.views import PANELS, DetailsView, DomainsView, FindingsView, TryOrderView
from tests.ui.showing import a_result, a_shown
from tests.ui.windows import end

Area = Qt.DockWidgetArea


@pytest.fixture
def a_window(qapp) -> Iterator[Callable[..., QMainWindow]]:
    """Make windows, and end them in order: collected as garbage they would hear their panels go."""
    windows: list[QMainWindow] = []

    def made(wide: int = 1400) -> QMainWindow:
        windows.append(QMainWindow())
        windows[-1].setCentralWidget(QWidget())
        windows[-1].resize(wide, 800)
        windows[-1].show()
        return windows[-1]

    yield made
    for window in windows:
        end(window)


@pytest.fixture
def window(a_window) -> QMainWindow:
    return a_window()


@pytest.fixture
def panels(window, theme) -> Panels:
    made = Panels(window, theme)
    made.draw(a_shown())
    return made


def area(panels: Panels, kind) -> Area:
    window = panels.parent()
    assert isinstance(window, QMainWindow)
    return window.dockWidgetArea(panels.docks[kind])


def test_before_a_result_there_is_at_most_the_list_of_domains(window, theme):
    panels = Panels(window, theme)
    panels.draw(Shown())
    assert all(dock.isHidden() for dock in panels.docks.values())
    panels.draw(Shown(examples=(Example("one.example", text("One.")),)))
    seen = [kind for kind, dock in panels.docks.items() if not dock.isHidden()]
    assert seen == [DomainsView]


def test_before_a_result_only_the_list_can_be_gone_to_and_nothing_is_put_back(window, theme):
    panels = Panels(window, theme)
    panels.draw(Shown())
    assert not any(map(panels.offers, PANELS))
    panels.draw(Shown(examples=(Example("one.example", text("One.")),)))
    panels.reset()
    assert [kind for kind in PANELS if panels.offers(kind)] == [DomainsView]
    assert [kind for kind, dock in panels.docks.items() if not dock.isHidden()] == [DomainsView]
    panels.draw(a_shown())
    assert all(map(panels.offers, PANELS))


def test_at_first_every_panel_is_there_and_the_graph_has_the_middle(panels, qtbot):
    assert not any(dock.isHidden() for dock in panels.docks.values())
    assert area(panels, DomainsView) is Area.LeftDockWidgetArea
    assert area(panels, DetailsView) is Area.RightDockWidgetArea
    assert area(panels, FindingsView) is Area.BottomDockWidgetArea
    qtbot.waitUntil(lambda: panels.docks[DomainsView].width() == SIDE)
    assert panels.docks[DetailsView].width() == DETAILS
    assert panels.docks[FindingsView].is_seen
    assert not panels.docks[TryOrderView].is_seen  # behind it, as a tab


def test_a_panel_is_made_when_it_is_seen(panels, qtbot):
    first = {DomainsView, DetailsView, FindingsView}
    qtbot.waitUntil(lambda: all(panels.docks[kind].widget() is not None for kind in first))
    assert {kind for kind, dock in panels.docks.items() if dock.widget() is not None} == first
    order = panels.docks[TryOrderView]
    order.raise_()
    qtbot.waitUntil(lambda: order.widget() is not None)
    assert order.view.isVisible()
    assert order.view.isEnabled()


def test_a_panel_that_comes_out_from_behind_a_tab_is_seen(panels, qtbot):
    behind = panels.docks[TryOrderView]
    qtbot.waitUntil(lambda: panels.docks[FindingsView].is_seen and not behind.is_seen)
    behind.setFloating(True)
    behind.go_to()
    assert behind.is_seen


def test_the_list_is_as_wide_before_a_result_as_beside_one(window, theme, qtbot):
    panels = Panels(window, theme)
    panels.draw(Shown(examples=(Example("one.example", text("One.")),)))
    qtbot.waitUntil(lambda: panels.docks[DomainsView].width() == SIDE)
    panels.draw(a_shown())
    qtbot.waitUntil(lambda: panels.docks[DetailsView].width() == DETAILS)
    assert panels.docks[DomainsView].width() == SIDE


def test_findings_that_are_more_than_information_are_counted_on_their_tab(panels):
    found = [each for each in a_result().findings if each.severity is not Severity.INFO]
    assert 0 < len(found) < len(a_result().findings)
    assert panels.docks[FindingsView].windowTitle() == f"Findings  {len(found)}"


def test_in_a_narrow_window_the_details_are_among_the_tabs(panels, window, qtbot):
    window.resize(1000, 640)
    panels.follow_width()
    assert area(panels, DetailsView) is Area.BottomDockWidgetArea
    qtbot.waitUntil(lambda: panels.docks[FindingsView].is_seen)
    assert not panels.docks[DetailsView].is_seen
    window.resize(1400, 800)
    panels.follow_width()
    assert area(panels, DetailsView) is Area.RightDockWidgetArea


def test_a_panel_that_somebody_moved_stays_there(panels, window):
    window.addDockWidget(Area.LeftDockWidgetArea, panels.docks[DetailsView])
    window.resize(1000, 640)
    panels.follow_width()
    assert area(panels, DetailsView) is Area.LeftDockWidgetArea


def test_a_layout_is_remembered_and_can_be_reset(panels, qtbot, a_window, theme):
    qtbot.waitUntil(lambda: panels.layout() == "")  # as it is at first
    panels.docks[TryOrderView].close()
    kept = panels.layout()
    again = Panels(a_window(), theme)
    again.restore(kept)
    again.draw(a_shown())
    assert again.docks[TryOrderView].isHidden()
    assert not again.docks[FindingsView].isHidden()
    again.reset()
    assert not again.docks[TryOrderView].isHidden()
    qtbot.waitUntil(lambda: again.layout() == "")


@pytest.mark.parametrize("kept", ["", "nonsense", "AAAA", "é", "!" * 5000])
def test_a_layout_that_is_none_leaves_everything_as_at_first(window, theme, kept):
    panels = Panels(window, theme)
    panels.restore(kept)
    panels.draw(a_shown())
    assert area(panels, DetailsView) is Area.RightDockWidgetArea
    assert not any(dock.isHidden() for dock in panels.docks.values())


def test_what_was_put_away_comes_back_with_the_next_result_as_it_was(panels):
    panels.docks[TryOrderView].close()
    panels.draw(Shown())
    assert all(dock.isHidden() for dock in panels.docks.values())
    panels.draw(a_shown())
    assert panels.docks[TryOrderView].isHidden()
    assert not panels.docks[FindingsView].isHidden()


def test_a_domain_that_has_no_result_yet_leaves_the_panels_where_they_are(panels):
    waiting = Opened(2, "two.example", Stage.WAITING)
    panels.draw(Shown(opened=(waiting,), current=2))
    assert not panels.docks[FindingsView].isHidden()


def test_titles_are_told_once_and_tabs_have_a_name(panels, qtbot, window):
    def settled() -> bool:
        return panels.docks[FindingsView].titleBarWidget().height() == 0

    qtbot.waitUntil(settled)
    assert panels.docks[DomainsView].titleBarWidget().height() > 0
    named = [bar for bar in window.findChildren(QTabBar) if bar.accessibleName()]
    assert named


def test_every_panel_has_a_name_for_what_is_remembered(panels):
    names = [dock.objectName() for dock in panels.docks.values()]
    assert len(set(names)) == len(PANELS)


def test_the_panel_with_the_keyboard_is_known(panels, qtbot, window):
    window.activateWindow()
    panels.docks[DetailsView].go_to()
    qtbot.waitUntil(lambda: panels.with_keyboard() is panels.docks[DetailsView])
    assert len(list(panels.seen())) == len(PANELS)


def test_what_was_looked_at_stays_in_front_when_panels_follow_the_width(panels, qtbot, window):
    window.activateWindow()
    order = panels.docks[TryOrderView]
    order.go_to()
    qtbot.waitUntil(lambda: panels.with_keyboard() is order)
    window.resize(1000, 640)
    panels.follow_width()
    qtbot.waitUntil(lambda: order.is_seen)
    assert panels.with_keyboard() is order


def test_sizes_and_the_panel_in_front_are_remembered_and_still_follow_the_width(
    panels, qtbot, window, a_window, theme
):
    qtbot.waitUntil(lambda: panels.docks[DomainsView].width() == SIDE)
    panels.docks[TryOrderView].go_to()
    window.resizeDocks([panels.docks[DomainsView]], [300], Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: panels.docks[DomainsView].width() == 300)
    kept = panels.layout()
    other = a_window()
    again = Panels(other, theme)
    again.restore(kept)
    again.draw(a_shown())
    qtbot.waitUntil(lambda: again.docks[DomainsView].width() == 300)
    assert again.docks[TryOrderView].is_seen
    other.resize(1000, 640)
    again.follow_width()
    assert area(again, DetailsView) is Area.BottomDockWidgetArea
