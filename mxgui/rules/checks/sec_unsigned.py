"""Zones without DNSSEC, or signed for nobody; resolvers that hide it; and what cannot be told."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.records import Answer, Status
from mxgui.model.security import Check, Dnssec, Security, SecurityStep, Why
from mxgui.model.text import Text, text
from mxgui.routing.security_words import reason_words
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.listing import listed
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.validated import lookups_of, security_of

_MOST_NAMES = 4  # in one sentence
_LACKS_DS = (Why.NO_DS, Why.OPT_OUT)


def _check_insecure(case: Case) -> Iterator[Finding]:
    """One finding for the whole: the domain, the exchanges, or both."""
    is_domain = _is_plainly_insecure(security_of(case, case.route.answer))
    hosts = [host for host in case.hosts if host.name != case.domain]
    names = tuple(
        host.name
        for host in hosts
        if any(_is_plainly_insecure(security_of(case, one)) for one in lookups_of(host))
    )
    if is_domain or names:
        words = _insecure(case.domain, is_domain=is_domain, names=names)
        yield Finding("SEC-INSECURE", Severity.INFO, case.domain, words)


def _insecure(domain: str, *, is_domain: bool, names: tuple[str, ...]) -> Text:
    if not names:
        return text("{domain} is not signed with DNSSEC", domain=domain)
    hosts = listed(names, _MOST_NAMES)
    if is_domain:
        return text(
            "Neither {domain} nor the addresses of {hosts} are signed with DNSSEC: no DANE there",
            domain=domain,
            hosts=hosts,
        )
    return text("The addresses of {hosts} are not signed with DNSSEC: no DANE there", hosts=hosts)


def _check_no_ds(case: Case) -> Iterator[Finding]:
    """One finding for each zone."""
    seen: set[str] = set()
    for answer in _answers(case):
        zone = zone_without_ds(security_of(case, answer))
        if zone is not None and zone not in seen:
            seen.add(zone)
            words = text("The zone {zone} is signed, but its parent has no DS for it", zone=zone)
            yield Finding("SEC-NO-DS", Severity.NOTICE, zone, words)


def zone_without_ds(security: Security) -> str | None:
    """Give the zone that signs its records in vain; None if there is none."""
    cause = security.cause
    if cause is None or cause.check is not Check.DELEGATION or cause.why not in _LACKS_DS:
        return None
    signs = any(s.why is Why.UNANCHORED and s.zone == cause.name for s in security.steps)
    return cause.name if signs else None


def _check_stripped(case: Case) -> Iterator[Finding]:
    if any(security_of(case, answer).stripped for answer in _answers(case)):
        words = text("The resolver leaves out DNSSEC: whether anything is signed is not known")
        yield Finding("SEC-STRIPPED", Severity.INCONCLUSIVE, case.domain, words)


def _check_indeterminate(case: Case) -> Iterator[Finding]:
    """One finding for each cause; a lookup that failed as a whole is told by another."""
    found: dict[SecurityStep | None, tuple[Security, list[str]]] = {}
    for answer in _answers(case):
        security = security_of(case, answer)
        if security.state is Dnssec.INDETERMINATE and not answer.status.is_failure:
            names = found.setdefault(security.cause, (security, []))[1]
            names.append(answer.question.name)
    for security, names in found.values():
        words = text(
            "Whether the answers about {names} are genuine cannot be told: {reason}",
            names=listed(tuple(dict.fromkeys(names)), _MOST_NAMES),
            reason=reason_words(security),
        )
        yield Finding("SEC-INDETERMINATE", Severity.INCONCLUSIVE, case.domain, words)


def _is_plainly_insecure(security: Security) -> bool:
    return security.state is Dnssec.INSECURE and zone_without_ds(security) is None


def _answers(case: Case) -> Iterator[Answer]:
    if case.route.answer.status is not Status.NOT_ASKED and not case.route.planned:
        yield case.route.answer
    for host in case.hosts:
        yield from lookups_of(host)


RULES = (
    Rule(
        id="SEC-NO-DS",
        title=text("A zone is signed for nobody"),
        why=text(
            "Signatures count only if the parent zone vouches for the keys with a DS record. "
            "Without it the zone is as good as unsigned, and DANE is not possible."
        ),
        fix=text(
            "Give the DS record of the zone's key to the registrar, once the zone is signed in "
            "full on all its name servers. Or switch the signing off."
        ),
        references=(rfc("4035", "5.2"), rfc("7344")),
        check=_check_no_ds,
    ),
    Rule(
        id="SEC-INSECURE",
        title=text("Not signed with DNSSEC"),
        why=text(
            "Without DNSSEC a sender cannot tell a genuine answer from a forged one, and DANE is "
            "not possible. Most domains are not signed, and mail flows all the same."
        ),
        fix=text(
            "If your DNS provider can sign the zone, have it signed and the DS record put into the "
            "parent zone. For DANE the zone of the exchanges is what counts."
        ),
        references=(rfc("4033", "5"), rfc("7672", "2.2.1")),
        check=_check_insecure,
    ),
    Rule(
        id="SEC-STRIPPED",
        title=text("The resolver leaves out DNSSEC"),
        why=text(
            "Some resolvers, and boxes on the way to them, drop signatures and proofs. What is "
            "said here of DNSSEC and of DANE is then unknown; it tells nothing about the domain."
        ),
        fix=text(
            "Ask another resolver, best over TLS, where nobody on the way can touch the answers."
        ),
        references=(rfc("4035", "3.2"), rfc("8027")),
        check=_check_stripped,
    ),
    Rule(
        id="SEC-INDETERMINATE",
        title=text("DNSSEC cannot be judged from here"),
        why=text(
            "A key, or a proof that there is none, could not be had, or the root's keys are none "
            "that are trusted here. A sender that validates and fares alike takes the lookup for "
            "failed: it goes on to another exchange, or waits. Others may well get what we did not."
        ),
        fix=text(
            "Look again, best through another resolver. If it stays so, see whether the name "
            "servers of the zone above answer for DS and DNSKEY records; if nothing at all can be "
            "judged, look at this computer's clock and at the trust anchor."
        ),
        references=(rfc("4035", "4.3"), rfc("7672", "2.1.1")),
        check=_check_indeterminate,
    ),
)
