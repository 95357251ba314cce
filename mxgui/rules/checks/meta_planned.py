"""MX records that were given by hand, to be seen before they are published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from mxgui.model.planned import record_words
from mxgui.model.records import Answer, Mx, Status
from mxgui.model.text import Text, text
from mxgui.routing.planned import published_mx
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.listing import listed
from mxgui.rules.rule import Rule, rfc

_MOST = 4  # records in one sentence; the route shows them all


def _check(case: Case) -> Iterator[Finding]:
    if not case.route.planned:
        return
    records = case.inspection.plan.mx
    told = listed(tuple(map(record_words, case.route.answer.mx)), _MOST)
    published = published_mx(case.inspection)
    if published.mx and set(published.mx) == set(records):
        words = text("Planned, and the same as what is published: {records}", records=told)
    else:
        words = text("Planned, and not in DNS: {records}", records=told)
    notes = tuple(_notes(case.domain, records, published))
    if notes:
        words = text("{words}; {notes}", words=words, notes=notes)
    yield Finding("META-PLANNED", Severity.INFO, case.domain, words, case.inspection.running)


def _notes(domain: str, records: Sequence[Mx], published: Answer) -> Iterator[Text]:
    if published.aliases:
        # RFC 1034, section 3.6.2: beside an alias there can be no other record
        yield text(
            "{domain} is an alias today, which has to go before it can have MX records",
            domain=domain,
        )
    elif published.status is Status.NXDOMAIN:
        yield text("{domain} does not exist yet", domain=domain)
    twice = [record for record, times in Counter(records).items() if times > 1]
    if twice:
        yield text(
            "given more than once, which DNS keeps once: {records}",
            records=listed(tuple(map(record_words, twice)), _MOST),
        )


RULES = (
    Rule(
        id="META-PLANNED",
        title=text("A planned route, not a published one"),
        why=text(
            "The MX records were given by hand, and what is told here holds for them. Senders go "
            "by those in DNS, and by what their resolvers have kept of these for as long as its "
            "TTL allows after a change."
        ),
        fix=text(
            "Lower the TTL of the records of today before you publish the planned ones, so that a "
            "mistake is soon undone. After the change, keep the old hosts running for as long as "
            "the TTL was. Then inspect once more, without a plan."
        ),
        references=(rfc("5321", "5.1"), rfc("1035", "3.2.1"), rfc("2181", "5")),
        check=_check,
    ),
)
