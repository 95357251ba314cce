"""What is cut off, or lies upon another thing, in a window as it stands.

    QT_SCALE_FACTOR=1.5 python -m tests.ui.clipping WIDTH HEIGHT [POINTS]

prints the problems of the main window at that size, and exits with their number.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)

from mxgui.ui.main_window import MainWindow
from mxgui.ui.shown import Shown
from mxgui.ui.theme import Theme
from tests.ui.windows import STATES, end

SLACK = 1  # pixels, since scales are not whole


def problems(window: QWidget) -> Iterator[str]:
    """Everything that is cut off, or lies upon another."""
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible() and not _is_inside_of_a_view(widget):
            yield from _of_words(widget)
            yield from _of_place(widget)


def _of_words(widget: QWidget) -> Iterator[str]:
    """A control that has less room than its words need."""
    if isinstance(widget, QLabel):
        yield from _of_label(widget)
    elif isinstance(widget, QTabBar):
        if widget.count() and widget.tabRect(widget.count() - 1).right() > widget.width() + SLACK:
            yield f"tabs beyond the end of {told(widget)}"
    elif isinstance(widget, QAbstractButton | QLineEdit):
        wanted = widget.minimumSizeHint() if isinstance(widget, QLineEdit) else widget.sizeHint()
        if widget.width() + SLACK < wanted.width() or widget.height() + SLACK < wanted.height():
            yield f"{told(widget)} has {widget.size().toTuple()} of {wanted.toTuple()}"


def _of_label(label: QLabel) -> Iterator[str]:
    needed = label.sizeHint()
    if label.wordWrap():
        high = label.heightForWidth(label.width())
        if label.height() + SLACK < high:
            yield f"{told(label)} is {label.height()} high, of {high}"
    elif not label.minimumSizeHint().width():
        return  # a label that gives way ends in “…”, and its tip has the words
    elif label.text() and label.width() + SLACK < needed.width():
        yield f"{told(label)} is {label.width()} wide, of {needed.width()}"
    elif label.height() + SLACK < needed.height():
        yield f"{told(label)} is {label.height()} high, of {needed.height()}"


def _of_place(widget: QWidget) -> Iterator[str]:
    """Parts of a widget that lie upon each other, or beyond its border."""
    parts = [
        child
        for child in widget.children()
        if isinstance(child, QWidget)
        and child.isVisible()
        and not child.visibleRegion().isEmpty()
        and not child.objectName().startswith("qt_")  # what Qt lays over the edges to drag them
    ]
    if widget.layout() is not None:
        for one, other in combinations(parts, 2):
            if _shrunk(one.geometry()).intersects(_shrunk(other.geometry())):
                yield f"{told(one)} {box(one)} lies upon {told(other)} {box(other)}"
        whole = widget.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
        for part in parts:
            if not whole.contains(part.geometry()):
                yield f"{told(part)} {box(part)} lies beyond {told(widget)} {box(widget)}"


def _is_inside_of_a_view(widget: QWidget) -> bool:
    """Whether its place is given by something that scrolls, or by Qt's own field."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea | QTabBar | QLineEdit | QComboBox):
            return True
        above = above.parentWidget()
    return False


def _shrunk(place: QRect) -> QRect:
    return place.adjusted(SLACK, SLACK, -SLACK, -SLACK)


def box(widget: QWidget) -> object:
    """The place of a widget within what it lies in."""
    return widget.geometry().getRect()


def told(widget: QWidget) -> str:
    """Which widget it is."""
    words = getattr(widget, "text", str)() or widget.accessibleName()
    return f"{type(widget).__name__} “{words}”"


def main(arguments: list[str]) -> int:
    """Print the problems of the window in every state, at a size, in letters of that size."""
    from mxgui.ui.opening import make_application

    app = make_application()
    wide, high, *points = map(int, arguments)
    if points:
        font = app.font()
        font.setPointSizeF(points[0])
        app.setFont(font)
    found: list[str] = []
    for name, shown in STATES.items():
        window = MainWindow(Theme())
        found += [f"{name}: {problem}" for problem in at_size(window, shown, wide, high)]
        end(window)
    sys.stdout.write("".join(f"{problem}\n" for problem in found))
    return min(len(found), 100)


def at_size(window: MainWindow, shown: Shown, wide: int, high: int) -> Iterator[str]:
    """The problems of a window that shows this at a size in pixels."""
    window.draw(replace(Shown(), is_demo=shown.is_demo))
    window.resize(wide, high)
    window.show()
    window.draw(shown)
    for _ in range(3):  # labels that wrap ask for another round
        QApplication.processEvents()
    if window.size().toTuple() != (wide, high):
        yield f"the window is {window.size().toTuple()}"
    least = window.minimumSizeHint()
    if least.width() > wide or least.height() > high:
        yield f"the window needs {least.toTuple()}"
    yield from problems(window)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
