"""One preference alone: how long an outage goes on for the mail that waits at its senders."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import cache

from mxgui.model.text import Text, text
from mxgui.routing.senders import SENDERS
from mxgui.routing.sending.lots import ALL_FAIL
from mxgui.routing.sending.sender import Sender
from mxgui.routing.sending.waiting import Waiting
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.tiers import usable_tiers

_OUTAGE = 4 * 3600.0  # seconds; a night's or an afternoon's repair


def _check(case: Case) -> Iterator[Finding]:
    if case.takes_advice and len(usable_tiers(case)) == 1:
        yield Finding("ROUTE-NO-BACKUP-DELAY", Severity.INFO, case.domain, _words())


def _ahead(case: Case) -> Iterator[None]:
    """Work out one sender after the other; it is needed of all, and the same for every domain."""
    if case.takes_advice and len(usable_tiers(case)) == 1:
        for sender in SENDERS:
            worst_added(sender)
            yield


@cache
def worst_added(sender: Sender) -> float:
    """Give the seconds that a sender adds to the outage at the worst; it is always so."""
    return Waiting(sender, _OUTAGE, ALL_FAIL).worst_s or 0.0


@cache
def _words() -> Text:
    """Say what the quickest and the slowest of all senders add to an outage."""
    worst = {sender.title: worst_added(sender) for sender in SENDERS}
    quick = min(worst, key=lambda title: worst[title])
    slow = max(worst, key=lambda title: worst[title])
    return text(
        "After an outage of {outage} the mail that waits arrives within {least} from {quick}, "
        "within {most} from {slow}",
        outage=timedelta(seconds=_OUTAGE),
        least=timedelta(seconds=worst[quick]),
        quick=quick,
        most=timedelta(seconds=worst[slow]),
        slow=slow,
    )


RULES = (
    Rule(
        id="ROUTE-NO-BACKUP-DELAY",
        title=text("An outage lasts longer for the mail that waits"),
        why=text(
            "All exchanges have one preference. While none of them answers, mail waits at its "
            "senders, and these are not told when the hosts are back: each waits for its own next "
            "try, which comes the later the longer the message has waited. Nothing is lost until "
            "a sender gives up, after days as a rule."
        ),
        fix=text(
            "Nothing is wrong. Keep outages that are planned short; a further exchange in another "
            "place keeps mail coming during those that are not."
        ),
        references=(rfc("5321", "4.5.4.1"),),
        check=_check,
        ahead=_ahead,
    ),
)
