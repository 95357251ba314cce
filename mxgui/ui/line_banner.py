"""What this line lacks, across the top: told once, with what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mxgui.model.line import PROXY
from mxgui.model.text import text
from mxgui.ui.label import plain_label
from mxgui.ui.shown import Shown
from mxgui.ui.wishes import ProbeAgain
from mxgui.ui.words import shown as words_shown

if TYPE_CHECKING:
    from mxgui.report.report import Report
    from mxgui.rules.finding import Finding

TOLD_ON_TOP = ("SMTP-PORT-BLOCKED-HERE", "META-PROXY")


def _on_top(result: Report) -> Finding | None:
    """What is to be told, unless a proxy has helped already."""
    from mxgui.routing.reach import port_open

    if any(port_open(result.inspection, family, PROXY) for family in (4, 6)):
        return None
    return next((each for each in result.findings if each.id in TOLD_ON_TOP), None)


class LineBanner(QWidget):
    """One sentence; the advice unfolds below it."""

    wished = Signal(object)
    proxy_asked = Signal()

    def __init__(self) -> None:
        """Say nothing yet."""
        super().__init__()
        self.setObjectName("banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._finding: Finding | None = None
        self.words = plain_label("strong")
        self.words.setWordWrap(True)
        self.advice = plain_label("muted")
        self.advice.setWordWrap(True)
        self.what = QPushButton(words_shown(text("&What to do")))
        self.what.setCheckable(True)
        self.what.setToolTip(words_shown(text("Show or hide what helps")))
        self.what.toggled.connect(self.advice.setVisible)
        self.proxy = QPushButton(words_shown(text("Pro&xy…")))
        self.proxy.setToolTip(words_shown(text("Probe through a proxy elsewhere")))
        self.proxy.clicked.connect(self.proxy_asked)
        self.retry = QPushButton(words_shown(text("Re&try")))
        self.retry.setToolTip(words_shown(text("Ask and probe afresh (F5)")))
        self.retry.clicked.connect(self._retry)
        self._lay_out()
        self.advice.hide()
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        for button in (self.what, self.proxy, self.retry):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 6, 20, 6)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.advice)

    def draw(self, shown: Shown) -> None:
        """Tell of the line, if there is anything to tell of it."""
        finding = _on_top(shown.result) if shown.result is not None else None
        if finding == self._finding:
            return
        self._finding = finding
        self.setVisible(finding is not None)
        self.what.setChecked(False)
        if finding is not None:
            from mxgui.rules.engine import explain

            self.words.setText(words_shown(finding.text))
            self.advice.setText(words_shown(explain(finding.id).fix))

    def _retry(self) -> None:
        self.wished.emit(ProbeAgain())
