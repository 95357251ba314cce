"""Every word that a window shows or says: texts, tips, names for screen readers, tables, menus."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTabWidget,
    QTextEdit,
    QWidget,
)

ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
MOST = 400  # rows of one model

Said = tuple[str, str]  # who says it, and what


def said(window: QWidget) -> Iterator[Said]:
    """All words of a window and of what is in it, whether it is seen or not."""
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.objectName().startswith("qt_"):
            yield from _by(widget)
    for action in window.findChildren(QAction):
        if not action.objectName().startswith("_q_"):
            yield from _named(action, action.text(), action.toolTip(), action.statusTip())


def _by(widget: QWidget) -> Iterator[Said]:
    words = [
        widget.toolTip(),
        widget.accessibleName(),
        widget.accessibleDescription(),
        widget.whatsThis(),
        widget.windowTitle(),
        *_written(widget),
    ]
    yield from _named(widget, *words)
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _named(widget, *_of_model(widget.model()))
    yield from _named(widget, *_heard(QAccessible.queryAccessibleInterface(widget)))


def _written(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
        case QGroupBox():
            yield widget.title()
        case QTextEdit() | QPlainTextEdit():
            yield from widget.toPlainText().splitlines()
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(n) for n in range(widget.count()))
        case QTabBar() | QTabWidget():
            for n in range(widget.count()):
                yield from (widget.tabText(n), widget.tabToolTip(n))


def _of_model(model: QAbstractItemModel, above: QModelIndex | None = None) -> Iterator[str]:
    parent = above or QModelIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    if above is None:
        for section in range(columns):
            for role in ROLES:
                yield _string(model.headerData(section, Qt.Orientation.Horizontal, role))
    for row in range(min(model.rowCount(parent), MOST)):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield from (_string(index.data(role)) for role in ROLES)
        first = model.index(row, 0, parent)
        if not isinstance(model, QAbstractListModel) and model.rowCount(first):
            yield from _of_model(model, first)


def _heard(heard: QAccessibleInterface | None, depth: int = 0) -> Iterator[str]:
    """What a screen reader is told of a widget that has parts of its own, as the graph does."""
    if heard is None or not heard.isValid():
        return
    for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Help):
        yield heard.text(kind)
    if depth < 3:
        for n in range(min(heard.childCount(), MOST)):
            child = heard.child(n)
            if child is not None and child.object() is None:
                yield from _heard(child, depth + 1)


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""


def _named(who: QObject, *words: str) -> Iterator[Said]:
    yield from ((type(who).__name__, each) for each in words if each.strip())
