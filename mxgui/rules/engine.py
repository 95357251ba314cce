"""All rules over one inspection: what is wrong, worst first, each cause once."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence

from mxgui.model.inspection import Inspection
from mxgui.model.steps import result_of
from mxgui.routing.reach import state_of
from mxgui.routing.reverse import reverse_of
from mxgui.routing.route import Route, route_of
from mxgui.routing.sts import sts_of
from mxgui.rules.case import Case
from mxgui.rules.checks import RULES
from mxgui.rules.finding import Finding
from mxgui.rules.rule import Rule
from mxgui.rules.sts_class import sts_at

_BY_ID = {rule.id: rule for rule in RULES}


def judge(
    inspection: Inspection, earlier: Inspection | None = None, route: Route | None = None
) -> tuple[Finding, ...]:
    """Give the findings, worst first; of equals, in the order of the rules and of the route.

    `route` is the inspection's, for who has computed it already.
    """
    return result_of(judge_in_steps(inspection, earlier, route))


def judge_in_steps(
    inspection: Inspection, earlier: Inspection | None = None, route: Route | None = None
) -> Generator[None, None, tuple[Finding, ...]]:
    """Find the same in short steps: first host by host what rules share, then rule by rule."""
    case = Case(inspection, route or route_of(inspection), earlier)
    yield from _ahead(case)
    found: list[Finding] = []
    for rule in RULES:
        if rule.ahead is not None:
            yield from rule.ahead(case)
        found += rule.check(case)
        yield
    case.computed.clear()  # some of it leads back to the case; all goes at once without that
    return tuple(sorted(without_included(found, case.domain), key=_rank))


def _ahead(case: Case) -> Iterator[None]:
    """Work out what several rules ask of every address; it is kept, so that no rule takes long."""
    sts = sts_of(case.inspection)
    for host in case.hosts:
        for own in host.addresses:
            case.dane.decided(host, own)
            sts_at(case, sts, host, own)
            state_of(case.inspection, own.address)
            reverse_of(case.inspection, own.address)
        yield


def explain(finding_id: str) -> Rule:
    """Give the rule behind a finding: title, why, fix and references.

    Raises KeyError for an id that there is none of.
    """
    return _BY_ID[finding_id]


def without_included(found: Sequence[Finding], domain: str) -> list[Finding]:
    """Leave out what another finding stands for: one cause gives one finding.

    A finding stands for those of its own subject and of what else it says that it is about; one
    about the domain alone for those of every subject; and none for what is worse than itself.
    """
    return [
        finding for finding in found if not any(_covers(other, finding, domain) for other in found)
    ]


def _covers(other: Finding, finding: Finding, domain: str) -> bool:
    if finding.id not in other.includes or finding.severity.is_worse_than(other.severity):
        return False
    if other.about:
        return finding.subject in (other.subject, *other.about)
    return other.subject in (finding.subject, domain)


def _rank(finding: Finding) -> int:
    return finding.severity.rank
