"""What hosts offer after EHLO, and how long they take to greet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from mxgui.model.smtp import Extension, Probe, Stage
from mxgui.model.text import text
from mxgui.routing.verdict import LONG_WAIT
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.heard import greetings
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.trouble import places_of

_COMPARED = ("SIZE", "8BITMIME", "SMTPUTF8")  # what decides whether a message can be passed on
_KEYWORD = re.compile(r"[A-Z0-9][A-Z0-9-]{0,19}")  # RFC 5321, section 4.1.1.1, says which letters
_MOST_TOLD = 16  # in one sentence
_SLOW = 2.0  # seconds


def _check_difference(case: Case) -> Iterator[Finding]:
    offers = dict(_offers(case))
    for tier in case.route.tiers:
        heard = [offers[name] for name in {host.name for host in tier.hosts} if name in offers]
        different = tuple(
            keyword
            for keyword in _COMPARED
            if len({offer.get(keyword) for own in heard for offer in own}) > 1
        )
        if different and len(heard) > 1:
            words = text(
                "The exchanges of preference {preference} differ in what they offer: {extensions}",
                preference=str(tier.preference),
                extensions=different,
            )
            yield Finding("SMTP-CAP-DIFF", Severity.NOTICE, case.domain, words)
            return


def _check_offers(case: Case) -> Iterator[Finding]:
    offers = [set(offer) for _, own in _offers(case) for offer in own]
    common = sorted(filter(_KEYWORD.fullmatch, set.intersection(*offers) if offers else ()))
    if common:
        words = text(
            "Every exchange that was heard offers {extensions}",
            extensions=tuple(common[:_MOST_TOLD]),
        )
        yield Finding("SMTP-CAPS", Severity.INFO, case.domain, words, case.inspection.running)


def _offers(case: Case) -> Iterator[tuple[str, Sequence[Mapping[str, str]]]]:
    """Give what each host offers at its addresses; encrypted, where it came to that.

    All of them count, as the order in which they are heard must decide nothing. The words of a
    masking box, and those of a host that knows HELO only, are no offers.
    """
    for host, probes in greetings(case):
        told = [_extensions(probe) for probe in probes if probe.command == "EHLO"]
        if told:
            yield host.name, [{each.keyword: each.parameters for each in own} for own in told]


def _extensions(probe: Probe) -> tuple[Extension, ...]:
    return probe.extensions_tls if probe.ehlo_tls is not None else probe.extensions


def _check_slow(case: Case) -> Iterator[Finding]:
    for host, probes in greetings(case):
        slow = [probe for probe in probes if _wait(probe) > _SLOW]
        if not slow:
            continue
        longest = max(map(_wait, slow))
        words = text(
            "{host} took {took} to greet at {places}",
            host=host.name,
            took=timedelta(seconds=longest),
            places=places_of(slow),
        )
        severity = Severity.NOTICE if longest > LONG_WAIT else Severity.INFO
        yield Finding("SMTP-SLOW-GREETING", severity, host.name, words)


def _wait(probe: Probe) -> float:
    return probe.took_for(Stage.GREETING) or 0.0


RULES = (
    Rule(
        id="SMTP-SLOW-GREETING",
        title=text("A mail host is slow to greet"),
        why=text(
            "Senders are to wait five minutes, and some seconds of delay are a common way to sift "
            "out those that do not wait. Beyond half a minute some senders give up, and each "
            "message keeps a connection busy."
        ),
        fix=text(
            "If the delay is meant, nothing is wrong with a few seconds of it. Otherwise look for "
            "lookups that find no answer before the greeting, and for a server with too few "
            "processes."
        ),
        references=(rfc("5321", "4.5.3.2.1"),),
        check=_check_slow,
    ),
    Rule(
        id="SMTP-CAP-DIFF",
        title=text("Exchanges of one preference offer different things"),
        why=text(
            "Which of them a message meets is left to chance. One that is too large for a host, "
            "or needs an extension that it lacks, is returned by one exchange and taken by the "
            "other."
        ),
        fix=text("Set up the exchanges of one preference alike."),
        references=(rfc("6531", "3.7.2"), rfc("1870", "6.1")),
        check=_check_difference,
    ),
    Rule(
        id="SMTP-CAPS",
        title=text("What the exchanges offer"),
        why=text("The extensions that a sender can count on, whichever exchange it meets."),
        fix=text("Nothing is wrong."),
        references=(
            rfc("1870"),
            rfc("2920"),
            rfc("3030"),
            rfc("6152"),
            rfc("6531"),
            rfc("8689"),
        ),
        check=_check_offers,
    ),
)
