"""Hosts that answer with what no sender can read: another protocol, or a reply without end."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.text import Text, text
from mxgui.rules.case import Case
from mxgui.rules.failure import Failure
from mxgui.rules.finding import Finding
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.trouble import Trouble, first_words, troubles_with, weight_of


def _check_not_smtp(case: Case) -> Iterator[Finding]:
    for trouble in troubles_with(case, Failure.NOT_SMTP):
        yield trouble.finding(_not_smtp(trouble), weight_of(case, trouble))


def _not_smtp(trouble: Trouble) -> Text:
    said = first_words(trouble.probes[0])
    if not said:
        return text(
            "What answers for {host} at {addresses} does not speak SMTP",
            host=trouble.host.name,
            addresses=trouble.places,
        )
    return text(
        "What answers for {host} at {addresses} does not speak SMTP: “{said}”",
        host=trouble.host.name,
        addresses=trouble.places,
        said=said,
    )


def _check_too_long(case: Case) -> Iterator[Finding]:
    for trouble in troubles_with(case, Failure.TOO_LONG):
        words = text(
            "{host} sends a reply at {addresses} that is too long to be heard to its end",
            host=trouble.host.name,
            addresses=trouble.places,
        )
        yield trouble.finding(words, weight_of(case, trouble))


RULES = (
    Rule(
        id="SMTP-NOT-SMTP",
        title=text("What answers is not SMTP"),
        why=text(
            "Senders understand nothing and go on to the next address; without another one the "
            "mail waits in their queues and is returned after some days."
        ),
        fix=text(
            "See what listens on this port: another service, a server that expects TLS from the "
            "first byte, or a box on the path that answers in the host's place. Let the mail "
            "server listen there, or correct the address in DNS."
        ),
        references=(rfc("5321", "4.2"), rfc("5321", "3.1")),
        check=_check_not_smtp,
    ),
    Rule(
        id="SMTP-REPLY-TOO-LONG",
        title=text("A reply is longer than senders read"),
        why=text(
            "A line of a reply has 512 octets at most. What goes far beyond that, or does not end, "
            "some senders cut, and others give up on the host."
        ),
        fix=text(
            "Shorten the greeting or the list of extensions, and see whether a filter or a box on "
            "the path adds to it."
        ),
        references=(rfc("5321", "4.5.3.1.5"), rfc("5321", "4.2.1")),
        check=_check_too_long,
    ),
)
