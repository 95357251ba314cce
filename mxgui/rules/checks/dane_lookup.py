"""What DNS says of DANE: no TLSA records, records that do not count, lookups that fail."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.event import SecureStep
from mxgui.model.records import Question, RecordType, Status
from mxgui.model.security import Dnssec
from mxgui.model.text import Text, text
from mxgui.routing.aliases import ways_of
from mxgui.routing.dane_steps import DaneStep
from mxgui.routing.route import Host
from mxgui.routing.tlsa import Discovery, HostDane, tlsa_owner
from mxgui.rules.case import Case
from mxgui.rules.dane import dane_hosts, dane_weight, is_dns_open
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.weight import Weight


def _known(case: Case) -> list[tuple[Host, HostDane]]:
    """Give what is certain of the exchanges that have addresses."""
    return [
        (host, case.dane.discovered(host).dane)
        for host in dane_hosts(case)
        if host.addresses and not is_dns_open(case, host)
    ]


def _check_none(case: Case) -> Iterator[Finding]:
    known = _known(case)
    every = [host for host in dane_hosts(case) if host.addresses]
    if known and len(known) == len(every) and all(dane is HostDane.NONE for _, dane in known):
        words = text("No exchange of {domain} has TLSA records", domain=case.domain)
        yield Finding("DANE-NONE", Severity.INFO, case.domain, words)


def _check_partial(case: Case) -> Iterator[Finding]:
    known = _known(case)
    without = tuple(host.name for host, dane in known if dane is HostDane.NONE)
    if without and any(dane is HostDane.USABLE for _, dane in known):
        words = text(
            "Only some exchanges of {domain} have TLSA records; there are none for {hosts}",
            domain=case.domain,
            hosts=without,
        )
        yield Finding("DANE-PARTIAL", Severity.WARNING, case.domain, words)


def _check_not_applicable(case: Case) -> Iterator[Finding]:
    for host, dane in _known(case):
        if dane is not HostDane.NOT_APPLICABLE:
            continue
        # Signed records are work that another zone undoes; without any, nothing is lost.
        if _has_signed_records(case, host):
            severity = Severity.WARNING
            words = text(
                "{host} has signed TLSA records, and they do not count: its addresses are not "
                "signed",
                host=host.name,
            )
        else:
            severity = Severity.INFO
            words = text(
                "{host} has TLSA records, and they do not count: they are not signed",
                host=host.name,
            )
        yield Finding("DANE-NOT-APPLICABLE", severity, host.name, words)


def _has_signed_records(case: Case, host: Host) -> bool:
    inspection = case.inspection
    bases = {name for way in ways_of(inspection, host) for name in (way.original, way.expanded)}
    owners = [tlsa_owner(base, inspection.plan.port) for base in bases]
    return any(
        inspection.answer(owner, RecordType.TLSA).tlsa
        and inspection.security(owner, RecordType.TLSA).state is Dnssec.SECURE
        for owner in owners
        if owner is not None
    )


def _check_fails(case: Case) -> Iterator[Finding]:
    for host, dane in _known(case):
        found = case.dane.discovered(host)
        # Of addresses that cannot be had, other findings tell.
        if dane is HostDane.LOOKUP_FAILED and found.asked:
            weight = _weight(case, host, found)
            words = _failure(host, found.steps[-1])
            yield Finding("DANE-SERVFAIL", weight.severity, host.name, words, weight.provisional)


def _weight(case: Case, host: Host, found: Discovery) -> Weight:
    """Weigh it once it is certain; one resolver's word is its own until asked without checking."""
    if not found.certain:
        return Weight(Severity.INCONCLUSIVE, provisional=_is_validating(case, found))
    return dane_weight(case, host)


def _is_validating(case: Case, found: Discovery) -> bool:
    step = SecureStep(Question(found.steps[-1].name, RecordType.TLSA))
    return case.inspection.running and step not in case.inspection.facts


def _failure(host: Host, last: DaneStep) -> Text:
    if last.state is Dnssec.BOGUS:
        return text("The TLSA records of {host} are wrongly signed", host=host.name)
    if last.state is Dnssec.INDETERMINATE:
        return text("The TLSA records of {host} cannot be validated", host=host.name)
    status = (last.status or Status.SERVFAIL).value.upper().replace("_", " ")
    return text("The TLSA lookup of {host} fails: {status}", host=host.name, status=status)


def _check_alias(case: Case) -> Iterator[Finding]:
    for host in dane_hosts(case):
        found = case.dane.discovered(host)
        if found.answer is None or is_dns_open(case, host):
            continue
        if found.base != host.name:
            words = text(
                "{host} is an alias, and its TLSA records are those of {base}",
                host=host.name,
                base=found.base,
            )
            yield Finding("DANE-ALIAS", Severity.INFO, host.name, words)
        elif found.answer.aliases:
            words = text(
                "The TLSA records of {host} are an alias of {target}",
                host=host.name,
                target=found.answer.canonical,
            )
            yield Finding("DANE-ALIAS", Severity.INFO, host.name, words)


RULES = (
    Rule(
        id="DANE-SERVFAIL",
        title=text("The TLSA lookup of a mail host fails"),
        why=text(
            "Senders that use DANE must not take a failed lookup for “no records”: they skip the "
            "host, and keep the mail if no other is left. Other senders notice nothing, so that "
            "only a part of the mail is late."
        ),
        fix=text(
            "Ask the zone's name servers for the TLSA records directly: some servers and firewalls "
            "answer wrongly, or not at all, for types that they do not know, also where there is "
            "no such record. See whether the signatures there have run out."
        ),
        references=(rfc("7672", "2.1.2"), rfc("7672", "2.2")),
        check=_check_fails,
    ),
    Rule(
        id="DANE-PARTIAL",
        title=text("Only some exchanges have TLSA records"),
        why=text(
            "Whoever sits on the path needs only to make the protected exchanges unreachable: mail "
            "then goes to the others, unprotected."
        ),
        fix=text("Publish TLSA records for every exchange of the domain, the backups too."),
        references=(rfc("7672", "2.2.1"),),
        check=_check_partial,
    ),
    Rule(
        id="DANE-NOT-APPLICABLE",
        title=text("TLSA records that do not count"),
        why=text(
            "Without signed addresses, or an alias that is signed at least, a sender does not ask "
            "for TLSA records at all; and unsigned TLSA records count for nothing. Mail is "
            "encrypted only as far as nobody prevents it."
        ),
        fix=text(
            "Sign the zones that the name, its alias and its TLSA records lie in, and give their "
            "parents the DS records."
        ),
        references=(rfc("7672", "2.2.2"), rfc("7672", "2.1.1")),
        check=_check_not_applicable,
    ),
    Rule(
        id="DANE-ALIAS",
        title=text("TLSA records through an alias"),
        why=text(
            "This works, and lets whoever runs the mail server keep the records beside it. The "
            "certificate has to fit the name at which the records are found."
        ),
        fix=text("Nothing has to be done."),
        references=(rfc("7671", "7"), rfc("7672", "2.2.2")),
        check=_check_alias,
    ),
    Rule(
        id="DANE-NONE",
        title=text("No TLSA records"),
        why=text(
            "Senders that use DANE encrypt mail to this domain only as far as nobody on the path "
            "prevents it, and do not know whom they talk to."
        ),
        fix=text(
            "Sign the exchanges' zone by DNSSEC and publish TLSA records for them: “3 1 1” with "
            "the digest of the server's key is the usual kind."
        ),
        references=(rfc("7672", "1.3"), rfc("7672", "3.1")),
        check=_check_none,
    ),
)
