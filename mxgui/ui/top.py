"""The top of the window: the domain bar, and what holds for the whole window, below it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolBar, QVBoxLayout, QWidget

from mxgui.model.text import text
from mxgui.ui.domain_bar import DomainBar
from mxgui.ui.helo_question import HeloQuestion
from mxgui.ui.label import plain_label
from mxgui.ui.line_banner import LineBanner
from mxgui.ui.settings.trouble_banner import TroubleBanner
from mxgui.ui.shown import Shown
from mxgui.ui.words import shown as words_shown


class Top(QToolBar):
    """The toolbar: it stays where it is, above all panels."""

    wished = Signal(object)

    def __init__(self, bar: DomainBar) -> None:
        """Place the bar, and the banner below it."""
        super().__init__(words_shown(text("Domain")))
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.toggleViewAction().setEnabled(False)
        self.bar = bar
        self.banner = _banner()
        self.question = HeloQuestion()
        self.line = LineBanner()
        self.trouble = TroubleBanner()
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        for part in (self.trouble, self.banner, self.question, self.line):
            column.addWidget(part)
        self.addWidget(whole)
        for speaker in (bar, self.trouble, self.question, self.line):
            speaker.wished.connect(self.wished)

    def draw(self, shown: Shown) -> None:
        """Show this."""
        self.banner.setVisible(shown.is_demo)
        for part in (self.bar, self.trouble, self.question, self.line):
            part.draw(shown)


def _banner() -> QWidget:
    banner = QWidget()
    banner.setObjectName("banner")
    banner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    words = plain_label("strong")
    words.setText(words_shown(text("Demo network: nothing here leaves this computer.")))
    row = QHBoxLayout(banner)
    row.setContentsMargins(20, 5, 20, 5)
    row.addWidget(words)
    banner.hide()
    return banner
