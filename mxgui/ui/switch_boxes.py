"""The boxes of a tree: checked, empty or half, drawn so that all three are seen in every scheme."""

from functools import lru_cache
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QByteArray, QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QMouseEvent, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from mxgui.ui.table import Role
from mxgui.ui.theme import Tokens
from mxgui.ui.wrapping import Index, WrappingDelegate

SIZE = 16  # pixels at 100 %
_SCALES = (1, 2, 3)
_BOX = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">'
    '<rect x="1.5" y="1.5" width="13" height="13" rx="3.5" fill="{ground}" stroke="{line}" '
    'stroke-width="1.2"/><path d="{path}" fill="none" stroke="{ink}" stroke-width="1.8" '
    'stroke-linecap="round" stroke-linejoin="round"/></svg>'
)
_PATHS = {
    Qt.CheckState.Checked: "M4.6 8.3 L7 10.7 L11.4 5.4",
    Qt.CheckState.PartiallyChecked: "M4.8 8 H11.2",
    Qt.CheckState.Unchecked: "M8 8",
}


def box_of(state: Qt.CheckState, tokens: Tokens) -> QIcon:
    """The box in the colours of the tokens."""
    if state is Qt.CheckState.Checked:
        return _icon(_PATHS[state], tokens.accent, tokens.accent, tokens.on_accent)
    ink = tokens.text if state is Qt.CheckState.PartiallyChecked else tokens.surface
    return _icon(_PATHS[state], tokens.surface, tokens.faint, ink)


@lru_cache(maxsize=32)
def _icon(path: str, ground: str, line: str, ink: str) -> QIcon:
    written = _BOX.format(path=path, ground=ground, line=line, ink=ink)
    renderer = QSvgRenderer(QByteArray(written.encode()))
    icon = QIcon()
    for scale in _SCALES:
        pixmap = QPixmap(SIZE * scale, SIZE * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # Qt would tint a selected one
            icon.addPixmap(pixmap, mode)
    return icon


class BoxDelegate(WrappingDelegate):
    """Draws the box of a row in place of Qt's own, and lets the mouse press it."""

    def initStyleOption(self, option: Any, index: Index) -> None:
        """Stand the box before the words."""
        super().initStyleOption(option, index)
        state = index.data(Role.CheckStateRole)
        if state is None:
            return
        features = QStyleOptionViewItem.ViewItemFeature
        option.features &= ~features.HasCheckIndicator
        option.features |= features.HasDecoration
        option.icon = box_of(Qt.CheckState(state), self.theme.tokens)
        option.decorationSize = QSize(SIZE, SIZE)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Press the box where the mouse is let go upon it."""
        is_left = isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton
        if not is_left or index.data(Role.CheckStateRole) is None:
            return False
        assert isinstance(event, QMouseEvent)
        styled = self.styled(option, index)
        place = self.view.style().subElementRect(
            QStyle.SubElement.SE_ItemViewItemDecoration, styled, self.view
        )
        if not place.adjusted(-4, -6, 4, 6).contains(event.position().toPoint()):
            return False
        if event.type() == QEvent.Type.MouseButtonRelease:
            model.setData(index, None, Role.CheckStateRole)
        return True
