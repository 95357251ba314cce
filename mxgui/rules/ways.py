"""How addresses fail, in a word or two each: what stands in brackets behind a loss."""

from __future__ import annotations

from collections.abc import Collection

from mxgui.model.text import Text, text
from mxgui.rules.failure import Failure

_WAYS = {
    Failure.REFUSED: text("refused"),
    Failure.TIMED_OUT: text("no answer"),
    Failure.UNREACHABLE: text("unreachable"),
    Failure.CLOSED: text("closed without a greeting"),
    Failure.SILENT: text("no greeting"),
    Failure.REJECTED: text("a refusal as greeting"),
    Failure.NOT_SMTP: text("not SMTP"),
    Failure.TOO_LONG: text("a reply without end"),
    Failure.EHLO: text("EHLO fails"),
}


def ways_of(failures: Collection[Failure]) -> tuple[Text, ...]:
    """Give the words for these failures, in the order in which a probe meets them."""
    return tuple(words for failure, words in _WAYS.items() if failure in failures)
