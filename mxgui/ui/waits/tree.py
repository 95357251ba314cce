"""The tree of courses: a row a sender, which unfolds into sentences; the axis zooms by key."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from mxgui.model.text import text
from mxgui.routing.sending.course import Course
from mxgui.ui.cell import Branch
from mxgui.ui.theme import Theme
from mxgui.ui.timeline.keys import zoom_by_key
from mxgui.ui.timeline.scale import STEP, Scale
from mxgui.ui.tree import TreeModel
from mxgui.ui.unfolding import UnfoldingTree
from mxgui.ui.waits.bars import BAR, CourseDelegate, CourseHeader, Index
from mxgui.ui.waits.rows import LINE_COLUMNS
from mxgui.ui.words import shown

_NAME, _AFTER = 0, 1
_NAMES, _AFTERS = 150, 230  # pixels of width
_NOTCH = 120  # what Qt tells for one notch of a wheel


class CoursesTree(UnfoldingTree):
    """Paints what happens to a message at each sender."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show no course yet."""
        self.scale = Scale()
        self.rows = TreeModel(LINE_COLUMNS, theme)
        super().__init__(self.rows, theme, parent)
        self.scale.setParent(self)
        self._courses: Mapping[str, tuple[Course, ...]] = {}
        self.setAccessibleName(shown(text("Course of one message at each sender")))
        self._header = CourseHeader(self.scale, theme)
        self.setHeader(self._header)
        self._delegate = CourseDelegate(self.scale, self._courses_at, theme, self)
        self.setItemDelegateForColumn(BAR, self._delegate)
        self.scale.changed.connect(self.viewport().update)
        self._share_out()

    def show_courses(
        self, rows: Sequence[Branch], courses: Mapping[str, tuple[Course, ...]]
    ) -> None:
        """Show these rows, and paint these courses, by their keys."""
        self._courses = courses
        every = [course for own in courses.values() for course in own]
        lead = max((course.begins for course in every), default=0.0)
        lead = max(lead, 0.0)  # what lies before the outage, where the message comes before it
        self._delegate.lead = self._header.lead = lead
        last = max((_last(course) for course in every), default=1.0)
        self.scale.take(lead + last, growing=False)
        self.show_branches(rows)
        self.viewport().update()
        self._header.viewport().update()

    def _courses_at(self, index: Index) -> tuple[Course, ...]:
        part = self.rows.at(index)
        return self._courses.get(part.key, ()) if part is not None else ()

    # ------------------------------------------------------------------ room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the axis."""
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        header: QHeaderView = self.header()
        room = self.viewport().width()
        part = min(1.0, max(0.6, room / 2 / (_NAMES + _AFTERS)))
        header.resizeSection(_NAME, int(_NAMES * part))
        header.resizeSection(_AFTER, int(_AFTERS * part))

    # ------------------------------------------------------------------ zoom

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom with + - 0, move along the axis with Shift and an arrow."""
        if not zoom_by_key(self.scale, event):
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, move along the axis with Shift or sideways."""
        turned, modifiers = event.angleDelta(), event.modifiers()
        sideways = turned.x() or turned.y()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self.scale.zoom(STEP ** (sideways / _NOTCH))
        elif modifiers & Qt.KeyboardModifier.ShiftModifier or abs(turned.x()) > abs(turned.y()):
            self.scale.move(-sideways / _NOTCH * self.scale.axis.length / 10)
        else:
            super().wheelEvent(event)
            return
        event.accept()


def _last(course: Course) -> float:
    """Where a course ends, in seconds since the outage began."""
    return max(course.end.at, course.ends) - course.begins
