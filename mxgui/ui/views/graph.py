"""The graph: the way that mail takes, from the domain over tiers and hosts to addresses, live."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mxgui.model.text import text
from mxgui.report.report import Report
from mxgui.routing.shapes import Diagram
from mxgui.ui.canvas import Canvas
from mxgui.ui.key_table import KeyRow
from mxgui.ui.picture import copied, picture_of, svg_of
from mxgui.ui.shown import Shown
from mxgui.ui.small_button import small_button
from mxgui.ui.spoken import spoken
from mxgui.ui.theme import Theme
from mxgui.ui.view import View
from mxgui.ui.wishes import Choose, Fold
from mxgui.ui.words import shown as words_shown
from mxgui.ui.zoomed_view import Outlook

_AT_FIRST = Outlook(None, QPointF())  # fitted, from its upper left corner
_HERE_ALONE = Qt.ShortcutContext.WidgetShortcut


class GraphView(View):
    """The canvas, and `buttons` for its scale, which the window places."""

    title = text("Graph")
    help = text(
        "The way that mail for the domain takes. The domain stands left; each lane is a tier of "
        "mail hosts, from top to bottom in the order in which senders try them; every host has its "
        "addresses at its right.\n"
        "A line is as wide as the share of first attempts that it carries, dashed where it is "
        "taken only after a failure, red and dashed where it leads nowhere, dotted where that is "
        "not known. Hosts with the same number, such as 1–3, are tried in any order. The small "  # noqa: RUF001
        "bar of an address shows how its time was spent: lookup, connect, greeting with EHLO, "
        "TLS; while a probe runs, a bar along its row fills up to the limit of the wait.\n"
        "Keys: Right and Left walk from the domain to a lane, its hosts and their addresses, and "
        "back. Up, Down, Home and End stay in the column. Space on a lane puts its hosts away or "
        "shows them again, and so does Right on a folded one. Letters find the host whose name "
        "begins with them, or has them; the same letter again finds the next. Enter goes to the "
        "details. Ctrl with arrows, Page Up and Page Down scroll. + and − scale, 0 shows 100 %, "  # noqa: RUF001
        "Ctrl+9 shrinks until all is seen. Del supposes that what is chosen is down, or up again: "
        "“What if” tells more.\n"
        "Mouse: a click chooses, a double click goes to the details, the sign at the head of a "
        "lane folds it. Drag to move the picture; the wheel with Ctrl, or two fingers, scale it. "
        "A large picture has a map in its corner: click or drag in it."
    )

    keys = (
        KeyRow(text("Next part, previous part"), ("Right", "Left", "Up", "Down")),
        KeyRow(text("First and last of the column"), ("Home", "End")),
        KeyRow(text("Put the hosts of a tier away, or show them"), ("Space",)),
        KeyRow(text("Go to the details"), ("Return",)),
        KeyRow(text("Switch off what is chosen, or on again, in a what-if"), ("Del",)),
        KeyRow(text("Scroll"), ("Ctrl+Right", "PgDown")),
        KeyRow(text("Larger, smaller, 100 %"), ("+", "-", "0")),
    )

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show an empty graph."""
        super().__init__(theme, parent)
        self._result: Report | None = None
        self._told: tuple[Diagram | None, str | None] = (None, None)
        self._current: int | None = None
        self._outlooks: dict[int, Outlook] = {}  # of the other domains, to come back to
        self.canvas = Canvas(theme)
        if hasattr(QAccessible, "installFactory"):  # Qt for Python has it since 6.11
            from mxgui.ui.accessible import give_voice

            give_voice(self.canvas)  # before Qt makes an interface of its own
        self.canvas.setAccessibleName(words_shown(text("Route of mail as a graph")))
        self.canvas.chosen.connect(self._choose)
        self.canvas.folding.connect(self._fold)
        self.canvas.scaled.connect(self._show_scale)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.canvas)
        self.setFocusProxy(self.canvas)
        self._scale = small_button(text("100 %"), text("Show at 100 % (0)"))
        self._scale.clicked.connect(self.canvas.zoom_whole)
        self.buttons = self._make_buttons()
        self.switch = QShortcut(QKeySequence("Del"), self.canvas)
        self.switch.setContext(_HERE_ALONE)
        for key, do in (
            ("+", self.canvas.zoom_in),
            ("-", self.canvas.zoom_out),
            ("0", self.canvas.zoom_whole),
        ):
            shortcut = QShortcut(QKeySequence(key), self.canvas)
            shortcut.setContext(_HERE_ALONE)
            shortcut.activated.connect(do)

    def draw(self, shown: Shown) -> None:
        """Show the diagram of the result, and which part is chosen."""
        self._result = shown.result
        diagram = shown.result.picture if shown.result is not None else None
        if shown.current != self._current and self._current is not None:
            self._outlooks[self._current] = self.canvas.outlook
        self.canvas.draw(diagram, shown.chosen, shown.now, still=shown.still)
        if shown.current != self._current:
            self._come_to(shown)
        self._tell(diagram, shown.chosen)

    def _come_to(self, shown: Shown) -> None:
        """See of another domain what was seen of it before."""
        self._current = shown.current
        open_now = {each.number for each in shown.opened}
        self._outlooks = {at: kept for at, kept in self._outlooks.items() if at in open_now}
        kept = self._outlooks.get(shown.current) if shown.current is not None else None
        self.canvas.look(kept or _AT_FIRST)

    def _tell(self, diagram: Diagram | None, chosen: str | None) -> None:
        """Let a screen reader say where the keyboard is."""
        before, self._told = self._told, (diagram, chosen)
        if diagram is None or (diagram is before[0] and chosen == before[1]):
            return
        words = words_shown(spoken(diagram, chosen))
        if words != self.canvas.accessibleDescription():
            self.canvas.setAccessibleDescription(words)

    # ------------------------------------------------------------------ the picture elsewhere

    def picture(self) -> QImage:
        """Give the whole picture in pixels, in the light colours of documents."""
        return picture_of(self._result) if self._result is not None else QImage()

    def svg(self) -> bytes:
        """Give the whole picture as an SVG document."""
        return svg_of(self._result) if self._result is not None else b""

    def copy_picture(self) -> None:
        """Put the whole picture on the clipboard, in both forms."""
        if self._result is not None:
            QGuiApplication.clipboard().setMimeData(copied(self._result))

    # ------------------------------------------------------------------ buttons

    def _make_buttons(self) -> QWidget:
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(2, 0, 8, 0)
        row.setSpacing(0)
        smaller = small_button(text("−"), text("Smaller (−)"))  # noqa: RUF001
        larger = small_button(text("+"), text("Larger, up to 100 % (+)"))
        fitting = small_button(text("Fit"), text("Shrink until all is seen (Ctrl+9)"))
        smaller.clicked.connect(self.canvas.zoom_out)
        larger.clicked.connect(self.canvas.zoom_in)
        fitting.clicked.connect(self.canvas.fit)
        for button in (smaller, self._scale, larger, fitting):
            row.addWidget(button)
        return buttons

    def _show_scale(self) -> None:
        percent = round(self.canvas.factor * 100)
        self._scale.setText(words_shown(text("{percent} %", percent=percent)))

    def _choose(self, key: str) -> None:
        self.wished.emit(Choose(key))

    def _fold(self, key: str, folded: bool) -> None:
        self.wished.emit(Fold(key, folded))
