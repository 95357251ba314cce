"""TLSA records that can be used, and none of which fits what the server shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from mxgui.model.text import Text, text
from mxgui.routing.dane import Dane
from mxgui.routing.dane_steps import RecordResult, Result, Verdict, Why
from mxgui.routing.dane_words import short
from mxgui.routing.route import Host, HostAddress
from mxgui.routing.usable import DANE_TA
from mxgui.rules.case import Case
from mxgui.rules.dane import addresses_with, dane_hosts, dane_weight, is_dane_open, places
from mxgui.rules.finding import Finding
from mxgui.rules.rule import Rule, rfc

_ON_THE_WAY = (Why.NOT_SENT, Why.NOT_LINKED)


@dataclass(frozen=True, slots=True)
class _Fault:
    """Why nothing matches at an address: the id that tells of it, and the record that shows it."""

    id: str
    record: RecordResult
    includes: tuple[str, ...] = ()


def _failing(case: Case) -> Iterator[tuple[Host, tuple[HostAddress, ...], bool]]:
    """Give the hosts with addresses that do not match, those addresses, and whether others do.

    Not before every address is known: one that matches makes it another finding.
    """
    for host in dane_hosts(case):
        failing = addresses_with(case, host, Verdict.MISMATCH)
        if failing and not is_dane_open(case, host):
            yield host, failing, bool(addresses_with(case, host, Verdict.MATCH))


def _check_some(case: Case) -> Iterator[Finding]:
    for host, failing, others_match in _failing(case):
        if others_match:
            weight = dane_weight(case, host)
            words = text(
                "{host} shows what its TLSA records name at some addresses, and not at {addresses}",
                host=host.name,
                addresses=places(case, host, failing),
            )
            yield Finding(
                "DANE-MISMATCH-SOME-ADDR", weight.severity, host.name, words, weight.provisional
            )


def _check(finding: str, case: Case) -> Iterator[Finding]:
    """Tell of hosts of which nothing matches, where that is the reason."""
    for host, failing, others_match in _failing(case):
        if others_match:
            continue
        fault = _fault(case.dane.decided(host, failing[0]), case, host, failing[0])
        if fault.id == finding:
            weight = dane_weight(case, host)
            words = _words(fault, host, places(case, host, failing))
            yield Finding(
                fault.id, weight.severity, host.name, words, weight.provisional, fault.includes
            )


def _fault(dane: Dane, case: Case, host: Host, own: HostAddress) -> _Fault:
    """Find the one reason: the record that came closest to a match tells it."""
    usable = [one for one in dane.records if one.result is not Result.UNUSABLE]
    for one in usable:
        if one.would_match:
            return _Fault("DANE-OUTRANKED", one, ("DANE-MISMATCH",))
    for one in usable:
        if one.why is Why.NAME:
            return _Fault("DANE-TA-NAME", one, ("DANE-MISMATCH", "TLS-CERT-NAME"))
    for one in usable:
        if one.why is Why.OUT_OF_DATE:
            return _Fault("DANE-MISMATCH", one, ("TLS-CERT-EXPIRED",))
    counted = [one for one in usable if one.result is Result.NO_MATCH]
    anchors = all(one.record.usage == DANE_TA and one.why in _ON_THE_WAY for one in counted)
    if anchors and not _is_whole(case, host, own):
        return _Fault("DANE-TA-NO-CHAIN", counted[0], ("DANE-MISMATCH",))
    return _Fault("DANE-MISMATCH", counted[0])


def _is_whole(case: Case, host: Host, own: HostAddress) -> bool:
    """Whether all that leads from the leaf to a root was sent: what is missing is then no link."""
    probe = case.inspection.probe(own.address, host=host.name)
    chain = case.inspection.chain_of(probe) if probe is not None else None
    sent = probe.tls.chain if probe is not None and probe.tls is not None else ()
    links = chain.signed_by if chain is not None else ()
    place, seen = 0, set[int]()
    while place not in seen and place < len(sent):
        seen.add(place)
        if sent[place].subject == sent[place].issuer:
            return True
        place = next(iter(links[place]), len(sent)) if place < len(links) else len(sent)
    return False


def _words(fault: _Fault, host: Host, addresses: tuple[str | Text, ...]) -> Text:
    record = short(fault.record.record)
    match fault.id:
        case "DANE-OUTRANKED":
            return text(
                "The TLSA record {record} of {host} would match at {addresses}, and does not count "
                "beside a stronger digest",
                record=record,
                host=host.name,
                addresses=addresses,
            )
        case "DANE-TA-NAME":
            return text(
                "The certificate of {host} at {addresses} has the right anchor, and is for another "
                "name",
                host=host.name,
                addresses=addresses,
            )
        case "DANE-TA-NO-CHAIN":
            return text(
                "{host} does not send the chain up to the anchor of its TLSA record {record} at "
                "{addresses}",
                host=host.name,
                record=record,
                addresses=addresses,
            )
        case _ if fault.record.why is Why.OUT_OF_DATE:
            return text(
                "A certificate that leads to the anchor of {host} is out of date at {addresses}",
                host=host.name,
                addresses=addresses,
            )
        case _:
            return text(
                "{host} shows at {addresses} what none of its TLSA records names",
                host=host.name,
                addresses=addresses,
            )


RULES = (
    Rule(
        id="DANE-MISMATCH",
        title=text("The certificate does not match the TLSA records"),
        why=text(
            "Senders that use DANE take the host for an impostor and skip it; if no other is left "
            "they keep the mail, and return it after some days. Other senders notice nothing."
        ),
        fix=text(
            "Publish a TLSA record for the key that the server uses now. Before the next change, "
            "publish the record of the new key first, wait two TTLs, then change the key."
        ),
        references=(rfc("7672", "2.2"), rfc("7672", "3"), rfc("7671", "8.1")),
        check=partial(_check, "DANE-MISMATCH"),
    ),
    Rule(
        id="DANE-OUTRANKED",
        title=text("The TLSA record that matches is outranked"),
        why=text(
            "Of several digests for one usage and selector, senders look only at the strongest "
            "kind: a SHA-512 that is out of date makes a good SHA-256 worthless. Senders that do "
            "DANE skip the host."
        ),
        fix=text(
            "Publish the same certificates or keys with every digest that is used, or take out the "
            "records with the stronger one."
        ),
        references=(rfc("7672", "5"), rfc("7671", "9")),
        check=partial(_check, "DANE-OUTRANKED"),
    ),
    Rule(
        id="DANE-TA-NAME",
        title=text("The certificate below a TLSA anchor is for another name"),
        why=text(
            "A record of usage 2 trusts an authority, which has many customers: so the name in the "
            "certificate counts. Senders that use DANE skip the host."
        ),
        fix=text(
            "Get a certificate for the name of the exchange, or publish a record of usage 3, for "
            "which names do not count."
        ),
        references=(rfc("7672", "3.2.2"), rfc("7672", "3.2.3")),
        check=partial(_check, "DANE-TA-NAME"),
    ),
    Rule(
        id="DANE-TA-NO-CHAIN",
        title=text("The anchor of a TLSA record is not sent"),
        why=text(
            "Senders know the anchor by its digest alone and have to find it among what the server "
            "sends, also where it is a root. They skip the host."
        ),
        fix=text(
            "Let the server send the whole chain, the certificate that the record names included; "
            "or publish a record of usage 3 for the server's own key."
        ),
        references=(rfc("7672", "3.1.2"), rfc("7671", "5.2.2")),
        check=partial(_check, "DANE-TA-NO-CHAIN"),
    ),
    Rule(
        id="DANE-MISMATCH-SOME-ADDR",
        title=text("Only some addresses match the TLSA records"),
        why=text(
            "It depends on the address that a sender picks whether its mail gets in: those that do "
            "DANE skip the others and lose time."
        ),
        fix=text("Give all machines behind the name the same key, or publish a record for each."),
        references=(rfc("7672", "2.2"),),
        check=_check_some,
    ),
)
