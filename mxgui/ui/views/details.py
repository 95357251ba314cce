"""The details of the chosen host, address or domain: outcome, times, TLS, DNS, every word."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QToolButton, QWidget

from mxgui.model.text import Text, text
from mxgui.ui.dossier.dossier import dossier_of
from mxgui.ui.dossier.section import Dossier
from mxgui.ui.key_table import KeyRow
from mxgui.ui.prose import page_of, plain_of
from mxgui.ui.rewriting import Rewriter
from mxgui.ui.shown import Shown
from mxgui.ui.theme import Theme
from mxgui.ui.view import View
from mxgui.ui.words import shown as words_shown
from mxgui.ui.words import tip
from mxgui.ui.writing import Page, without_marks

LOW = 220  # pixels of height under which a line of buttons would cost too much to read
WIDE = 560  # pixels of width from which on there is room for them beside the page


class DetailsView(View):
    """One page of text about what is chosen on the graph."""

    title = text("Details")
    help = text(
        "All that is known of what is chosen on the graph. Of an address: the outcome and how long "
        "each step took, the padlock, the path of certificates, the DANE decision with each TLSA "
        "record, the policy, its name, what DNS said, then every word of the session and the "
        "extensions with their meaning. Of a host: its addresses in short. Of the domain: its "
        "records and what they are worth by DNSSEC, MTA-STS step by step, and where TLS reports "
        "go.\n"
        "What decides stands out in bold. Text can be selected and copied with Ctrl+C; Copy takes "
        "the whole page. Commands to try by hand stand at the end."
    )

    keys = (
        KeyRow(text("Scroll"), ("PgDown", "PgUp")),
        KeyRow(text("Copy what is chosen"), ("Ctrl+C",)),
    )

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show an empty page."""
        super().__init__(theme, parent)
        self.page = Page(words_shown(self.title))
        self._rewriter = Rewriter(self.page, theme)
        self._dossier: Dossier | None = None
        self._key: str | None = None
        self.copy = _button(text("Copy"), text("Copy this whole page as plain text"))
        self.copy.clicked.connect(self._copy_all)
        self.commands = _button(
            text("Copy a command"), text("Commands to try by hand, from your own mail server")
        )
        self.commands.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self.commands)
        self._menu.triggered.connect(self._copy_command)
        self.commands.setMenu(self._menu)
        self._lay_out()
        self.setFocusProxy(self.page)
        theme.changed.connect(self._rewriter.repaint)

    def _lay_out(self) -> None:
        strip = QWidget()
        strip.setObjectName("strip")
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight, strip)
        self._buttons.setContentsMargins(6, 4, 6, 0)
        self._buttons.setSpacing(2)
        self._buttons.addWidget(self.copy)
        self._buttons.addWidget(self.commands)
        self._buttons.addStretch(1)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        self._halves.addWidget(strip)
        self._halves.addWidget(self.page, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons at the end of the lines where the panel is wide and low."""
        super().resizeEvent(event)
        low = self.height() < LOW and self.width() >= WIDE
        directions = QBoxLayout.Direction
        self._buttons.setDirection(directions.TopToBottom if low else directions.LeftToRight)
        self._halves.setDirection(directions.RightToLeft if low else directions.TopToBottom)

    # ------------------------------------------------------------------ drawing

    def draw(self, shown: Shown) -> None:
        """Write what has changed; another part is read from its beginning."""
        result = shown.result
        dossier = dossier_of(result, shown.chosen, shown.now) if result else None
        if dossier == self._dossier:
            return
        same = (
            dossier is not None
            and self._dossier is not None
            and (shown.chosen, dossier.title) == (self._key, self._dossier.title)
        )
        self._dossier, self._key = dossier, shown.chosen
        paragraphs = page_of(dossier) if dossier else ()
        if same:
            self._rewriter.show(paragraphs)
        else:
            self._rewriter.show_anew(paragraphs)
        self._offer(dossier.commands if dossier else ())

    def _offer(self, commands: tuple[str, ...]) -> None:
        self.copy.setEnabled(self._dossier is not None)
        self.commands.setVisible(bool(commands))
        if [action.data() for action in self._menu.actions()] == list(commands):
            return
        self._menu.clear()
        for command in commands:
            action = self._menu.addAction(command)
            action.setData(command)

    # ------------------------------------------------------------------ copying

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText(without_marks(plain_of(self._rewriter.written)))

    def _copy_command(self, action: QAction) -> None:
        QGuiApplication.clipboard().setText(action.data())


def _button(words: Text, about: Text) -> QToolButton:
    button = QToolButton()
    button.setObjectName("small")
    button.setText(words_shown(words))
    button.setToolTip(tip(about))
    button.setAccessibleDescription(words_shown(about))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
