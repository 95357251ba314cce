"""Which resolvers to ask: a line with one or several, as on the command line."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from mxgui.model.resolver import BadResolver, ResolverSpec
from mxgui.model.text import text
from mxgui.ui.label import plain_label
from mxgui.ui.wishes import AskResolvers
from mxgui.ui.words import shown as words_shown

WIDE = 420  # pixels


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
        about = plain_label("muted")
        about.setWordWrap(True)
        about.setMinimumWidth(WIDE)
        about.setText(
            words_shown(
                text(
                    "An address, address:port, tls://host or https://url; several, parted by "
                    "spaces, are asked one after the other when one fails."
                )
            )
        )
        self.problem = plain_label("problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        buttons.button(kinds.Ok).setObjectName("primary")
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(10)
        for widget in (about, self.line, self.problem, buttons):
            layout.addWidget(widget)
        self.line.setFocus()

    def _take(self) -> None:
        written = tuple(self.line.text().replace(",", " ").split()) or ("system",)
        try:
            for one in written:
                ResolverSpec.parse(one)
        except BadResolver as bad:
            self.problem.setText(words_shown(bad.text))
            self.problem.show()
            return
        self.wished.emit(AskResolvers(written))
        self.accept()
