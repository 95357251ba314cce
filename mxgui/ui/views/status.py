"""The last line of the window: how far the probes are, and what came of the latest saving."""

from datetime import timedelta

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from mxgui.model.text import Text, counted, text
from mxgui.report.report import Report
from mxgui.routing.reach import State
from mxgui.ui.label import plain_label
from mxgui.ui.shown import Shown
from mxgui.ui.theme import Theme
from mxgui.ui.view import View
from mxgui.ui.words import shown as words_shown

_BAR = 160  # pixels


class StatusView(View):
    """A sentence, and a thin bar while there is something to wait for."""

    title = text("Status")

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(theme, parent)
        self.words = plain_label("muted")
        self.saved = plain_label("muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(_BAR, 4)
        self.bar.setAccessibleName(words_shown(text("Progress of the probes")))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 3, 12, 3)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.saved)
        layout.addWidget(self.bar)

    def draw(self, shown: Shown) -> None:
        """Show how far it is."""
        self.words.setText(words_shown(status_of(shown)))
        saved = shown.saved
        if saved is not None and saved.problem is None:
            self.saved.setText(words_shown(text("Saved as {path}", path=saved.path)))
        else:
            self.saved.clear()
        self.bar.setVisible(shown.busy)
        if shown.result is not None and shown.busy:
            states = states_of(shown.result)
            done = sum(state.is_settled for state in states)
            self.bar.setRange(0, len(states))  # none known yet: Qt shows that it is busy
            self.bar.setValue(done)


def states_of(result: Report) -> list[State]:
    """The state of every address on the diagram, each once."""
    return list({row.address: row.state for row in result.diagram.rows}.values())


def status_of(shown: Shown) -> Text:
    """What is going on, in one line with numbers."""
    result = shown.result
    if result is None:
        return text("Looking up the route") if shown.busy else text("Ready")
    states = states_of(result)
    if not states:
        return text("Asking DNS") if shown.busy else text("No address to probe")
    counts: tuple[Text, ...] = tuple(
        words(states.count(state)) for state, words in _WORDS.items() if states.count(state)
    )
    settled = sum(state.is_settled for state in states)
    took = timedelta(seconds=round(shown.now) if shown.busy else _took(result))
    return text(
        "{settled} of {total} settled: {counts} · {took}",
        settled=settled,
        total=counted("{n} address", "{n} addresses", len(states)),
        counts=counts,
        took=took,
    )


def _took(result: Report) -> float:
    ended = result.inspection.ended
    return (ended - result.inspection.began).total_seconds() if ended else 0.0


def _answering(n: int) -> Text:
    return counted("{n} answers", "{n} answer", n)


def _not_now(n: int) -> Text:
    return counted("{n} says not now", "{n} say not now", n)


def _failing(n: int) -> Text:
    return counted("{n} fails", "{n} fail", n)


def _unheard(n: int) -> Text:
    return text("{n} not heard from here", n=n)


def _untried(n: int) -> Text:
    return text("{n} not tried", n=n)


def _running(n: int) -> Text:
    return text("{n} under way", n=n)


def _waiting(n: int) -> Text:
    return text("{n} to come", n=n)


_WORDS = {
    State.OK: _answering,
    State.TEMPORARY: _not_now,
    State.FAILED: _failing,
    State.UNHEARD: _unheard,
    State.NOT_TRIED: _untried,
    State.RUNNING: _running,
    State.PENDING: _waiting,
}
