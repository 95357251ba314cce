"""Inspections with an MTA-STS policy, a record for reports, and chains that are trusted or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from mxgui.model.certificate import Tls
from mxgui.model.chain import Chain, PathProblem
from mxgui.model.event import AskStep, Learned, PolicyStep, ProbeStep, chain_step
from mxgui.model.inspection import Inspection, learn
from mxgui.model.policy import FetchOutcome, PolicyFetch, PolicyTry, Reach
from mxgui.model.records import Answer, Question, RecordType, Status, Txt
from tests.builders import NOON, a_certificate, an_inspection

RECORD = "v=STSv1; id=20260101T1;"
REPORTING = "v=TLSRPTv1; rua=mailto:tls@example.org"
POLICY = "version: STSv1\nmode: enforce\nmx: *.example.org\nmax_age: 604800\n"
TESTING = POLICY.replace("enforce", "testing")


def texts(name: str, *records: str, status: Status | None = None) -> Answer:
    """The text records of a name; none of them is NODATA."""
    found = Status.NOERROR if records else Status.NODATA
    return Answer(
        Question(name, RecordType.TXT),
        status or found,
        tuple(map(Txt, records)),
        ttl=300 if records else None,
    )


def a_fetch(
    text: str = POLICY, outcome: FetchOutcome = FetchOutcome.FETCHED, **facts: Any
) -> PolicyFetch:
    """A fetch of that policy, from a host that does everything right."""
    good = outcome is FetchOutcome.FETCHED
    told: dict[str, Any] = {
        "status": 200 if good else None,
        "media_type": "text/plain" if good else None,
        "text": text if good else "",
        "tries": (PolicyTry("192.0.2.99", Reach.CONNECTED),),
        "tls": Tls(
            "TLSv1.3", "X", "mta-sts.example.org", chain=(a_certificate("mta-sts.example.org"),)
        ),
        "version": "20260101T1",
        "moment": NOON,
        "limit": 60.0,
        "took": 0.03,
    }
    return PolicyFetch("example.org", outcome, **{**told, **facts})


def with_policy(
    inspection: Inspection,
    policy: str | PolicyFetch | None = POLICY,
    record: str | Answer | None = RECORD,
    *,
    own: Iterable[str] = (),
    reporting: str | Answer | None = REPORTING,
    untrusted: Iterable[str] = (),
) -> Inspection:
    """The inspection with all of that: a policy by its text, records by theirs, None for none.

    The chains of all probes are trusted, but for those at the addresses in `untrusted`.
    """
    domain = inspection.entry.domain.ascii
    ended = inspection.ended
    for answer in (
        _texts(f"_mta-sts.{domain}", record),
        _texts(f"_smtp._tls.{domain}", reporting),
        texts(domain, *own),
    ):
        inspection = learn(inspection, Learned(AskStep(answer.question), answer))
    if policy is not None:
        fetch = a_fetch(policy) if isinstance(policy, str) else policy
        fetch = replace(fetch, domain=domain)
        inspection = learn(inspection, Learned(PolicyStep(domain), fetch))
    for event in _chains(inspection, tuple(untrusted)):
        inspection = learn(inspection, event)
    return replace(inspection, ended=ended)


def a_protected(
    policy: str | PolicyFetch | None = POLICY,
    record: str | Answer | None = RECORD,
    *,
    mx: str = "10 mx1.example.org",
    hosts: Mapping[str, str | Status] | None = None,
    probes: Mapping[str, Any] | None = None,
    **told: Any,
) -> Inspection:
    """A whole inspection with a policy; addresses, unless given, lie where the public can come."""
    names = [part.split()[1] for part in mx.split(",")] if mx else ["example.org"]
    known = {name: f"20.0.{at}.1" for at, name in enumerate(dict.fromkeys(names))}
    plain = an_inspection(mx=mx, hosts=known if hosts is None else hosts, probes=probes)
    return with_policy(plain, policy, record, **told)


def _texts(name: str, told: str | Answer | None) -> Answer:
    if isinstance(told, Answer):
        return told
    return texts(name) if told is None else texts(name, told)


def _chains(inspection: Inspection, untrusted: tuple[str, ...]) -> Iterator[Learned]:
    for step, fact in inspection.facts.items():
        tls = getattr(fact, "tls", None)
        if isinstance(step, ProbeStep) and isinstance(tls, Tls) and tls.chain:
            bad = step.address in untrusted
            problems = (PathProblem.UNKNOWN_ISSUER,) if bad else ()
            chain = Chain(tls.chain[0].sha256, trusted=not bad, problems=problems)
            yield Learned(chain_step(step), chain)
