"""Planned MX records against the published ones: the records, and what would be other with them.

Both are judged from the same facts. What cannot be said of records that nobody has published yet,
such as their TTL, has not gone because it is not found: it is named apart.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from mxgui.model.inspection import Inspection
from mxgui.model.once import once_in_steps
from mxgui.model.plan import ProbeMode
from mxgui.model.records import Answer, Status
from mxgui.model.steps import result_of
from mxgui.model.text import Text
from mxgui.report.grade import Grade, grade_of
from mxgui.routing.headline import outlook_of
from mxgui.routing.planned import as_published, is_planned, mx_of, published_mx
from mxgui.routing.record_changes import RecordChange, record_changes
from mxgui.routing.route import Host, Route, Special, route_of
from mxgui.routing.senders import sender_of
from mxgui.routing.sending.simulation import simulate
from mxgui.routing.standing import is_certain
from mxgui.routing.verdict import Verdict, verdict_of
from mxgui.rules.engine import judge_in_steps
from mxgui.rules.finding import Finding, Severity

# They are about the answer that is published, or about the run: a plan has none of it to judge.
_OF_THE_ANSWER = frozenset(
    (
        "MX-BAD-ANSWER",
        "MX-OWNER-LOOP",
        "MX-REFUSED",
        "MX-SERVFAIL",
        "MX-TIMEOUT",
        "MX-TRUNCATED",
        "MX-TTL-HIGH",
        "MX-TTL-LOW",
        "NS-MX-INCONSISTENT",
        "SEC-BOGUS-MX",
        "SEC-INDETERMINATE",
        "SEC-INSECURE",
        "SEC-NO-DS",
        "SEC-STRIPPED",
    )
)
_OF_THE_RUN = frozenset(("META-CACHED", "META-PARTIAL", "META-PLANNED"))


@dataclass(frozen=True, slots=True)
class Outlook:
    """How a set of records stands: the verdict on it, by itself and with its findings."""

    verdict: Verdict
    grade: Grade
    headline: Text


@dataclass(frozen=True, slots=True)
class ComparedHost:
    """One host in both sets, with the part of first attempts that it gets; None if it gets none."""

    records: RecordChange
    first_before: Fraction | None = None
    first_now: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What planned records change.

    `answer` is the published one; where DNS did not tell it there are no `hosts` to compare.
    `published` and the findings are there only if the published hosts were looked at as the planned
    ones were. `weighed` are found with both, and matter otherwise with the plan; `not_judged` are
    the ids of findings about the published answer itself.
    """

    answer: Answer
    hosts: tuple[ComparedHost, ...]
    planned: Outlook
    published: Outlook | None = None
    come: tuple[Finding, ...] = ()
    go: tuple[Finding, ...] = ()
    weighed: tuple[tuple[Finding, Severity], ...] = ()  # with how bad it is as published
    not_judged: tuple[str, ...] = ()


def comparison_of(inspection: Inspection) -> Comparison | None:
    """Compare the planned records with the published ones; None where nothing is planned."""
    return result_of(comparison_in_steps(inspection))


@once_in_steps
def comparison_in_steps(inspection: Inspection) -> Generator[None, None, Comparison | None]:
    """Compare them in short steps, for who has other things to do: both are judged for that."""
    if not is_planned(inspection):
        return None
    published = as_published(inspection)
    answer = published_mx(inspection)
    is_known = is_certain(answer)
    changes = record_changes(answer.mx, mx_of(inspection).mx) if is_known else ()
    now = _firsts(inspection)
    yield
    after = yield from judge_in_steps(inspection)
    planned = _outlook(inspection, after)
    yield
    if not is_known or not _is_whole(published):
        hosts = tuple(ComparedHost(one, None, now.get(one.host)) for one in changes)
        return Comparison(answer, hosts, planned)
    firsts = _firsts(published), now
    yield
    before = yield from judge_in_steps(published)
    gone = tuple(_lacking(before, after))
    return Comparison(
        answer,
        tuple(ComparedHost(one, *(first.get(one.host) for first in firsts)) for one in changes),
        planned,
        _outlook(published, before),
        tuple(_lacking(after, before)),
        tuple(one for one in gone if one.id not in _OF_THE_ANSWER),
        tuple(_weighed(before, after)),
        tuple(dict.fromkeys(one.id for one in gone if one.id in _OF_THE_ANSWER)),
    )


def _is_whole(published: Inspection) -> bool:
    """Whether the published records were looked at to their end."""
    if published.running:
        return False
    route = route_of(published)
    if any(map(_is_unasked, route.hosts)):
        return False
    wants_probes = published.plan.mode is not ProbeMode.NONE
    return not wants_probes or all(map(published.probe, _usable(route)))


def _is_unasked(host: Host) -> bool:
    wanted = host.special in (None, Special.DUPLICATE)
    return wanted and Status.NOT_ASKED in (host.a.status, host.aaaa.status)


def _usable(route: Route) -> Iterator[str]:
    return (own.address for host in route.hosts if host.usable for own in host.addresses)


def _outlook(inspection: Inspection, findings: tuple[Finding, ...]) -> Outlook:
    route = route_of(inspection)
    verdict = verdict_of(inspection, route)
    return Outlook(verdict, grade_of(verdict, findings), outlook_of(inspection, route))


def _firsts(inspection: Inspection) -> Mapping[str, Fraction]:
    """The part of the messages that is offered to each host first, by the plan's sender."""
    plan = inspection.plan
    simulation = simulate(inspection, sender_of(plan.sender), seed=plan.seed)
    found: dict[str, Fraction] = {}
    for one in simulation.chances.first:
        found[one.entry.host] = found.get(one.entry.host, Fraction(0)) + one.share
    return found


def _lacking(found: Iterable[Finding], others: Iterable[Finding]) -> Iterator[Finding]:
    """The findings that the others neither contain nor stand for."""
    told = {(one, other.subject) for other in others for one in (other.id, *other.includes)}
    for finding in found:
        if (finding.id, finding.subject) not in told and finding.id not in _OF_THE_RUN:
            yield finding


def _weighed(
    before: Iterable[Finding], after: Iterable[Finding]
) -> Iterator[tuple[Finding, Severity]]:
    known = {(finding.id, finding.subject): finding.severity for finding in before}
    for finding in after:
        severity = known.get((finding.id, finding.subject), finding.severity)
        if severity is not finding.severity:
            yield finding, severity
