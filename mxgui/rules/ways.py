"""How addresses fail, in a word or two each: what stands in brackets behind a loss."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mxgui.model.smtp import Probe, StoppedBy
from mxgui.model.text import Text, text
from mxgui.rules.failure import Failure
from mxgui.rules.trouble import first_words, replies_of

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


def ways_of(failed: Mapping[Failure, Sequence[Probe]]) -> tuple[Text, ...]:
    """Give the words for these failures, in the order in which a probe meets them.

    What a host said is told where there is one way alone.
    """
    ways = [failure for failure in _WAYS if failure in failed]
    if len(ways) == 1:
        return (_with_words(ways[0], failed[ways[0]]),)
    return tuple(_WAYS[failure] for failure in ways)


def _with_words(failure: Failure, probes: Sequence[Probe]) -> Text:
    if failure is Failure.REJECTED:
        replies = replies_of(probe.greeting for probe in probes)
        return text("a refusal as greeting: {replies}", replies=replies)
    if failure is Failure.EHLO:
        refusals = [probe.ehlo for probe in probes if probe.stopped_by is StoppedBy.REPLY]
        if refusals:
            return text("EHLO fails: {replies}", replies=replies_of(refusals))
    if failure is Failure.NOT_SMTP:
        said = first_words(probes[0])
        if said:
            return text("not SMTP: “{said}”", said=said)
    return _WAYS[failure]
