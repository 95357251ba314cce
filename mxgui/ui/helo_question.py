"""The one question at the first start: by which name to greet. It may be left unanswered."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from mxgui.model.helo import helo_of
from mxgui.model.text import Text, text
from mxgui.ui.label import plain_label
from mxgui.ui.shown import Shown
from mxgui.ui.wishes import UseHelo
from mxgui.ui.words import shown as words_shown

_WIDE = 220  # pixels; a name of some thirty letters


class HeloQuestion(QWidget):
    """One line below the domain field, until it is answered or put away."""

    wished = Signal(object)

    def __init__(self) -> None:
        """Ask nothing yet."""
        super().__init__()
        self.setObjectName("banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        question = plain_label("strong")
        question.setText(words_shown(text("By which name should mxgui greet mail servers?")))
        question.setWordWrap(True)
        self.field = QLineEdit()
        self.field.setAccessibleName(words_shown(text("Name to greet mail servers by")))
        self.field.setFixedWidth(_WIDE)
        self.field.returnPressed.connect(self._use)
        self.use = QPushButton(words_shown(text("&Use")))
        self.use.setToolTip(words_shown(text("Greet by this name from now on")))
        self.use.clicked.connect(self._use)
        self.leave = QPushButton(words_shown(text("S&kip")))
        self.leave.setToolTip(words_shown(text("Ask no more; the menu Inspect has it later")))
        self.leave.clicked.connect(self._skip)
        self.told = plain_label("muted")
        self.told.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 5, 20, 5)
        row.setSpacing(8)
        row.addWidget(question, 1)
        for widget in (self.field, self.use, self.leave):
            row.addWidget(widget)
        row.addWidget(self.told, 1)
        self.hide()

    def draw(self, shown: Shown) -> None:
        """Ask as long as that was never done."""
        self.setVisible(shown.asks_helo and not shown.is_welcome)  # the welcome asks for it too
        self.field.setPlaceholderText(shown.usual_helo)
        if not self.field.text():
            self.told.setText(words_shown(_otherwise(shown.usual_helo)))

    def _use(self) -> None:
        name = self.field.text().strip()
        if name and helo_of(name) is None:
            words = text("Give a name that can be looked up, or [address].")
            self.told.setText(words_shown(words))
            return
        self.wished.emit(UseHelo(name))

    def _skip(self) -> None:
        self.wished.emit(UseHelo(""))


def _otherwise(usual: str) -> Text:
    if not usual:
        return text("Otherwise it gives its address.")
    if usual.startswith("["):
        return text("Otherwise it gives its address, {usual}.", usual=usual)
    return text("Otherwise {usual}, if that can be looked up, or else its address.", usual=usual)
