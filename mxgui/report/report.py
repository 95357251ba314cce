"""What any document says of one inspection: the facts, and all that is computed from them, once."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from mxgui.i18n import tr
from mxgui.model.inspection import Inspection
from mxgui.model.line import VANTAGES
from mxgui.model.smtp import Probe
from mxgui.model.steps import result_of
from mxgui.model.text import Text
from mxgui.report.grade import Grade, grade_of
from mxgui.routing.diagram import diagram_in_steps
from mxgui.routing.headline import headline_of
from mxgui.routing.order import Place, try_order
from mxgui.routing.reach import State, seen_at, state_of
from mxgui.routing.route import Route, route_of
from mxgui.routing.sending.outage import AS_RECORDS_SAY, WhatIf
from mxgui.routing.sending.simulation import Simulation
from mxgui.routing.shapes import Diagram, Words
from mxgui.routing.shares import simulated
from mxgui.routing.supposed_marks import supposed_in_steps
from mxgui.routing.verdict import Coverage, Verdict, coverage_of, usable_addresses, verdict_of
from mxgui.rules.engine import judge_in_steps
from mxgui.rules.finding import Finding

Say: TypeAlias = Callable[[Text], str]


@dataclass(frozen=True, slots=True)
class Report:
    """An inspection ready to be written down; `say` turns its words into the reader's language.

    `what_if` is what is supposed to be other than it was found: for the graph and the panels of a
    what-if alone, all else tells what was found. `picture` is for the graph of the window alone:
    lanes whose keys are `folded` have their hosts put away, and it shows what is supposed unless
    `measured` holds it back; `diagram` has everything, as it was found.
    `states` are those of the addresses that a sender would try, best tier first.
    """

    inspection: Inspection
    say: Say
    route: Route
    order: tuple[Place, ...]
    verdict: Verdict
    headline: Text
    coverage: tuple[Coverage, ...]
    findings: tuple[Finding, ...]
    diagram: Diagram
    picture: Diagram
    folded: frozenset[str] = frozenset()
    states: Mapping[str, State] = field(default_factory=dict)
    what_if: WhatIf = AS_RECORDS_SAY
    measured: bool = False

    @property
    def simulation(self) -> Simulation:
        """What the sender of the plan does under the what-if, or as it is found without one."""
        return simulated(self.inspection, self.what_if)

    @property
    def grade(self) -> Grade:
        """How the domain stands, by verdict and findings together."""
        return grade_of(self.verdict, self.findings)

    @property
    def probes(self) -> tuple[Probe, ...]:
        """Every connection, in the order in which a sender would try the addresses.

        At one address: first from this line, then through a proxy; first the one that its names
        share, then those for one name. The user's canary is none of the domain's hosts.
        """
        places = {place.address: place.position for place in self.order}
        last = len(places) + 1

        def rank(probe: Probe) -> tuple[int, str, int, int, bool]:
            target = probe.target
            vantage = VANTAGES.index(target.vantage) if target.vantage in VANTAGES else 9
            place = places.get(target.address, last)
            return place, target.address, target.port, vantage, target.own

        names = {host.name for host in self.route.hosts}
        known = {*self.route.addresses, *places}
        found = [probe for step, probe in self.inspection.knocks if step.address in known]
        own = {probe.target.address for probe in found if probe.target.host in names}
        # Of a route that was followed before, what its hosts share with these stands for them.
        probes = (one for one in found if one.target.host in names or one.target.address not in own)
        return tuple(sorted(probes, key=rank))

    def state(self, address: str) -> State:
        """How an address stands."""
        return self.states.get(address) or state_of(self.inspection, address)

    def said(self, words: Words) -> str:
        """Words as the reader gets them; what came from the network stays as it is."""
        return self.say(words) if isinstance(words, Text) else words


def report_of(
    inspection: Inspection, say: Say = tr, folded: frozenset[str] = frozenset()
) -> Report:
    """Compute what documents need of an inspection, in the language of the program or another.

    `folded` are lanes of the diagram that a window folds; documents show all there is.
    """
    return result_of(report_in_steps(inspection, say, folded))


def report_in_steps(
    inspection: Inspection, say: Say = tr, folded: frozenset[str] = frozenset()
) -> Generator[None, None, Report]:
    """Compute the same in short steps, for who has other things to do."""
    route = route_of(inspection)
    yield
    order = try_order(inspection)
    verdict = verdict_of(inspection, route)
    yield
    headline = headline_of(inspection, route)
    coverage = coverage_of(inspection, route)
    yield
    findings = yield from judge_in_steps(inspection, route=route)
    yield
    diagram = yield from diagram_in_steps(inspection, route, say)
    yield
    seen = seen_at(inspection, usable_addresses(route))
    states = {address: state for address, (state, _) in seen.items()}
    whole = Report(
        inspection,
        say,
        route,
        order,
        verdict,
        headline,
        coverage,
        findings,
        diagram,
        diagram,
        states=states,
    )
    return (yield from pictured_in_steps(replace(whole, folded=folded)))


def supposing(report: Report, what_if: WhatIf, *, measured: bool = False) -> Report:
    """Give the same report under another what-if; `measured` keeps its picture as it was found."""
    if (report.what_if, report.measured) == (what_if, measured):
        return report
    return result_of(pictured_in_steps(replace(report, what_if=what_if, measured=measured)))


def pictured_in_steps(report: Report) -> Generator[None, None, Report]:
    """Give the report with the picture of what is supposed, and the lanes folded that are."""
    what_if = AS_RECORDS_SAY if report.measured else report.what_if
    if not report.folded and not what_if:
        return replace(report, picture=report.diagram)
    known, route, say, drawn = report.inspection, report.route, report.say, report.diagram
    if report.folded:
        drawn = yield from diagram_in_steps(known, route, say, report.folded)
    picture = yield from supposed_in_steps(drawn, known, route, what_if, say)
    return replace(report, picture=picture)
