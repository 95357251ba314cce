"""The headline: the verdict by mark and word, one sentence, and what it rests on."""

from datetime import datetime, timedelta
from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mxgui.model.bounce import Bounce
from mxgui.model.line import VANTAGES
from mxgui.model.text import Text, counted, text
from mxgui.report.report import Report
from mxgui.routing.resolver_words import resolver_words
from mxgui.ui.fonts import BASE, strong_font
from mxgui.ui.label import plain_label
from mxgui.ui.looks import look_of
from mxgui.ui.marks import SIZE, icon_of
from mxgui.ui.shown import Shown
from mxgui.ui.theme import Theme
from mxgui.ui.vantage_words import may_be_retried, offline_words, vantage_words
from mxgui.ui.view import View
from mxgui.ui.wishes import ProbeAgain
from mxgui.ui.words import shown as words_shown
from mxgui.ui.words import tip

MARK = SIZE + 2  # pixels
GAP = 10  # between mark, verdict and sentence


class HeadlineView(View):
    """One line that tells it all, and one of small print."""

    title = text("Headline")

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(theme, parent)
        self.setObjectName("headline")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._mark = QLabel()
        self.verdict = plain_label("strong")
        self.verdict.setFont(strong_font(BASE + 1))
        self.sentence = plain_label("strong")
        self.sentence.setFont(strong_font(BASE + 1))
        self.sentence.setWordWrap(True)
        self.small = plain_label("muted")
        self.small.setWordWrap(True)
        self.bounce = plain_label("muted")
        self.bounce.setWordWrap(True)
        self.retry = QPushButton(words_shown(text("&Retry")))
        self.retry.setToolTip(words_shown(text("Ask and probe afresh (F5)")))
        self.retry.clicked.connect(self._retry)
        self._result: Report | None = None
        line = self.verdict.fontMetrics().height()
        self._mark.setFixedSize(MARK, max(line, MARK))  # it stands in the middle of its line
        self._lay_out()
        theme.changed.connect(self._write)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(GAP)
        first.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.verdict, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.sentence, 1, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addLayout(first)
        for label in (self.small, self.bounce):
            label.setContentsMargins(MARK + GAP, 0, 0, 0)
            words.addWidget(label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 10, 20, 10)
        layout.setSpacing(16)
        layout.addLayout(words, 1)
        layout.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignVCenter)

    def draw(self, shown: Shown) -> None:
        """Show the verdict and the sentence."""
        if shown.result is not self._result:
            self._result = shown.result
            self._write()

    def _write(self) -> None:
        result = self._result
        self.setVisible(result is not None)
        if result is None:
            return
        look = look_of(result)
        self._mark.setPixmap(
            icon_of(look, self.theme.tokens).pixmap(QSize(MARK, MARK), self.devicePixelRatioF())
        )
        self.verdict.setText(words_shown(look.word))
        colour = f"color: {self.theme.tokens.ink(look.tone)}"
        if colour != self.verdict.styleSheet():  # Qt would lay all of it out anew
            self.verdict.setStyleSheet(colour)
        self.sentence.setText(words_shown(offline_words(result) or result.headline))
        self.retry.setVisible(may_be_retried(result))
        self.small.setText(" · ".join(words_shown(part) for part in small_print(result)))
        bounce = result.inspection.entry.bounce
        told = bounce_words(bounce) if bounce else None
        self.bounce.setVisible(told is not None)
        self.bounce.setText(words_shown(told) if told else "")
        self.bounce.setToolTip(tip(bounce.reply or "") if bounce else "")

    def _retry(self) -> None:
        self.wished.emit(ProbeAgain())


def small_print(result: Report) -> list[Text | str]:
    """Coverage by family, when, by which resolver, and what is special about this look."""
    inspection = result.inspection
    parts: list[Text | str] = [
        text(
            "IPv{family} {answered} of {total}",
            family=each.family,
            answered=each.answered,
            total=each.total,
        )
        for each in result.coverage
    ]
    parts.append(text("began {time}", time=clock_time(inspection.began)))
    for vantage in VANTAGES:
        words = vantage_words(inspection.line_of(vantage))
        if words is not None:
            parts.append(words)
    parts.append(text("resolver {resolver}", resolver=resolver_words(inspection.origin.resolver)))
    reused = [probe.reused_age for probe in inspection.probes if probe.reused_age is not None]
    if reused:
        parts.append(
            counted(
                "{n} probe is {age} old: F5 probes again",
                "{n} probes are up to {age} old: F5 probes again",
                len(reused),
                age=timedelta(seconds=max(1, ceil(max(reused)))),
            )
        )
    if inspection.cut_short:
        parts.append(text("stopped before its end"))
    return parts


def clock_time(moment: datetime) -> str:
    """A moment by this computer's own clock, to the minute."""
    return moment.astimezone().strftime("%H:%M")


def bounce_words(bounce: Bounce) -> Text | None:
    """What the pasted bounce told, in one line; None if it told nothing but the domain."""
    who = bounce.host or bounce.address
    if who and bounce.reply and not bounce.reply[0].isdigit():  # the words of the sender's own
        return text("The bounce names {host}: {reply}", host=who, reply=bounce.reply)
    if who and bounce.reply:
        return text("The bounce names {host}, which said: {reply}", host=who, reply=bounce.reply)
    if who:
        return text("The bounce names {host}.", host=who)
    return text("The bounce says: {reply}", reply=bounce.reply) if bounce.reply else None
