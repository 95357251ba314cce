"""The time line: every step of the inspection, from the first question to QUIT, on one axis."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QVBoxLayout, QWidget

from mxgui.model.text import text
from mxgui.report.report import Report
from mxgui.routing.shapes import Diagram
from mxgui.ui.copying import let_copy
from mxgui.ui.key_table import KeyRow
from mxgui.ui.shown import Shown
from mxgui.ui.small_button import small_button
from mxgui.ui.subjects import Subjects
from mxgui.ui.theme import Theme
from mxgui.ui.timeline.legend import Legend
from mxgui.ui.timeline.model import StepsModel
from mxgui.ui.timeline.rows import last_of, rows_of
from mxgui.ui.timeline.tree import StepsTree
from mxgui.ui.view import View
from mxgui.ui.wishes import Choose
from mxgui.ui.words import shown as words_shown

_NOTCHES = 10_000  # of the bar that scrolls the axis, which counts in whole numbers only


class TimelineView(View):
    """A row for each question and each probe, which unfolds into its tries or its steps."""

    title = text("Timeline")
    help = text(
        "Every step of the inspection as a bar on one axis of time, in seconds since it began: "
        "the questions to DNS with each try, then each probe of an address with its steps from "
        "connecting to QUIT. Steps at the same time stand below one another. A hatched bar did not "
        "bring what it was for, along a thin line nothing was done but waiting. A result of a few "
        "minutes ago that was used again has no bar.\n\n"
        "Unfold a row with the right arrow key to see a row for each of its parts, and fold it "
        "with the left one. Zoom with + and −, or with Ctrl and the wheel; "  # noqa: RUF001
        "0 shows all of it. Move along the axis with Shift and the arrow keys, with Shift and the "
        "wheel, or by dragging the bars. Exact numbers are in the tooltip of a bar. "
        "The row that is chosen is chosen on the graph too."
    )

    keys = (
        KeyRow(text("Unfold a step, or fold it"), ("Right", "Left")),
        KeyRow(text("Larger, smaller, all of it"), ("+", "-", "0")),
        KeyRow(text("Earlier, later"), ("Shift+Left", "Shift+Right")),
        KeyRow(text("Copy rows"), ("Ctrl+C",)),
    )

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show no step yet."""
        super().__init__(theme, parent)
        self._result: Report | None = None
        self._diagram: Diagram | None = None
        self._subjects = Subjects()
        self._chosen: str | None = None
        self._is_drawing = False
        self._model = StepsModel(theme)
        self.tree = StepsTree(self._model, theme)
        let_copy(self.tree)
        self.tree.setAccessibleName(words_shown(self.title))
        self.tree.selectionModel().currentChanged.connect(self._choose)
        self.tree.selectionModel().selectionChanged.connect(self._choose)
        self.tree.scale.changed.connect(self._show_part)
        self.bar = QScrollBar(Qt.Orientation.Horizontal)
        self.bar.setAccessibleName(words_shown(text("Part of the time axis")))
        self.bar.valueChanged.connect(self._scroll)
        self._lay_out(theme)
        self.setFocusProxy(self.tree)
        self._show_part()

    def _lay_out(self, theme: Theme) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.bar)
        below = QHBoxLayout()
        below.setContentsMargins(10, 3, 8, 3)
        below.setSpacing(0)
        below.addWidget(Legend(theme), 1)
        scale = self.tree.scale
        for words, tip, do in (
            (text("−"), text("Shrink the time axis (−)"), scale.zoom_out),  # noqa: RUF001
            (text("Fit"), text("Show all of the time axis (0)"), scale.fit),
            (text("+"), text("Enlarge the time axis (+)"), scale.zoom_in),
        ):
            button = small_button(words, tip)
            button.clicked.connect(do)
            below.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        layout.addLayout(below)

    # ------------------------------------------------------------------ drawing

    def draw(self, shown: Shown) -> None:
        """Show the steps, how far those under way have come, and the chosen row."""
        result = shown.result
        is_new = result is not self._result
        self._is_drawing = True
        is_reshaped = self._take(result) if is_new else False
        if result is not None and (is_new or (result.inspection.running and not shown.still)):
            self._grow(result, shown.now)
        if shown.chosen != self._chosen or (is_reshaped and self.tree.current_row() is None):
            self._chosen = shown.chosen
            self._show_chosen()
        self._is_drawing = False

    def _take(self, result: Report | None) -> bool:
        """Show the steps of a result; tells whether there are others than before."""
        before = self._result.inspection if self._result is not None else None
        self._result = result
        if result is None or before is None or result.inspection.began != before.began:
            self.tree.scale.fit()
        diagram = result.diagram if result is not None else None
        if diagram is not self._diagram:
            self._diagram = diagram
            self._subjects = Subjects(diagram)
        current = self.tree.current_row()
        rows = rows_of(result, self._model.rows) if result is not None else ()
        is_reshaped = self._model.take(rows)
        if current is not None and self.tree.current_row() is None:  # all was laid out anew
            self.tree.setCurrentIndex(self._model.index_of(current.key))
        return is_reshaped

    def _grow(self, result: Report, now: float) -> None:
        running = result.inspection.running
        last = last_of(self._model.rows, now)
        self.tree.scale.take(max(last, now) if running else last, growing=running)
        self.tree.grow(now)

    # ------------------------------------------------------------------ choosing

    def _choose(self) -> None:
        """Choose what the current row is about; it is current before it is selected, or after."""
        row = self.tree.current_row()
        if row is None or self._is_drawing:
            return
        keys = self._subjects.of(row.step)
        if keys and self._chosen not in keys:
            self._chosen = keys[0]
            self.wished.emit(Choose(keys[0]))

    def _show_chosen(self) -> None:
        """Go to the row of what is chosen, unless the keyboard is in it or in a part of it."""
        current = self.tree.current_row()
        if current is not None and self._chosen in self._subjects.of(current.step):
            return
        about = (row for row in self._model.rows if self._chosen in self._subjects.of(row.step))
        self.tree.select_keys({row.key for row in about})

    # ------------------------------------------------------------------ the part that is seen

    def _show_part(self) -> None:
        """Let the scroll bar tell which part of the axis is seen."""
        scale = self.tree.scale
        whole, axis = scale.whole, scale.axis
        notches = _NOTCHES / whole.length
        self.bar.blockSignals(True)
        self.bar.setRange(0, round((whole.length - axis.length) * notches))
        self.bar.setPageStep(max(1, round(axis.length * notches)))
        self.bar.setSingleStep(max(1, self.bar.pageStep() // 10))
        self.bar.setValue(round(axis.begin * notches))
        self.bar.blockSignals(False)
        self.bar.setVisible(scale.is_zoomed)

    def _scroll(self, value: int) -> None:
        scale = self.tree.scale
        scale.move_to(value * scale.whole.length / _NOTCHES)
