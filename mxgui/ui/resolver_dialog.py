"""Which resolvers to ask: a line with one or several, as on the command line."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mxgui.model.resolver import BadResolver, ResolverSpec
from mxgui.model.text import text
from mxgui.ui.dialog_words import make_room, sentence
from mxgui.ui.plain_buttons import plain_buttons
from mxgui.ui.shown import Shown
from mxgui.ui.wishes import AskResolvers, TryResolvers
from mxgui.ui.words import shown as words_shown


class ResolverDialog(QDialog):
    """Takes only what can be understood, and says what cannot."""

    wished = Signal(object)

    def __init__(self, resolvers: tuple[str, ...], parent: QWidget | None = None) -> None:
        """Begin with the resolvers in use."""
        super().__init__(parent)
        self.setWindowTitle(words_shown(text("Resolver")))
        self.line = QLineEdit(" ".join(resolvers))
        self.line.setAccessibleName(words_shown(text("Resolvers, in the order of failover")))
        self.line.selectAll()
        self.problem = sentence("problem")
        self.told = sentence("muted")
        self.try_out = QPushButton(words_shown(text("&Test")))
        self.try_out.setToolTip(words_shown(text("Ask these resolvers now, and see how they do")))
        self.try_out.setAutoDefault(False)
        self.try_out.clicked.connect(self._try_out)
        for words in (self.problem, self.told):  # there is nothing to say yet
            words.hide()
        self._lay_out()
        self.line.setFocus()

    def _lay_out(self) -> None:
        about = sentence("muted")
        about.setText(
            words_shown(
                text(
                    "An address, address:port, tls://host or https://url; several, parted by "
                    "spaces, are asked one after the other when one fails."
                )
            )
        )
        kinds = QDialogButtonBox.StandardButton
        buttons = plain_buttons(kinds.Ok | kinds.Cancel)
        buttons.addButton(self.try_out, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.button(kinds.Ok).setObjectName("primary")
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(10)
        for widget in (about, self.line, self.problem, self.told, buttons):
            layout.addWidget(widget)

    def draw(self, shown: Shown) -> None:
        """Show what came of the latest trial, if it was of what stands in the line."""
        trial = shown.resolver_trial
        before = self.told.text() if self.told.isVisible() else ""
        is_ours = trial is not None and trial.resolvers == self._written()
        self.told.setVisible(is_ours)
        if trial is None or not is_ours:
            return
        words = trial.words or text("Asking…")
        name = "strong" if trial.is_well or trial.words is None else "problem"
        self.told.setObjectName(name)
        self.told.style().polish(self.told)
        self.told.setText(words_shown(words))
        if self.told.text() != before:
            make_room(self)

    def _written(self) -> tuple[str, ...]:
        return tuple(self.line.text().replace(",", " ").split()) or ("system",)

    def _understood(self) -> tuple[str, ...] | None:
        """What was typed, or None with a sentence about what is wrong with it."""
        written = self._written()
        try:
            for one in written:
                ResolverSpec.parse(one)
        except BadResolver as bad:
            self.problem.setText(words_shown(bad.text))
            self.problem.show()
            make_room(self)
            return None
        self.problem.hide()
        return written

    def _try_out(self) -> None:
        written = self._understood()
        if written is not None:
            self.wished.emit(TryResolvers(written))

    def _take(self) -> None:
        written = self._understood()
        if written is not None:
            self.wished.emit(AskResolvers(written))
            self.accept()
