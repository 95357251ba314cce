"""One knock at one address, told as it goes; or why there was none."""

from __future__ import annotations

from mxgui.app.chains import check_chain
from mxgui.app.work import Work
from mxgui.model.event import Asked, Learned, probe_step
from mxgui.model.smtp import Outcome, Probe, Reason, Target
from mxgui.routing.special import is_private


async def knock(work: Work, target: Target) -> Probe:
    """Knock, unless something is in the way."""
    reason = _hindrance(work, target)
    if reason is not None:
        return leave_out(work, target, reason)
    step = probe_step(target)
    work.tell(Asked(step, work.watch()))

    def told(probe: Probe) -> None:
        work.tell(Learned(step, probe))

    probe = await work.network.probe(target, work.watch, told)
    told(probe)
    await check_chain(work, step, probe)
    return probe


def leave_out(work: Work, target: Target, reason: Reason) -> Probe:
    """Say why an address was not tried."""
    probe = Probe(target, Outcome.NOT_TRIED, reason, at=work.watch())
    work.tell(Learned(probe_step(target), probe))
    return probe


def _hindrance(work: Work, target: Target) -> Reason | None:
    """Why an address is not tried at all; whether a route leads there is known to the network."""
    plan = work.known.plan
    if not plan.family.includes(target.family):
        return Reason.FAMILY_OFF
    if is_private(target.address) and not plan.allow_private:
        return Reason.PRIVATE_ADDRESS
    return None
