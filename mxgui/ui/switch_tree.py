"""The tree of what can be switched off: every part with a box that is checked while it is up."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from mxgui.model.text import text
from mxgui.routing.sending.supposing import Standing
from mxgui.ui.cell import Branch
from mxgui.ui.switch_boxes import BoxDelegate
from mxgui.ui.switch_rows import COLUMNS, Switch, Switches
from mxgui.ui.table import Index, Role
from mxgui.ui.theme import Theme
from mxgui.ui.tree import TreeModel
from mxgui.ui.unfolding import UnfoldingTree
from mxgui.ui.words import shown

STATE = 1
_STATE_WIDTH = 150  # pixels
_BOXES = {
    Standing.ON: Qt.CheckState.Checked,
    Standing.PARTLY: Qt.CheckState.PartiallyChecked,
    Standing.OFF: Qt.CheckState.Unchecked,
    Standing.OFF_WITH: Qt.CheckState.Unchecked,
}


class SwitchModel(TreeModel):
    """The rows with a box each; a heading that switches nothing has none."""

    pressed = Signal(str)  # key of the row whose box was pressed

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__(COLUMNS, theme)
        self._switches: Mapping[str, Switch] = {}

    def take(self, switches: Mapping[str, Switch]) -> None:
        """Know what the rows that are shown next switch."""
        self._switches = switches

    def switch_at(self, index: Index) -> Switch | None:
        """What a row switches."""
        part = self.at(index)
        return self._switches.get(part.key) if part is not None else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Tell what is in a cell, and how its box stands."""
        if role == Role.CheckStateRole:
            switch = self.switch_at(index) if index.column() == 0 else None
            return _BOXES[switch.standing] if switch is not None else None
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let boxes be pressed."""
        flags = super().flags(index)
        if index.column() == 0 and self.switch_at(index) is not None:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Say that a box was pressed; how it stands is for others to decide."""
        part = self.at(index)
        if role != Role.CheckStateRole or part is None or self.switch_at(index) is None:
            return False
        self.pressed.emit(part.key)
        return True


class SwitchTree(UnfoldingTree):
    """Space and Enter press the box of a row; the arrows fold and unfold."""

    pressed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        self.rows = SwitchModel(theme)
        super().__init__(self.rows, theme, parent)
        self.setItemDelegate(BoxDelegate(self, theme))
        self.setAccessibleName(shown(text("Parts that can be switched off")))
        header, modes = self.header(), QHeaderView.ResizeMode
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, modes.Stretch)
        header.resizeSection(STATE, _STATE_WIDTH)
        self.rows.pressed.connect(self.pressed)
        self.activated.connect(self._press)

    def show_switches(self, switches: Switches) -> None:
        """Show these."""
        self.rows.take(switches.by_key)
        words = text("There is no host with an address, so nothing can be switched off.")
        self.show_branches(switches.branches, words)
        self._repaint_boxes()

    def _repaint_boxes(self) -> None:
        """Boxes are no part of the cells, by which the model knows what to repaint."""
        boxes = [Role.CheckStateRole]
        for index in self.rows.indexes():
            if self.rows.switch_at(index) is not None:
                self.rows.dataChanged.emit(index, index, boxes)

    def current(self) -> Switch | None:
        """What the current row switches."""
        return self.rows.switch_at(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the box of the current row; on a heading without one, fold it."""
        if event.key() == Qt.Key.Key_Space and self.current() is not None:
            self._press(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _press(self, index: QModelIndex) -> None:
        part = self.rows.at(index)
        if isinstance(part, Branch) and self.rows.switch_at(index) is None:
            self.toggle(index)
        elif part is not None:
            self.pressed.emit(part.key)
