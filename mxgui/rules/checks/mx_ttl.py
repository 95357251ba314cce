"""How long the MX records may be kept, by their original TTL alone.

What a resolver has left of it tells nothing: that is why only a name server's own answer counts, or
what a signature vouches for (RFC 4034, section 3.1.4).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from mxgui.model.records import RecordType, Status
from mxgui.model.text import text
from mxgui.routing.authority import zones_asked
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc

LOW = 60  # seconds
HIGH = 86_400  # seconds; a day


def _check_low(case: Case) -> Iterator[Finding]:
    low = [ttl for ttl in original_ttls(case) if ttl < LOW]
    if low:
        ttl = timedelta(seconds=min(low))
        words = text("The MX records may be kept for {ttl} only", ttl=ttl)
        yield Finding("MX-TTL-LOW", Severity.NOTICE, case.domain, words)


def _check_high(case: Case) -> Iterator[Finding]:
    high = [ttl for ttl in original_ttls(case) if ttl > HIGH]
    if high:
        ttl = timedelta(seconds=max(high))
        words = text("The MX records may be kept for {ttl}", ttl=ttl)
        yield Finding("MX-TTL-HIGH", Severity.NOTICE, case.domain, words)


def original_ttls(case: Case) -> Iterator[int]:
    """Every original TTL of the MX records that is known, in seconds; planned ones have none."""
    answer = case.route.answer
    if case.route.planned:
        return
    if answer.question.type is not RecordType.MX or answer.status is not Status.NOERROR:
        return
    if answer.ttl_original is not None:
        yield answer.ttl_original
    signed = case.inspection.security(answer.question.name, RecordType.MX).ttl_original
    if signed is not None:
        yield signed
    for zone in zones_asked(case.inspection):
        for server in zone.servers:
            said = server.said(answer.question)
            if said is not None and said.status is Status.NOERROR and said.ttl is not None:
                yield said.ttl


RULES = (
    Rule(
        id="MX-TTL-LOW",
        title=text("The MX records may be kept for less than a minute"),
        why=text(
            "Nearly every message then needs a new lookup, and an outage of the name servers is "
            "felt at once, as no cache helps over it."
        ),
        fix=text("Publish the MX records with a TTL of an hour or so, unless a move is under way."),
        references=(rfc("1912", "2.2"), rfc("1035", "3.2.1")),
        check=_check_low,
    ),
    Rule(
        id="MX-TTL-HIGH",
        title=text("The MX records may be kept for more than a day"),
        why=text(
            "After a change, senders may go on using the old hosts for that long: a migration or "
            "the repair of a mistake takes as long."
        ),
        fix=text("Publish the MX records with a TTL of a day at most; less before a change."),
        references=(rfc("1912", "2.2"), rfc("1035", "3.2.1")),
        check=_check_high,
    ),
)
