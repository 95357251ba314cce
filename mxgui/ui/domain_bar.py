"""The bar at the top: the domain, what to do with it, and a line that says what was taken."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mxgui.model.text import Text, text
from mxgui.ui.action import Do
from mxgui.ui.domain_field import DomainField
from mxgui.ui.label import plain_label
from mxgui.ui.menus import ChoiceMenu, ModeMenu, ResolverMenu, SenderMenu
from mxgui.ui.qt_actions import action_for, tip_of
from mxgui.ui.shown import FieldNote, Shown
from mxgui.ui.theme import Theme
from mxgui.ui.view import View
from mxgui.ui.wishes import Inspect, Stop
from mxgui.ui.words import shown as words_shown

_MARGIN, _SPACE = 12, 8  # pixels at either end of the row, and between its parts
_LEAST_FIELD = 220  # pixels; a domain of twenty letters
_NARROWEST = 700  # pixels that are enough once the buttons have given way
_WIDEST = 520  # pixels; a domain is seldom longer
_BESIDE_NOTE = 260  # that the mark and the offer may take


class DomainBar(View):
    """Field, Inspect or Stop, probe mode, sender, resolver, save; below it the field's note."""

    title = text("The domain field")
    help = text(
        "Type a domain, an address, a URL, an address literal such as [192.0.2.1], or paste a "
        "bounce or a line of a log, and press Enter: mxgui says what it took. Earlier domains are "
        "offered as you type.\n"
        "Beside it: which addresses are probed, every one or only those that a sender would come "
        "to, and which resolver is asked; one can be tested before it is used. Both hold from the "
        "next inspection on. Between them: as which kind of mail server to look at the domain; "
        "order, shares and words follow at once, and nothing is asked for that. Esc stops what is "
        "under way and keeps what is known; F5 asks and probes afresh."
    )

    save_asked = Signal()
    what_if_asked = Signal()

    def __init__(
        self, theme: Theme, modes: ModeMenu, senders: SenderMenu, resolvers: ResolverMenu
    ) -> None:
        """Stand ready for a domain."""
        super().__init__(theme)
        self.setObjectName("top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = DomainField()
        self.field.setMaximumWidth(_WIDEST)
        self.field.entered.connect(self._enter)
        self.go = QPushButton()
        self.go.setObjectName("primary")
        self.go.clicked.connect(self._go)
        menus = (modes, senders, resolvers)
        self.modes, self.senders, self.resolvers = map(choice_button, menus)
        self.what_if = _button(text("What if…"), Do.WHAT_IF)
        self.what_if.clicked.connect(self.what_if_asked)
        self.save = _button(text("Save…"), Do.SAVE)
        self.save.clicked.connect(self.save_asked)
        self._mark = QLabel()
        self.words = plain_label("strong")
        self.offer = QPushButton()
        self.offer.setObjectName("link")
        self.offer.setCursor(Qt.CursorShape.PointingHandCursor)
        self.offer.clicked.connect(self._insist)
        self._note_row, self._note_layout = _hidden_row()
        self._note: FieldNote | None = None
        self._typed = self._asked = ""  # the latter is what stood in the field when asked back
        self._busy = False
        self._whole: dict[QToolButton, str] = {}
        self._lay_out()
        self.field.textChanged.connect(self._show_go)
        theme.changed.connect(self._show_note)

    def _lay_out(self) -> None:
        self.setMinimumWidth(_NARROWEST)
        row = QHBoxLayout()
        row.setSpacing(_SPACE)
        row.addWidget(self.field, 1)
        row.addWidget(self.go)
        row.addWidget(self.modes)
        row.addWidget(self.senders)
        row.addWidget(self.what_if)
        row.addStretch(0)
        row.addWidget(self.resolvers)
        row.addWidget(self.save)
        note = self._note_layout
        note.setContentsMargins(12, 0, 12, 0)
        note.setSpacing(8)
        for widget in (self._mark, self.words, self.offer):
            note.addWidget(widget)
        note.addStretch(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 9, _MARGIN, 9)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self._note_row)

    def draw(self, shown: Shown) -> None:
        """Show whether work is under way, the choices, and the note of the field."""
        self._busy = shown.busy
        self._whole = {
            self.modes: words_shown(ModeMenu.words(shown)),
            self.senders: words_shown(SenderMenu.words(shown)),
            self.resolvers: words_shown(ResolverMenu.words(shown)),
        }
        self._fit()
        self.senders.setToolTip(words_shown(SenderMenu.about(shown)))
        self.resolvers.setEnabled(not shown.is_demo)
        why = text("The demo network has a resolver of its own")
        self.resolvers.setToolTip(words_shown(why if shown.is_demo else text("Whom to ask")))
        for button in (self.save, self.what_if):
            button.setEnabled(shown.result is not None)
        offered = tuple(example.domain for example in shown.examples)
        self.field.offer(tuple(dict.fromkeys((*shown.earlier, *offered))))
        if shown.typed != self._typed:
            self._typed = shown.typed
            if shown.typed != self.field.typed():
                self.field.put(shown.typed)
        if shown.note != self._note:
            self._note = shown.note
            self._asked = self.field.typed()
            self._show_note()
        self._show_go()

    def _fit(self) -> None:
        """Say what is chosen as far as there is room; what is left out stands in the menu too."""
        extras = [self.save, self.what_if]
        for button, words in self._whole.items():
            button.setText(words.replace("&", "&&"))
        for button in (self.resolvers, self.modes, self.senders):
            if self._is_too_wide(extras):
                button.setText(button.accessibleName())
        kept = extras[:]
        while kept and self._is_too_wide(kept):
            kept.pop(0)
        for extra in extras:  # once each: one that is shown and hidden in one go can stay seen
            extra.setVisible(extra in kept)

    def _is_too_wide(self, extras: list[QPushButton]) -> bool:
        """Whether the buttons leave too little room for the field."""
        buttons = (self.go, self.modes, self.senders, self.resolvers, *extras)
        wide = [each.sizeHint().width() + _SPACE for each in buttons]
        return self.width() < _LEAST_FIELD + sum(wide) + 2 * _MARGIN + _SPACE

    @property
    def _stops(self) -> bool:
        """Whether the button stops: what runs is what stands in the field."""
        is_refused = self._note is not None and self._note.is_problem
        return self._busy and self.field.typed() == self._typed and not is_refused

    def _show_go(self) -> None:
        words = text("Stop") if self._stops else text("Inspect")
        tip = text("Stop (Esc)") if self._stops else text("Inspect the domain (Enter)")
        self.go.setText(words_shown(words))
        self.go.setToolTip(words_shown(tip))

    def _show_note(self) -> None:
        note = self._note
        self._note_row.setVisible(note is not None)
        if note is None:
            return
        from mxgui.ui.looks import look_of_note
        from mxgui.ui.marks import SIZE, icon_of

        mark = icon_of(look_of_note(note), self.theme.tokens)
        self._mark.setPixmap(mark.pixmap(QSize(SIZE, SIZE), self.devicePixelRatioF()))
        self.words.setObjectName("problem" if note.is_problem else "muted")
        self.words.style().polish(self.words)
        self.words.setText(words_shown(note.words))
        self._wrap_note()
        self.offer.setVisible(note.offer is not None)
        if note.offer is not None:
            self.offer.setText(words_shown(text("Inspect “{name}”", name=note.offer)))
            self.offer.setToolTip(words_shown(text("Enter once more does the same")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say what there is room for; break the note only where it must."""
        super().resizeEvent(event)
        self._fit()
        self._wrap_note()

    def _wrap_note(self) -> None:
        # A label that wraps asks for a narrow column, so it may wrap only if it must
        wide = self.words.fontMetrics().horizontalAdvance(self.words.text())
        too_wide = wide > self.width() - _BESIDE_NOTE
        self.words.setWordWrap(too_wide)
        beside = Qt.AlignmentFlag.AlignTop if too_wide else Qt.AlignmentFlag.AlignVCenter
        self._note_layout.setAlignment(self._mark, beside)
        self._note_layout.setAlignment(self.offer, beside)
        self._note_layout.setStretchFactor(self.words, int(too_wide))

    def take_focus(self) -> None:
        """Let something else be typed."""
        self.window().activateWindow()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def enter(self) -> None:
        """Do as Enter in the field does."""
        self._enter(self.field.typed())

    def _enter(self, typed: str) -> None:
        """Inspect; Enter a second time on the same label insists on it."""
        if self._note is not None and self._note.offer and typed == self._asked:
            self._insist()
        else:
            self.wished.emit(Inspect(typed))

    def _insist(self) -> None:
        if self._note is not None and self._note.offer:
            self.wished.emit(Inspect(self._note.offer))

    def _go(self) -> None:
        if self._stops:
            self.wished.emit(Stop())
        else:
            self.enter()


def _button(words: Text, do: Do) -> QPushButton:
    """A button that calls an action, with the tip of that action."""
    button = QPushButton(words_shown(words))
    button.setToolTip(words_shown(tip_of(action_for(do))))
    return button


def _hidden_row() -> tuple[QWidget, QHBoxLayout]:
    row = QWidget()
    row.hide()
    return row, QHBoxLayout(row)


def choice_button(menu: ChoiceMenu) -> QToolButton:
    """A button that opens a menu of choices."""
    button = QToolButton()
    button.setObjectName("choice")
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    name = menu.title().replace("&", "")
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
