"""How mxgui knocks: by which name, through which proxy, and which host is known to answer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mxgui.model.domain import BadDomain, Domain
from mxgui.model.helo import helo_of
from mxgui.model.proxy import BadProxy, ProxySpec
from mxgui.model.text import Text, text
from mxgui.ui.dialog_words import make_room, sentence
from mxgui.ui.plain_buttons import plain_buttons
from mxgui.ui.shown import Shown
from mxgui.ui.wishes import TryProxy, UseLine
from mxgui.ui.words import shown as words_shown


class LineDialog(QDialog):
    """Takes only what can be understood, and says what cannot."""

    wished = Signal(object)

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        """Begin with what is in use."""
        super().__init__(parent)
        self.setWindowTitle(words_shown(text("This line")))
        plan = shown.plan
        self.name = _field(text("Name to greet by"), plan.helo or "")
        self.proxy = _field(text("SOCKS5 proxy"), plan.proxy)
        self.canary = _field(text("Host that answers"), plan.canary)
        self.name.setPlaceholderText(shown.usual_helo)
        self.proxy.setPlaceholderText("socks5://127.0.0.1:1080")
        self.also_direct = QCheckBox(words_shown(text("Probe from this line &beside it")))
        self.also_direct.setChecked(plan.also_direct)
        self.problem = sentence("problem")
        self.told = sentence("muted")
        self.try_out = QPushButton(words_shown(text("&Test")))
        self.try_out.setToolTip(words_shown(text("Connect to the proxy now; no host is asked for")))
        self.try_out.setAutoDefault(False)
        self.try_out.clicked.connect(self._try_out)
        self.proxy.textChanged.connect(self._follow)
        self._lay_out()
        for words in (self.problem, self.told):  # there is nothing to say yet
            words.hide()
        self._follow()

    def _lay_out(self) -> None:
        kinds = QDialogButtonBox.StandardButton
        buttons = plain_buttons(kinds.Ok | kinds.Cancel)
        buttons.addButton(self.try_out, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.button(kinds.Ok).setObjectName("primary")
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(6)
        parts = (
            (text("&Name by which mail servers are greeted"), self.name, _ABOUT_NAME),
            (text("SOCKS5 pro&xy to probe through"), self.proxy, _ABOUT_PROXY),
        )
        for title, field, about in parts:
            self._add(layout, title, field, about)
        layout.addWidget(self.also_direct)
        layout.addSpacing(8)
        self._add(layout, text("A &host of yours that answers"), self.canary, _ABOUT_CANARY)
        for widget in (self.problem, self.told, buttons):
            layout.addWidget(widget)

    def _add(self, layout: QVBoxLayout, title: Text, field: QLineEdit, about: Text) -> None:
        label = QLabel(words_shown(title))
        label.setBuddy(field)
        words = sentence("muted")
        words.setText(words_shown(about))
        for widget in (label, field, words):
            layout.addWidget(widget)
        layout.addSpacing(8)

    def draw(self, shown: Shown) -> None:
        """Show what came of the latest trial, if it was of what stands in the field."""
        trial = shown.proxy_trial
        is_ours = trial is not None and trial.resolvers == (self.proxy.text().strip(),)
        self.told.setVisible(is_ours)
        if trial is None or not is_ours:
            return
        self.told.setObjectName("strong" if trial.is_well or trial.words is None else "problem")
        self.told.style().polish(self.told)
        self.told.setText(words_shown(trial.words or text("Connecting…")))
        make_room(self)

    def _follow(self) -> None:
        """Offer what a proxy alone makes sense of."""
        has_proxy = bool(self.proxy.text().strip())
        self.try_out.setEnabled(has_proxy)
        self.also_direct.setEnabled(has_proxy)

    def _complain(self, words: Text | None) -> bool:
        """Say what cannot be understood; tell whether there was anything."""
        self.problem.setVisible(words is not None)
        if words is not None:
            self.problem.setText(words_shown(words))
            make_room(self)
        return words is not None

    def _try_out(self) -> None:
        if not self._complain(_wrong_proxy(self.proxy.text())):
            self.wished.emit(TryProxy(self.proxy.text().strip()))

    def _take(self) -> None:
        name, proxy, canary = (
            field.text().strip() for field in (self.name, self.proxy, self.canary)
        )
        wrong = _wrong_name(name) or _wrong_proxy(proxy) or _wrong_host(canary)
        if self._complain(wrong):
            return
        both = self.also_direct.isChecked() and bool(proxy)
        self.wished.emit(UseLine(name, proxy, both, canary))
        self.accept()


_ABOUT_NAME = text(
    "A name of this computer that can be looked up, or [address]. Left empty, it is the machine's "
    "own name if the Internet knows it, else its address."
)
_ABOUT_PROXY = text(
    "For a line that may not use the mail port: “ssh -D 1080 SERVER” opens one. DNS is asked "
    "directly. User and password, as in socks5://USER:PASS@HOST:PORT, are kept until mxgui is "
    "closed and never written down."
)
_ABOUT_CANARY = text(
    "If it is silent too, it is this line that cannot reach the mail port. Left empty, only the "
    "hosts of the domain are asked."
)


def _wrong_name(written: str) -> Text | None:
    if not written or helo_of(written) is not None:
        return None
    return text("Mail servers must be able to look the name up: give one with a dot, or [address].")


def _wrong_proxy(written: str) -> Text | None:
    try:
        if written.strip():
            ProxySpec.parse(written)
    except BadProxy as bad:
        return bad.text
    return None


def _wrong_host(written: str) -> Text | None:
    try:
        if written:
            Domain.parse(written)
    except BadDomain as bad:
        return bad.text
    return None


def _field(name: Text, written: str) -> QLineEdit:
    field = QLineEdit(written)
    field.setAccessibleName(words_shown(name))
    return field
