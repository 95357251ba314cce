"""The tree of the time line: rows that unfold, and bars that are zoomed with wheel and keys."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPoint, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTreeView, QWidget

from mxgui.ui.theme import Theme
from mxgui.ui.timeline.bars import AxisHeader, BarDelegate, axis_room
from mxgui.ui.timeline.keys import zoom_by_key
from mxgui.ui.timeline.model import Place, StepsModel
from mxgui.ui.timeline.row import Row
from mxgui.ui.timeline.scale import STEP, Scale

WIDTHS = {Place.NAME: 210, Place.ASKED: 130, Place.ENDED: 172, Place.BEGAN: 72, Place.TOOK: 72}
_HIDDEN_BELOW = {Place.BEGAN: 1000, Place.TOOK: 720}  # pixels of width; the tooltip tells them
_LEAST_BAR = 160  # pixels
_BAR_PART = 0.32  # of the width, since the bars are what is looked at; the columns give way
_NOTCH = 120  # what Qt tells for one notch of a wheel


class StepsTree(QTreeView):
    """Shows the steps; the keys + - 0 and Ctrl with the wheel zoom, dragging a bar moves."""

    def __init__(self, model: StepsModel, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the rows of the model, all of the time axis."""
        super().__init__(parent)
        self.scale = Scale(self)
        self._steps = model
        self._unfolded: set[str] = set()
        self._dragged_from: QPoint | None = None
        self.setModel(model)
        model.setParent(self)  # a view must not outlive its model
        self.setHeader(AxisHeader(self.scale, theme))
        self.setItemDelegateForColumn(Place.BAR, BarDelegate(self.scale, theme, self))
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.header().setMinimumSectionSize(40)
        self._share_out()
        self.expanded.connect(self._keep_unfolded)
        self.collapsed.connect(self._forget_unfolded)
        model.modelReset.connect(self._unfold_again)
        self.scale.changed.connect(self.viewport().update)

    # ------------------------------------------------------------------ what is shown

    def grow(self, now: float) -> None:
        """Let the bars of what is under way, as far as they are seen, reach up to now."""
        if now != self._steps.now:
            self._steps.now = now
            for index in self._seen():
                self._steps.tick(index)

    def select_keys(self, keys: set[str]) -> bool:
        """Make the first of the rows that stand for one of the keys the current one."""
        for at, row in enumerate(self._steps.rows):
            if row.key in keys:
                self.setCurrentIndex(self._steps.index(at, 0))
                return True
        self.selectionModel().clear()
        return False

    def current_row(self) -> Row | None:
        """The row where the keyboard is, if it is selected too."""
        index = self.currentIndex()
        return self._steps.row_at(index) if self.selectionModel().isSelected(index) else None

    def _seen(self) -> Iterator[QModelIndex]:
        """The rows in the viewport."""
        index, bottom = self.indexAt(QPoint(1, 1)), self.viewport().height()
        while index.isValid() and self.visualRect(index).top() < bottom:
            yield index.siblingAtColumn(0)
            index = self.indexBelow(index)

    # ------------------------------------------------------------------ folding

    def _keep_unfolded(self, index: QModelIndex) -> None:
        row = self._steps.row_at(index)
        if row is not None:
            self._unfolded.add(row.key)

    def _forget_unfolded(self, index: QModelIndex) -> None:
        row = self._steps.row_at(index)
        if row is not None:
            self._unfolded.discard(row.key)

    def _unfold_again(self) -> None:
        for at, row in enumerate(self._steps.rows):
            if row.key in self._unfolded:
                self.setExpanded(self._steps.index(at, 0), True)

    # ------------------------------------------------------------------ room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the bars."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share_out()

    def _share_out(self) -> None:
        """Give every column its width, less of it where there is little room."""
        room = self.viewport().width()
        for place, least in _HIDDEN_BELOW.items():
            self.setColumnHidden(place, room < least)
        seen = {place: wide for place, wide in WIDTHS.items() if not self.isColumnHidden(place)}
        whole = sum(seen.values())
        bars = max(_LEAST_BAR, _BAR_PART * room)
        part = min(1.0, max(0.5, (room - bars) / whole))
        header: QHeaderView = self.header()
        for place, wide in seen.items():
            header.resizeSection(place, int(wide * part))

    # ------------------------------------------------------------------ zoom

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom with + - 0, move along the axis with Shift and an arrow."""
        if not zoom_by_key(self.scale, event):
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl about the mouse, move along the axis with Shift or sideways."""
        turned, modifiers = event.angleDelta(), event.modifiers()
        sideways = turned.x() or turned.y()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self.scale.zoom(STEP ** (sideways / _NOTCH), self._moment(event.position().x()))
        elif modifiers & Qt.KeyboardModifier.ShiftModifier or abs(turned.x()) > abs(turned.y()):
            self.scale.move(-sideways / _NOTCH * self.scale.axis.length / 10)
        else:
            super().wheelEvent(event)
            return
        event.accept()

    def _moment(self, x: float) -> float | None:
        """The moment below the mouse; None beside the bars."""
        room = self._room()
        place = (x - room.left()) / max(room.width(), 1.0)
        return self.scale.axis.moment(place) if 0 <= place <= 1 else None

    def _room(self) -> QRectF:
        header = self.header()
        left, wide = header.sectionViewportPosition(Place.BAR), header.sectionSize(Place.BAR)
        rect = self.viewport().rect()
        rect.setLeft(left)
        rect.setWidth(wide)
        return axis_room(rect)

    # ------------------------------------------------------------------ dragging

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a row; upon the bars of a zoomed axis a drag may begin."""
        super().mousePressEvent(event)
        place = event.position().toPoint()
        over_bars = self._moment(place.x()) is not None
        is_left = event.button() is Qt.MouseButton.LeftButton
        self._dragged_from = place if is_left and over_bars and self.scale.is_zoomed else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the axis with the mouse."""
        if self._dragged_from is None:
            super().mouseMoveEvent(event)
            return
        place = event.position().toPoint()
        by = place.x() - self._dragged_from.x()
        if abs(by) >= QApplication.startDragDistance() or self._is_dragging():
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.scale.move(-by / max(self._room().width(), 1.0) * self.scale.axis.length)
            self._dragged_from = place

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End dragging."""
        self._dragged_from = None
        self.viewport().unsetCursor()
        super().mouseReleaseEvent(event)

    def _is_dragging(self) -> bool:
        return self.viewport().cursor().shape() == Qt.CursorShape.ClosedHandCursor
