"""What a window consists of, as plain data: its menus, and each widget by its class of Qt.

From the data a bare window is made: the same menus, toolbars, panels and widgets in the same
layouts, with the same words, in Qt's own looks, and no program behind them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PySide6 import QtWidgets
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QBoxLayout,
    QComboBox,
    QDockWidget,
    QGraphicsScene,
    QGraphicsView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMenuBar,
    QScrollArea,
    QSplitter,
    QSplitterHandle,
    QStackedWidget,
    QTableView,
    QTabWidget,
    QToolBar,
    QTreeView,
    QWidget,
)

Made = Mapping[str, Any]
Inside = list[tuple[QWidget, bool]]  # each widget, and whether it is shown

# What these consist of they make by themselves.
WHOLE = (QAbstractButton, QAbstractScrollArea, QComboBox, QLineEdit, QMenuBar)
DIRECTLY = Qt.FindChildOption.FindDirectChildrenOnly
COLUMNS = 5  # of a tree or table that has nothing to show yet


def made_of(window: QMainWindow) -> Made:
    """The window, its menus, and all widgets inside."""
    centre = window.centralWidget()
    assert centre is not None
    return {
        "size": [window.width(), window.height()],
        "menus": [_action(each) for each in window.menuBar().actions()],
        "bars": [_bar(each) for each in window.findChildren(QToolBar, options=DIRECTLY)],
        "docks": [_dock(each, window) for each in _docks(window)],
        "inside": _made(centre),
        "status": [_made(child) for child in _inner(window.statusBar())],
    }


def _action(action: QAction) -> Made:
    """An entry of a menu, with those of the menu that it opens."""
    opens = action.menu()
    inside = opens.actions() if isinstance(opens, QMenu) else []
    return {
        "words": action.text(),
        "keys": action.shortcut().toString(),
        "opens": isinstance(opens, QMenu),
        "separates": action.isSeparator(),
        "inside": [_action(each) for each in inside],
    }


def _bar(bar: QToolBar) -> Made:
    widgets = [bar.widgetForAction(action) for action in bar.actions()]
    return {"words": bar.windowTitle(), "inside": [_made(each) for each in widgets if each]}


def _docks(window: QMainWindow) -> list[QDockWidget]:
    return window.findChildren(QDockWidget, options=DIRECTLY)


def _dock(dock: QDockWidget, window: QMainWindow) -> Made:
    """A panel in the window: the bar with its title, and its view once there is one."""
    parts = (dock.titleBarWidget(), dock.widget())
    return {
        "words": dock.windowTitle(),
        "area": window.dockWidgetArea(dock).value,
        "shown": not dock.isHidden(),
        "inside": [_made(part) for part in parts if part is not None],
    }


def _made(widget: QWidget) -> Made:
    box, layout, around = widget.geometry(), widget.layout(), widget.parentWidget()
    return {
        "class": _class_of(widget),
        "place": [box.x(), box.y(), box.width(), box.height()],
        "shown": around is not None and widget.isVisibleTo(around),
        "words": widget.text() if isinstance(widget, QLabel | QAbstractButton) else "",
        "across": isinstance(layout, QBoxLayout) and _is_across(layout),
        "inside": [_made(child) for child in _inner(widget)],
    }


def _is_across(layout: QBoxLayout) -> bool:
    return layout.direction() is QBoxLayout.Direction.LeftToRight


def _inner(widget: QWidget) -> Iterator[QWidget]:
    """The widgets that a program has put into another."""
    if isinstance(widget, QTabWidget):
        pages = (widget.widget(place) for place in range(widget.count()))
        yield from (page for page in pages if page is not None)
    elif isinstance(widget, QScrollArea):
        yield from filter(None, [widget.widget()])
    elif not isinstance(widget, WHOLE):
        for child in widget.findChildren(QWidget, options=DIRECTLY):
            if not (child.isWindow() or isinstance(child, QSplitterHandle)):
                yield child


def _class_of(widget: QWidget) -> str:
    """The nearest class that is Qt's own."""
    names = (kind.__name__ for kind in type(widget).__mro__)
    return next(name for name in names if hasattr(QtWidgets, name))


def counted(made: Made) -> int:
    """How many widgets there are inside."""

    def inside(one: Made) -> int:
        return 1 + sum(inside(each) for each in one["inside"])

    around = [each for part in (*made["bars"], *made["docks"]) for each in part["inside"]]
    frames = len(made["bars"]) + len(made["docks"])
    return frames + sum(inside(each) for each in (made["inside"], *made["status"], *around))


def bare_window(made: Made) -> QMainWindow:
    """A window of the same widgets."""
    window = QMainWindow()
    for each in made["menus"]:
        window.menuBar().addMenu(_menu(each))
    for each in made["bars"]:
        _add_bar(window, each)
    window.setCentralWidget(_bare(made["inside"]))
    _add_docks(window, made["docks"])
    window.statusBar().setSizeGripEnabled(False)
    for each in made["status"]:
        window.statusBar().addWidget(_bare(each), 1)
    window.resize(QSize(*made["size"]))
    return window


def _menu(made: Made) -> QMenu:
    menu = QMenu(made["words"])
    for each in made["inside"]:
        if each["separates"]:
            menu.addSeparator()
        elif each["opens"]:
            menu.addMenu(_menu(each))
        else:
            action = QAction(each["words"], menu)
            action.setShortcut(QKeySequence(each["keys"]))
            menu.addAction(action)
    return menu


def _add_bar(window: QMainWindow, made: Made) -> None:
    bar = QToolBar(made["words"], window)
    for each in made["inside"]:
        bar.addWidget(_bare(each))
    window.addToolBar(bar)


def _add_docks(window: QMainWindow, made: Sequence[Made]) -> None:
    for each in made:
        dock = QDockWidget(each["words"], window)
        title, *views = each["inside"]
        dock.setTitleBarWidget(_bare(title))
        for view in views:
            dock.setWidget(_bare(view))
        window.addDockWidget(Qt.DockWidgetArea(each["area"]), dock)
        dock.setVisible(each["shown"])


def _bare(made: Made) -> QWidget:
    widget: QWidget = getattr(QtWidgets, made["class"])()
    widget.setGeometry(QRect(*made["place"]))
    inside = [(_bare(each), bool(each["shown"])) for each in made["inside"]]
    if isinstance(widget, QLabel | QAbstractButton):
        widget.setText(made["words"])
    elif isinstance(widget, QTreeView | QTableView):
        widget.setModel(QStandardItemModel(0, COLUMNS, widget))
    elif isinstance(widget, QGraphicsView):
        widget.setScene(QGraphicsScene(widget))
    elif inside:
        _fill(widget, inside, across=made["across"])
    return widget


def _fill(widget: QWidget, inside: Inside, *, across: bool) -> None:
    """Put widgets into another in the way that it has."""
    match widget:
        case QTabWidget():
            for child, _ in inside:
                widget.addTab(child, child.metaObject().className())
        case QScrollArea():
            widget.setWidget(inside[0][0])
        case QStackedWidget():
            for child, _ in inside:
                widget.addWidget(child)
        case QSplitter():
            for child, shown in inside:
                widget.addWidget(child)
                child.setVisible(shown)
        case _:
            _lay_out(widget, inside, across=across)


def _lay_out(widget: QWidget, inside: Inside, *, across: bool) -> None:
    """Put widgets one below the other, or side by side."""
    way = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
    layout = QBoxLayout(way, widget)
    layout.setContentsMargins(0, 0, 0, 0)
    for child, shown in inside:
        layout.addWidget(child)
        child.setVisible(shown)
