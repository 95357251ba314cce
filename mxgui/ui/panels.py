"""The panels around the graph: where they stand at first, how they are gone to, what is kept.

Where there is little room the details are one of the tabs below, since the graph needs the width;
this is seen to until somebody moves a panel.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterator

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QTabBar, QTabWidget, QWidget

from mxgui.model.text import text
from mxgui.ui.arrangement import (
    DETAILS,
    SIDE,
    Area,
    Shape,
    area_of,
    first_shape,
    is_narrow,
    lower_of,
    name_of,
)
from mxgui.ui.dock import Dock
from mxgui.ui.finding_rows import is_to_do
from mxgui.ui.shown import Shown
from mxgui.ui.tab_order import put_in_order
from mxgui.ui.theme import Theme
from mxgui.ui.turns import Turns
from mxgui.ui.view import View
from mxgui.ui.views import PANELS, DetailsView, DomainsView, FindingsView
from mxgui.ui.words import shown as words_shown

VERSION = 2  # of the layout; another one is not restored
_CLOSE = 4  # pixels that a size may differ without anybody having changed it
_READ = (
    Area.TopDockWidgetArea,
    Area.LeftDockWidgetArea,
    Area.NoDockWidgetArea,  # the middle
    Area.RightDockWidgetArea,
    Area.BottomDockWidgetArea,
)


class Panels(QObject):
    """Every panel in its dock; what is in it is made when it is seen."""

    wished = Signal(object)
    offered = Signal()  # other panels can be gone to than before

    def __init__(self, window: QMainWindow, theme: Theme) -> None:
        """Make all docks; none is seen yet."""
        super().__init__(window)
        self._window = window
        kinds: tuple[type[View], ...] = PANELS
        self.docks = {kind: Dock(kind, theme, name_of(kind)) for kind in kinds}
        self._layout: QByteArray | None = None  # while only the list of domains is seen
        self._arranged: Shape | None = None
        self._are_revealed = False
        self._are_sized = True
        self._first_sizes: tuple[int, ...] = ()
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(0)
        self._settling.timeout.connect(self._settle)
        self._turns = Turns([dock.draw_kept for dock in self.docks.values()], self)
        self._set_up()

    def _set_up(self) -> None:
        window, options = self._window, QMainWindow.DockOption
        window.setDockOptions(
            options.AllowNestedDocks | options.AllowTabbedDocks | options.GroupedDragging
        )
        window.setTabPosition(Area.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        window.setDocumentMode(True)
        window.setCorner(Qt.Corner.BottomLeftCorner, Area.LeftDockWidgetArea)
        window.setCorner(Qt.Corner.BottomRightCorner, Area.RightDockWidgetArea)
        for kind, dock in self.docks.items():
            window.addDockWidget(area_of(kind), dock)
            dock.hide()
            dock.wished.connect(self.wished)
            dock.filled.connect(self._settle_soon)
            for signal in (dock.dockLocationChanged, dock.topLevelChanged, dock.visibilityChanged):
                signal.connect(self._settle_soon)

    # ------------------------------------------------------------------ drawing

    def draw(self, shown: Shown) -> None:
        """Show this in every panel that is seen, each in a turn of the loop of its own.

        What comes meanwhile is what is shown. Panels of a result are put away without one.
        """
        if shown.result is not None:
            self._reveal()
        elif not shown.opened:
            self._conceal()
        if not self._are_revealed:
            self._show_list(wanted=bool(shown.opened or shown.examples))
        for dock in self.docks.values():
            dock.keep(shown)
        self._turns.start()
        count = sum(map(is_to_do, shown.result.findings)) if shown.result else 0
        title = text("Findings  {n}", n=count) if count else FindingsView.title
        self.docks[FindingsView].call(title)

    def offers(self, kind: type[View]) -> bool:
        """Whether the panel can be gone to: without a result there is the list of domains alone."""
        return self._are_revealed or (kind is DomainsView and not self.docks[kind].isHidden())

    def _show_list(self, *, wanted: bool) -> None:
        """Show the list of domains alone, as wide as it will be beside a result."""
        if wanted is self.docks[DomainsView].isHidden():
            self.docks[DomainsView].setVisible(wanted)
            self._are_sized = not wanted
            self._settle_soon()
            self.offered.emit()

    def _reveal(self) -> None:
        """Show the panels as they were left, or as they are at first."""
        if self._are_revealed:
            return
        self._are_revealed = True
        focus = self._focus()
        if self._layout is None or not self._window.restoreState(self._layout, VERSION):
            self.reset()
        elif self._shape() in (first_shape(narrow=True), first_shape(narrow=False)):
            self._arranged = self._shape()  # nobody has moved one: they follow the width
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._settle_soon()
        self.offered.emit()

    def _conceal(self) -> None:
        if not self._are_revealed:
            return
        self._layout = self._window.saveState(VERSION)
        self._are_revealed = False
        for dock in self.docks.values():
            dock.hide()
        self.offered.emit()

    # ------------------------------------------------------------------ layout

    def restore(self, layout: str) -> None:
        """Stand, once there is a result, as an earlier window was left."""
        try:
            kept = b64decode(layout, validate=True)
        except ValueError:
            return
        self._layout = QByteArray(kept) if kept else None

    def layout(self) -> str:
        """How all panels stand, as text; empty if that is how they stand at first."""
        if self._are_revealed:
            if self._shape() == self._arranged and self._is_as_at_first():
                return ""
            self._layout = self._window.saveState(VERSION)
        return b64encode(self._layout.data()).decode() if self._layout is not None else ""

    def reset(self) -> None:
        """Put every panel where it is at first, for the width that there is."""
        if not self._are_revealed:  # they are seen once there is a result
            self._layout = None
            return
        window = self._window
        narrow = self._is_narrow()
        first: Dock | None = None
        for kind, dock in self.docks.items():
            dock.setFloating(False)
            below = narrow and kind is DetailsView
            window.addDockWidget(Area.BottomDockWidgetArea if below else area_of(kind), dock)
            dock.show()
            if window.dockWidgetArea(dock) is not Area.BottomDockWidgetArea:
                continue
            if first is not None:
                window.tabifyDockWidget(first, dock)
            first = first or dock
        self.docks[FindingsView].raise_()
        self._are_sized = False
        self._size()
        self._arranged = self._shape()
        self._settle_soon()

    def _size(self) -> None:
        """Give the panels the sizes that they have at first."""
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        details = self.docks[DetailsView]
        self._window.resizeDocks([self.docks[DomainsView]], [SIDE], across)
        self._window.resizeDocks(
            [self.docks[FindingsView]], [lower_of(self._window.height())], down
        )
        if self._window.dockWidgetArea(details) is Area.RightDockWidgetArea:
            self._window.resizeDocks([details], [DETAILS], across)

    def follow_width(self) -> None:
        """Put the details where there is room for them, unless somebody has moved a panel."""
        if not self._are_revealed or self._arranged is None or self._shape() != self._arranged:
            return
        details = self._window.dockWidgetArea(self.docks[DetailsView])
        if self._is_narrow() != (details is Area.BottomDockWidgetArea):
            seen, focus = [dock for dock in self.docks.values() if dock.is_seen], self._focus()
            self.reset()
            for dock in seen:  # what was looked at stays in front
                dock.raise_()
            if focus is not None:
                focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus(self) -> QWidget | None:
        """Where the keyboard is in this window: panels that change their places let go of it."""
        return self._window.focusWidget()

    def _is_narrow(self) -> bool:
        return is_narrow(self._window.width())

    def _shape(self) -> Shape:
        """Which panel stands where, whatever its size."""
        return tuple(
            (
                self._window.dockWidgetArea(dock),
                dock.isFloating() or dock.isHidden(),
                frozenset(other.objectName() for other in self._tabbed_with(dock)),
            )
            for dock in self.docks.values()
        )

    def _is_as_at_first(self) -> bool:
        """Whether sizes, and the panel in front, are as at first too."""
        pairs = zip(self._sizes(), self._first_sizes, strict=False)
        return self.docks[FindingsView].is_seen and all(abs(now - at) < _CLOSE for now, at in pairs)

    def _sizes(self) -> tuple[int, ...]:
        """What somebody may have changed by dragging, in pixels."""
        details = self.docks[DetailsView]
        beside = self._window.dockWidgetArea(details) is Area.RightDockWidgetArea
        wide = details.width() if beside else 0
        return self.docks[DomainsView].width(), wide, self.docks[FindingsView].height()

    def _tabbed_with(self, dock: Dock) -> list[Dock]:
        beside = self._window.tabifiedDockWidgets(dock)
        return [other for other in self.docks.values() if other in beside]

    def _settle_soon(self) -> None:
        self._settling.start()

    def _settle(self) -> None:
        """Leave out the titles of panels that have tabs; name the tabs for screen readers."""
        for dock in self.docks.values():
            seen_beside = any(not other.isHidden() for other in self._tabbed_with(dock))
            dock.show_title(wanted=dock.isFloating() or not seen_beside)
        if not self._are_sized:  # sizes asked for before Qt has placed the panels are forgotten
            self._are_sized = True
            self._size()
            self._first_sizes = self._sizes()
        for tabs in self._window.findChildren(QTabBar):
            if not tabs.accessibleName():
                tabs.setAccessibleName(words_shown(text("Panels")))
                tabs.setDrawBase(False)
                tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        put_in_order(self._window, list(self._in_reading_order()))

    def _in_reading_order(self) -> Iterator[QWidget]:
        """Panels at the left, the graph, panels at the right, and those below; tabs before each."""
        tabs = [tabs for tabs in self._window.findChildren(QTabBar) if not self._is_in_panel(tabs)]
        middle = self._window.centralWidget()
        for area in _READ:
            if area is Area.NoDockWidgetArea and middle is not None:
                yield middle
            docks = [dock for dock in self.docks.values() if self._area_of(dock) is area]
            titles = {dock.windowTitle() for dock in docks}
            yield from (bar for bar in tabs if bar.count() and bar.tabText(0) in titles)
            yield from docks

    def _area_of(self, dock: Dock) -> Area | None:
        return None if dock.isFloating() else self._window.dockWidgetArea(dock)

    def _is_in_panel(self, tabs: QTabBar) -> bool:
        return any(dock.isAncestorOf(tabs) for dock in self.docks.values())

    # ------------------------------------------------------------------ going to a panel

    def with_keyboard(self) -> Dock | None:
        """The panel where the keyboard is."""
        focus = QApplication.focusWidget()
        docks = self.docks.values()
        return next((dock for dock in docks if focus and dock.isAncestorOf(focus)), None)

    def seen(self) -> Iterator[Dock]:
        """The panels that can be gone to, in the order of the shelf."""
        return (dock for dock in self.docks.values() if not dock.isHidden())
