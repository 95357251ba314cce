"""Hosts that take the connection and no mail: no greeting, or one that says no."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from mxgui.model.smtp import Stage
from mxgui.model.text import Text, text
from mxgui.routing.standing import Standing
from mxgui.routing.verdict import ungreeting
from mxgui.rules.aim import is_aimed_at_us
from mxgui.rules.case import Case
from mxgui.rules.failure import Failure
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.trouble import Trouble, replies_of, troubles_with, weight_of
from mxgui.rules.weight import Weight


def _check_closed(case: Case) -> Iterator[Finding]:
    for trouble in troubles_with(case, Failure.CLOSED):
        words = text(
            "{host} closes the connection at {addresses} before it has greeted",
            host=trouble.host.name,
            addresses=trouble.places,
        )
        yield trouble.finding(words, weight_of(case, trouble))


def _check_silent(case: Case) -> Iterator[Finding]:
    ungreeting_ones = ungreeting(case.inspection, case.route)
    for trouble in troubles_with(case, Failure.SILENT):
        waited = max(probe.took_for(Stage.GREETING) or 0.0 for probe in trouble.probes)
        words = text(
            "{host} takes the connection at {addresses} and had not greeted after {waited}",
            host=trouble.host.name,
            addresses=trouble.places,
            waited=timedelta(seconds=waited),
        )
        late = any(probe.target.address in ungreeting_ones for probe in trouble.probes)
        doubtful = trouble.standing is Standing.MAYBE
        weight = Weight(Severity.WARNING) if late and doubtful else weight_of(case, trouble)
        yield trouble.finding(words, weight)


def _check_deferred(case: Case) -> Iterator[Finding]:
    for trouble in troubles_with(case, Failure.DEFERRED):
        yield trouble.finding(_deferred(case, trouble), weight_of(case, trouble))


def _deferred(case: Case, trouble: Trouble) -> Text:
    replies = replies_of(probe.greeting for probe in trouble.probes)
    if _means_us(case, trouble):
        return text(
            "{host} turns this line away for now, and its words mean this line, at {addresses}: "
            "{replies}",
            host=trouble.host.name,
            addresses=trouble.places,
            replies=replies,
        )
    return text(
        "{host} puts this line off for now at {addresses}: {replies}",
        host=trouble.host.name,
        addresses=trouble.places,
        replies=replies,
    )


def _means_us(case: Case, trouble: Trouble) -> bool:
    return any(is_aimed_at_us(case.inspection, probe) for probe in trouble.probes)


def _check_rejected(case: Case) -> Iterator[Finding]:
    for trouble in troubles_with(case, Failure.REJECTED):
        yield trouble.finding(_rejected(case, trouble), weight_of(case, trouble))


def _rejected(case: Case, trouble: Trouble) -> Text:
    replies = replies_of(probe.greeting for probe in trouble.probes)
    if trouble.standing is not Standing.DEAD and _means_us(case, trouble):
        return text(
            "{host} greets with a refusal whose words mean this line, at {addresses}: {replies}",
            host=trouble.host.name,
            addresses=trouble.places,
            replies=replies,
        )
    if trouble.standing is Standing.DEAD:
        return text(
            "{host} greets with a refusal at {addresses}: {replies}",
            host=trouble.host.name,
            addresses=trouble.places,
            replies=replies,
        )
    return text(
        "{host} greets with a refusal, which may mean this line alone, at {addresses}: {replies}",
        host=trouble.host.name,
        addresses=trouble.places,
        replies=replies,
    )


RULES = (
    Rule(
        id="SMTP-CLOSED",
        title=text("A mail host hangs up instead of greeting"),
        why=text(
            "A sender learns nothing from it: it goes on to the next address, or keeps the mail "
            "and tries again for days. A server that wants no connection has to say so with a "
            "reply."
        ),
        fix=text(
            "Look into the logs of the mail server and of what stands before it: a load balancer "
            "without a server behind it, a limit on connections or a filter may drop what it has "
            "taken. If other lines are greeted, a filter has something against this one."
        ),
        references=(rfc("5321", "3.1"), rfc("5321", "3.8")),
        check=_check_closed,
    ),
    Rule(
        id="SMTP-NO-GREETING",
        title=text("A mail host does not greet"),
        why=text(
            "Senders are to wait five minutes for the greeting, and many do: mail is late by that "
            "much or goes elsewhere. Some hosts delay it on purpose, to sift senders: one who "
            "waits for less than five minutes cannot tell."
        ),
        fix=text(
            "Inspect again with the patience of a sender. If no greeting comes then either, see "
            "what the server does before it greets: lookups that find no answer, filters, or all "
            "of its processes busy."
        ),
        references=(rfc("5321", "4.5.3.2.1"), rfc("5321", "3.1")),
        check=_check_silent,
    ),
    Rule(
        id="SMTP-4XX-GREETING",
        title=text("A mail host asks to come back later"),
        why=text(
            "A reply of the 4xx kind holds for now only: the host is busy or closing down, or has "
            "something against this line. Senders go on to the next address, or keep the mail and "
            "come back."
        ),
        fix=text(
            "Look again in some minutes. If the reply stays, its words and the host's log tell "
            "whether the host is out of connections, disk or processes, or turns some senders "
            "away."
        ),
        references=(rfc("5321", "3.1"), rfc("5321", "4.2.1")),
        check=_check_deferred,
    ),
    Rule(
        id="SMTP-5XX-GREETING",
        title=text("A mail host greets with a refusal"),
        why=text(
            "Most senders go on to the next address; some, as mox and Haraka, return the mail at "
            "once, and others do if no address is left. Senders on a block list are often greeted "
            "in the same way: then it is between the host and this line."
        ),
        fix=text(
            "If the reply speaks of an address or a list, look from another line. If it is meant "
            "for everybody, let the host take mail, or take it out of the MX records."
        ),
        references=(rfc("5321", "3.1"), rfc("7504", "3")),
        check=_check_rejected,
    ),
)
