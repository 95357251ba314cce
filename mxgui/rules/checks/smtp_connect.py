"""Connections that come to nothing: refused, turned back on the way, or without any answer."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.text import Text, text
from mxgui.routing.standing import Standing
from mxgui.rules.case import Case
from mxgui.rules.failure import Failure
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.trouble import Trouble, troubles_with, weight_of


def _check_refused(case: Case) -> Iterator[Finding]:
    for trouble in troubles_with(case, Failure.REFUSED):
        words = text(
            "{host} refuses connections at {addresses}",
            host=trouble.host.name,
            addresses=trouble.places,
        )
        yield trouble.finding(words, weight_of(case, trouble, Severity.CRITICAL))


def _check_timeout(case: Case) -> Iterator[Finding]:
    for trouble in troubles_with(case, Failure.TIMED_OUT):
        yield trouble.finding(_timeout(trouble), weight_of(case, trouble, Severity.CRITICAL))


def _timeout(trouble: Trouble) -> Text:
    if trouble.standing is Standing.DEAD:
        return text(
            "{host} does not answer at {addresses}",
            host=trouble.host.name,
            addresses=trouble.places,
        )
    return text(
        "Nothing was heard from {host} at {addresses}: it may be this line that does not get there",
        host=trouble.host.name,
        addresses=trouble.places,
    )


def _check_unreachable(case: Case) -> Iterator[Finding]:
    for trouble in troubles_with(case, Failure.UNREACHABLE):
        yield trouble.finding(_unreachable(trouble), weight_of(case, trouble, Severity.CRITICAL))


def _unreachable(trouble: Trouble) -> Text:
    if trouble.standing is Standing.DEAD:
        return text(
            "{host} cannot be reached at {addresses}: the network itself says so",
            host=trouble.host.name,
            addresses=trouble.places,
        )
    return text(
        "The network reports no way to {host} at {addresses}: it may be this line that has none",
        host=trouble.host.name,
        addresses=trouble.places,
    )


RULES = (
    Rule(
        id="SMTP-REFUSED",
        title=text("A mail host refuses connections"),
        why=text(
            "Nothing listens there, or a firewall turns senders away. They go on to the next "
            "address at once; without another one the mail waits in their queues and is returned "
            "after some days."
        ),
        fix=text(
            "Start the mail server, let it listen on this address, and open its port to everybody "
            "in the firewall. If the address is no longer in use, take it out of DNS."
        ),
        references=(rfc("5321", "4.5.4.1"), rfc("5321", "5.1")),
        check=_check_refused,
    ),
    Rule(
        id="SMTP-TIMEOUT",
        title=text("A mail host does not answer"),
        why=text(
            "A sender that picks this address waits half a minute to five minutes before it goes "
            "on; without another address the mail waits in its queue and is returned after some "
            "days. Many lines block the mail port on the way out: silence alone proves nothing."
        ),
        fix=text(
            "See whether the host is up, the address right, and the port open to everybody in the "
            "firewall. If nothing answers from here at all, look from another line first."
        ),
        references=(rfc("5321", "4.5.4.1"), rfc("5321", "5.1")),
        check=_check_timeout,
    ),
    Rule(
        id="SMTP-UNREACH",
        title=text("A mail host cannot be reached"),
        why=text(
            "A router or a firewall on the path answers that there is no way to this address, or "
            "none for mail. Senders go on to the next address at once; without another one the "
            "mail waits in their queues and is returned after some days."
        ),
        fix=text(
            "See whether the host is up and its network announced, and whether a firewall answers "
            "in its place. If other hosts are not reached over this family either, look from "
            "another line first."
        ),
        # RFC 1812 and RFC 4443 say what a router answers to what it cannot pass on
        references=(
            rfc("5321", "4.5.4.1"),
            rfc("1812", "5.2.7.1"),
            rfc("4443", "3.1"),
        ),
        check=_check_unreachable,
    ),
)
