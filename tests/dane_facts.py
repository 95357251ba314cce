"""An inspection with DNSSEC, TLSA records and a chain, in one call."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from mxgui.model.certificate import Certificate, Tls
from mxgui.model.chain import Chain
from mxgui.model.event import ChainStep, Learned, SecureStep
from mxgui.model.inspection import Inspection, learn
from mxgui.model.records import Alias, Answer, Question, RecordType, Status, Tlsa
from mxgui.model.security import Check, Dnssec, OwnerState, Security, SecurityStep, Why
from mxgui.model.smtp import Probe
from mxgui.net.certificate import certificate_of
from mxgui.routing.usable import is_usable
from tests.builders import NOON, a_probe, an_answer, an_inspection
from tests.servers.pki import Issued, anchor_of, signed_by

MX1 = "mx1.example.org"


def the_chain(chain: Sequence[Issued], records: Iterable[Tlsa] = ()) -> Chain:
    """What was checked of a chain: who signed whom, also of the anchors inside records."""
    whole = (record for record in records if (record.usage, record.matching) == (2, 0))
    anchors = (anchor_of(record, chain) for record in whole if is_usable(record))
    return Chain(
        certificate_of(chain[0].der).sha256,
        signed_by=signed_by(chain),
        anchors=tuple(anchors),
    )


def certificates(chain: Sequence[Issued]) -> tuple[Certificate, ...]:
    """The chain as a probe keeps it."""
    return tuple(certificate_of(one.der) for one in chain)


def encrypted(
    host: str, address: str, chain: Sequence[Certificate], began: datetime = NOON
) -> Probe:
    """A probe that came to encryption and was shown that chain."""
    tls = Tls("TLSv1.3", "TLS_AES_256_GCM_SHA384", host, chain=tuple(chain))
    return a_probe(host, address, tls=tls, began=began)


def tlsa_answer(base: str, records: Sequence[Tlsa] | Status, **facts: Any) -> Answer:
    """The answer about the TLSA records of a base domain."""
    question = Question(f"_25._tcp.{base}", RecordType.TLSA)
    if isinstance(records, Status):
        return Answer(question, records, **facts)
    found = Status.NOERROR if records else Status.NXDOMAIN
    return Answer(question, found, tuple(records), **{"ttl": 300, **facts})


def alias_answer(name: str, kind: str, records: str, *targets: str) -> Answer:
    """An answer at the end of aliases."""
    steps = zip((name, *targets), targets, strict=False)
    aliases = tuple(Alias(own, target, 300) for own, target in steps)
    return replace(an_answer(name, kind, records), aliases=aliases)


def secured(
    inspection: Inspection,
    states: Mapping[str, Dnssec] | None = None,
    otherwise: Dnssec = Dnssec.SECURE,
    ttls: Mapping[str, int] | None = None,
) -> Inspection:
    """The same, with what validation says of every answer.

    `states` names `example.org MX` for a whole answer, and `example.org CNAME` for an alias step in
    any; an answer is as bad as its worst step. `ttls` are original ones, by `example.org MX`. What
    ends in SERVFAIL, unless it has a state of its own, fails with checking disabled as well.
    """
    told, order = states or {}, list(Dnssec)
    known = inspection
    for answer in inspection.answers:
        if answer.status is Status.SERVFAIL and str(answer.question) not in told:
            known = learn(known, Learned(SecureStep(answer.question), failing(answer)))
            continue
        end = told.get(str(answer.question), otherwise)
        steps = tuple(
            OwnerState(alias.name, "CNAME", told.get(f"{alias.name} CNAME", otherwise))
            for alias in answer.aliases
        )
        kind = answer.question.type
        owners = (*steps, OwnerState(answer.canonical, kind.value, end))
        worst = max((own.state for own in owners), key=order.index)
        original = (ttls or {}).get(str(answer.question))
        security = Security(answer.question, worst, owners, original)
        known = learn(known, Learned(SecureStep(answer.question), security))
    return replace(known, ended=inspection.ended)


def failing(answer: Answer) -> Security:
    """What validation says of a lookup that fails whoever asks, while the zones above answer."""
    name, kind = answer.question.name, answer.question.type.value
    above = SecurityStep(Check.ANCHOR, Why.MATCHES, Dnssec.SECURE, ".", name, kind)
    return Security(answer.question, steps=(above,), unchecked=Status.SERVFAIL)


def with_chains(inspection: Inspection, chains: Mapping[str, Chain]) -> Inspection:
    """The same, with what was checked of the chain at each address."""
    known = inspection
    for address, chain in chains.items():
        known = learn(known, Learned(ChainStep(address, inspection.plan.port), chain))
    return known


def without_chains(inspection: Inspection) -> Inspection:
    """The same as long as no chain was checked."""
    facts = {step: fact for step, fact in inspection.facts.items() if not isinstance(fact, Chain)}
    return replace(inspection, facts=facts)


def a_dane_inspection(  # the parts of a whole, each with a default
    records: Sequence[Tlsa] | Status = (),
    chain: Sequence[Issued] = (),
    *,
    states: Mapping[str, Dnssec] | None = None,
    probe: Probe | None = None,
    at: datetime = NOON,
    answers: Sequence[Answer] = (),
) -> Inspection:
    """A domain with one exchange at 192.0.2.1, all of it secure unless `states` says otherwise."""
    if chain:
        probe = encrypted(MX1, "192.0.2.1", certificates(chain), at)
    inspection = an_inspection(
        mx=f"10 {MX1}",
        answers=(*answers, tlsa_answer(MX1, records)),
        probes={"192.0.2.1": probe} if probe is not None or not chain else {},
    )
    unchecked = {
        step: fact for step, fact in inspection.facts.items() if not isinstance(fact, Chain)
    }
    secure = secured(replace(inspection, facts=unchecked), states)
    given = () if isinstance(records, Status) else records
    if not chain:
        return without_chains(secure)
    return with_chains(secure, {"192.0.2.1": the_chain(chain, given)})
