"""What several vantages saw of one address, side by side: from this line, and through a proxy."""

from __future__ import annotations

from dataclasses import replace

from mxgui.model.event import ChainStep, ProbeStep
from mxgui.model.inspection import Inspection
from mxgui.model.line import DIRECT, PROXY, VANTAGES
from mxgui.model.once import once
from mxgui.model.smtp import Outcome, Probe
from mxgui.model.text import Text, text
from mxgui.routing.words import outcome_words

_BRIEF = {
    Outcome.TIMED_OUT: text("silent"),
    Outcome.SILENT: text("no greeting"),
    Outcome.CLOSED: text("closed"),
    Outcome.REFUSED: text("refused"),
    Outcome.UNREACHABLE: text("unreachable"),
    Outcome.NOT_SMTP: text("not SMTP"),
    Outcome.BLOCKED_HERE: text("blocked"),
    Outcome.PROXY_NO_ANSWER: text("no answer"),
    Outcome.NOT_TRIED: text("not tried"),
}


def sightings(inspection: Inspection, address: str) -> tuple[tuple[str, Probe | None], ...]:
    """Every vantage that has looked at an address or is to, with its probe as far as it has come.

    One alone is all there is to say; then it has the probe that every other part shows.
    """
    seen = [(vantage, inspection.probe(address, vantage)) for vantage in VANTAGES]
    wanted = inspection.plan.vantages
    return tuple(
        (vantage, probe) for vantage, probe in seen if probe is not None or vantage in wanted
    )


@once
def seen_from(inspection: Inspection, vantage: str) -> Inspection:
    """Give the inspection as one vantage knows it: as if nobody had knocked from elsewhere."""
    facts = {
        step: fact
        for step, fact in inspection.facts.items()
        if not isinstance(step, ProbeStep | ChainStep) or step.vantage == vantage
    }
    if len(facts) == len(inspection.facts):
        return inspection
    proxy = inspection.plan.proxy if vantage == PROXY else ""
    plan = replace(inspection.plan, proxy=proxy, also_direct=False)
    return replace(inspection, facts=facts, plan=plan)


def has_several(inspection: Inspection, address: str) -> bool:
    """Whether more than one vantage has something to say of an address."""
    return sum(probe is not None for _, probe in sightings(inspection, address)) > 1


def vantage_name(vantage: str) -> Text:
    """From where it was looked, before what was seen."""
    return text("from this line") if vantage == DIRECT else text("through the proxy")


def outcomes_words(inspection: Inspection, address: str) -> Text | None:
    """What every vantage saw, whole; None if there is none."""
    seen = [(vantage, probe) for vantage, probe in sightings(inspection, address) if probe]
    if len(seen) == 2:
        (_, direct), (_, through) = seen
        return text(
            "{direct}; through the proxy: {through}",
            direct=outcome_words(direct),
            through=outcome_words(through),
        )
    return outcome_words(seen[0][1]) if seen else None


def brief_words(inspection: Inspection, address: str) -> Text | None:
    """What two vantages saw, short enough for a row of the picture; None if it is but one."""
    if not has_several(inspection, address):
        return None
    (_, direct), (_, through) = sightings(inspection, address)
    return text("{direct} · proxy {through}", direct=_brief(direct), through=_brief(through))


def _brief(probe: Probe | None) -> Text:
    if probe is None or probe.running:
        return text("…")
    if probe.delivers:
        return outcome_words(probe)
    reply = probe.ehlo or probe.greeting
    if reply is not None:
        return text("{code}", code=reply.code)
    return _BRIEF.get(probe.outcome, text("not tried"))
