"""What a rule's test asks: which findings there are, and how bad they are."""

from mxgui.model.event import Asked, AskStep, Event, Learned, LineStep, ProbeStep, probe_step
from mxgui.model.inspection import Inspection, begin, learn
from mxgui.model.records import Answer
from mxgui.model.smtp import Probe, Stage, Waiting
from mxgui.rules.engine import judge
from mxgui.rules.finding import Finding, Severity
from tests.builders import PLAN, a_line, began

# Three hosts in two tiers with public addresses, which nothing here ever connects to.
HOSTS = {
    "a.example.org": "20.0.0.1",
    "b.example.org": "20.0.1.1 2a00::1",
    "c.example.org": "20.0.2.1",
}
TIERS = "10 a.example.org, 10 b.example.org, 20 c.example.org"


def findings(inspection: Inspection, finding_id: str) -> list[Finding]:
    """Every finding of that id."""
    return [finding for finding in judge(inspection) if finding.id == finding_id]


def telling(inspection: Inspection, finding_id: str) -> list[Finding]:
    """Every finding of that id, or one that stands for it."""
    return [each for each in judge(inspection) if finding_id in (each.id, *each.includes)]


def told(inspection: Inspection, finding_id: str) -> Finding:
    """The one finding of that id, or that stands for it."""
    [finding] = telling(inspection, finding_id)
    return finding


def weights(inspection: Inspection, finding_id: str) -> dict[str, Severity]:
    """How bad the findings are that tell of it, by subject."""
    return {each.subject: each.severity for each in telling(inspection, finding_id)}


def the(inspection: Inspection, finding_id: str) -> Finding:
    """The one finding of that id."""
    [finding] = findings(inspection, finding_id)
    return finding


def ids(inspection: Inspection) -> list[str]:
    """The ids of all findings, worst first."""
    return [finding.id for finding in judge(inspection)]


def severities(inspection: Inspection, finding_id: str) -> dict[str, Severity]:
    """How bad the findings of that id are, by subject."""
    return {finding.subject: finding.severity for finding in findings(inspection, finding_id)}


def so_far(*facts: Answer | Probe, plan=PLAN, domain="example.org") -> Inspection:
    """A running inspection that has learned these facts and nothing else."""
    known = begin(began(domain, plan))
    known = learn(known, Learned(LineStep(), a_line()))
    for fact in facts:
        known = learn(known, learned(fact))
    return known


def learned(fact: Answer | Probe) -> Learned:
    """The event that tells a fact."""
    if isinstance(fact, Answer):
        return Learned(AskStep(fact.question), fact)
    return Learned(probe_step(fact.target), fact)


def asked(fact: Answer | Probe) -> Event:
    """The event that begins the step of a fact."""
    step: AskStep | ProbeStep
    step = AskStep(fact.question) if isinstance(fact, Answer) else probe_step(fact.target)
    return Asked(step, 0.0)


def connecting(probe: Probe) -> Probe:
    """The same probe while it is still waiting for the connection."""
    return Probe(probe.target, waiting=Waiting(Stage.CONNECT, 0.0, 15.0))
