"""MTA-STS as the steps that a sender takes: record, policy host, certificate, policy, exchanges.

Each step says how it went and shows what it rests on; the steps end where a sender would stop.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from mxgui.model.inspection import Inspection
from mxgui.model.plan import ProbeMode
from mxgui.model.policy import FetchOutcome, PolicyFetch, Reach, policy_host
from mxgui.model.sts import Mode, RecordFault, StsPolicy
from mxgui.model.text import Text, counted, text
from mxgui.routing.labels import status_words
from mxgui.routing.route import Host, Kind, Route, Special
from mxgui.routing.shapes import Tone, Words
from mxgui.routing.standing import named_hosts
from mxgui.routing.sts import (
    HostSts,
    ProbeSts,
    Sts,
    StsVerdict,
    covering_pattern,
    faults_at,
    sts_of,
    sts_of_host,
    sts_of_probe,
)
from mxgui.routing.sts_words import (
    certificate_fault_words,
    fetch_words,
    flaw_words,
    mode_words,
    probe_words,
    reach_words,
    record_fault_words,
    tls_problem_words,
)

_LETTERS = 253  # of a pattern that matches a name
_BEFORE_TLS = (
    FetchOutcome.NO_ADDRESS,
    FetchOutcome.LOOKUP_FAILED,
    FetchOutcome.PRIVATE_ADDRESS,
    FetchOutcome.NOT_REACHABLE,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name, how it went, in words, and what it shows as machines write it."""

    name: Words
    tone: Tone
    words: Text
    exact: str = ""


def sts_steps(inspection: Inspection, route: Route) -> tuple[Step, ...]:
    """Give the steps, as far as a sender would come; none for an address literal."""
    if inspection.entry.domain.literal is not None:
        return ()
    sts = sts_of(inspection)
    steps = [*_record_steps(inspection, sts), *_fetch_steps(sts)]
    if sts.mode not in (None, Mode.NONE):
        hosts = named_hosts(route) if route.kind in (Kind.MX, Kind.IMPLICIT) else ()
        named = [host for host in hosts if host.special in (None, Special.DUPLICATE)]
        steps += [host_step(inspection, sts, host) for host in named]
    return tuple(steps)


def _record_steps(inspection: Inspection, sts: Sts) -> Iterator[Step]:
    name, record = text("Record"), sts.record
    exact = "\n".join(record.texts)
    if sts.answer is None:
        yield Step(name, Tone.IDLE, text("not known"))
    elif sts.verdict is StsVerdict.LOOKUP_FAILED:
        words = text("the lookup failed: {status}", status=status_words(sts.answer))
        yield Step(name, Tone.WARN, words)
    elif not record.texts:
        yield Step(name, Tone.IDLE, text("there is none"))
    elif record.fault not in (None, RecordFault.DUPLICATE):
        yield Step(name, Tone.FAIL, _fault(record.fault), exact)
    else:
        tone = Tone.OK if record.fault is None else Tone.WARN
        words = text("announces a policy with the id {id}", id=record.id)
        yield Step(name, tone, words if record.fault is None else _fault(record.fault), exact)
        if sts.fetch is None:
            yield Step(text("Policy"), Tone.IDLE, _not_fetched(inspection))


def _fault(fault: RecordFault | None) -> Text:
    return record_fault_words(fault or RecordFault.SYNTAX)


def _not_fetched(inspection: Inspection) -> Text:
    if inspection.plan.mode is ProbeMode.NONE:
        return text("not fetched, as only DNS was asked for")
    return text("being fetched") if inspection.running else text("not fetched")


def _fetch_steps(sts: Sts) -> Iterator[Step]:
    fetch = sts.fetch
    if fetch is None:
        return
    host = policy_host(fetch.domain) or ""
    yield Step(text("Policy host"), _reach_tone(fetch), _reach(fetch), host)
    if fetch.outcome in _BEFORE_TLS:
        return
    if fetch.outcome is FetchOutcome.TLS_FAILED:
        words = tls_problem_words(fetch.tls_problem)
        yield Step(text("Certificate"), Tone.FAIL, words, fetch.note)
        return
    if fetch.tls is not None and fetch.tls.chain:
        leaf = fetch.tls.chain[0]
        words = text("good for the policy host")
        if leaf.not_after is not None:
            words = text("good for the policy host, until {end}", end=leaf.not_after)
        yield Step(text("Certificate"), Tone.OK, words)
    if fetch.outcome is not FetchOutcome.FETCHED:
        yield Step(text("Policy"), Tone.FAIL, fetch_words(fetch), fetch.location or fetch.note)
    elif sts.policy is not None:
        yield _policy_step(sts, sts.policy)


def _reach_tone(fetch: PolicyFetch) -> Tone:
    if fetch.outcome not in _BEFORE_TLS:
        return Tone.OK
    return Tone.WARN if fetch.may_be_us else Tone.FAIL


def _reach(fetch: PolicyFetch) -> Text:
    if fetch.outcome in _BEFORE_TLS and not fetch.tries:
        return fetch_words(fetch)
    tried = tuple(
        text("{address}: {what}", address=one.address, what=reach_words(one.reach))
        for one in fetch.tries
    )
    if fetch.reused_age is not None:
        age = timedelta(seconds=fetch.reused_age)
        return text("{tried} (asked {age} earlier)", tried=tried, age=age)
    if tried and fetch.tries[-1].reach is Reach.CONNECTED:
        took = timedelta(seconds=fetch.took)
        return text("{tried}; {took} in all", tried=tried, took=took)
    return text("{tried}", tried=tried)


def _policy_step(sts: Sts, policy: StsPolicy) -> Step:
    name = text("Policy")
    if sts.flaw is not None:
        return Step(name, Tone.FAIL, flaw_words(sts.flaw))
    words = policy_words(policy)
    if policy.flaws:
        words = text("{words}; {flaw}", words=words, flaw=flaw_words(policy.flaws[0]))
    return Step(name, Tone.WARN if policy.flaws else Tone.OK, words)


def policy_words(policy: StsPolicy) -> Text:
    """Mode, time, and how many patterns, of a valid policy."""
    patterns = counted("{n} pattern", "{n} patterns", len(policy.mx))
    return text(
        "mode {mode}; kept for {age}; {patterns}",
        mode=mode_words(policy.mode) if policy.mode else text("not known"),
        age=timedelta(seconds=policy.max_age or 0),
        patterns=patterns,
    )


def host_step(inspection: Inspection, sts: Sts, host: Host) -> Step:
    """Tell how an exchange stands to a valid policy: by which pattern, and at its addresses."""
    found = sts_of_host(sts, host.name)
    if found is not HostSts.COVERED or sts.policy is None:
        words = text("no pattern of the policy matches it")
        return Step(host.name, Tone.FAIL if sts.is_enforced else Tone.WARN, words)
    pattern = (covering_pattern(sts.policy, host.name) or "")[:_LETTERS]
    at = [sts_of_probe(inspection, sts, host.name, own.address) for own in host.addresses]
    good = sum(one is ProbeSts.PASS for one in at)
    bad = [one for one in at if one.fails]
    if bad:
        words = text(
            "covered by {pattern}, but fails at {n} of {total}: {ways}",
            pattern=pattern,
            n=len(bad),
            total=len(at),
            ways=tuple(dict.fromkeys(_ways(inspection, host, at))),
        )
        return Step(host.name, Tone.FAIL if sts.is_enforced else Tone.WARN, words)
    if at and good == len(at):
        words = text("covered by {pattern}, and its certificate is good", pattern=pattern)
        return Step(host.name, Tone.OK, words)
    words = text(
        "covered by {pattern}; a good certificate was seen at {n} of {total}",
        pattern=pattern,
        n=good,
        total=len(at),
    )
    return Step(host.name, Tone.IDLE, words)


def _ways(inspection: Inspection, host: Host, at: Sequence[ProbeSts]) -> Iterator[Text]:
    """Give each way in which its addresses fail."""
    for own, found in zip(host.addresses, at, strict=True):
        if found.fails:
            yield from address_words(inspection, host, own.address, found)


def address_words(
    inspection: Inspection, host: Host, address: str, found: ProbeSts
) -> tuple[Text, ...]:
    """How an address stands to the policy; of a certificate that fails, what is wrong with it."""
    faults = faults_at(inspection, host.name, address)
    if found is ProbeSts.CERTIFICATE_FAILS and faults:
        return tuple(certificate_fault_words(fault) for fault in faults)
    return (probe_words(found),)
