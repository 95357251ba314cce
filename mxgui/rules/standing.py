"""What a failure counts for beside the other hosts of its route, where by itself it leaves a doubt.

That some doubt is gone makes nothing certain: it tells a lost tier from a whole one, and never
condemns a route.
"""

from __future__ import annotations

from collections.abc import Mapping

from mxgui.model.inspection import Inspection
from mxgui.model.records import Answer, Status
from mxgui.model.smtp import Outcome, Probe, StoppedBy
from mxgui.routing.reach import WHOLE_GREETING_WAIT, State
from mxgui.routing.route import Host, HostAddress
from mxgui.routing.standing import (
    Standing,
    is_certain,
    is_circle,
    is_looked_up,
    may_mean_us,
    standing_of_address,
)
from mxgui.rules.aim import is_aimed_at_us


def weighed_address(
    inspection: Inspection, own: HostAddress, states: Mapping[str, State]
) -> Standing:
    """Tell the standing of an address, with a refusal in words taken at its word.

    Where another host of the route takes our mail, this line is not the reason, unless the words
    say so.
    """
    standing = standing_of_address(inspection, own, states)
    probe = inspection.probe(own.address)
    if probe is None or states[own.address] is not State.FAILED:
        return standing
    if standing is Standing.MAYBE and may_mean_us(probe):
        aimed = State.OK not in states.values() or is_aimed_at_us(inspection, probe)
        return Standing.MAYBE if aimed else Standing.DEAD
    if standing is Standing.DEAD and _was_left_early(inspection, probe):
        return Standing.MAYBE
    return standing


def weighed_host(
    inspection: Inspection, host: Host, states: Mapping[str, State], *, others_found: bool
) -> Standing:
    """Tell the standing of a host that is looked up, with doubts that others remove left out.

    `others_found` tells whether the resolver has found addresses of another host: a SERVFAIL is
    then the exchange's own, as far as one resolver can tell.
    """
    found = {weighed_address(inspection, own, states) for own in host.addresses}
    for standing in (Standing.LIVE, Standing.MAYBE):
        if standing in found:
            return standing
    if is_looked_up(inspection, host):
        return Standing.DEAD
    resolver_works = others_found or bool(host.addresses)
    doubtful = any(_is_doubtful(answer, resolver_works) for answer in (host.a, host.aaaa))
    return Standing.MAYBE if doubtful else Standing.DEAD


def _is_doubtful(answer: Answer, resolver_works: bool) -> bool:
    if answer.status is Status.SERVFAIL:
        return not resolver_works
    return not (is_certain(answer) or is_circle(answer))


def _was_left_early(inspection: Inspection, probe: Probe) -> bool:
    """Whether we did not wait for the reply to EHLO as long as a sender may."""
    timed_out = probe.outcome is Outcome.GREETED and probe.stopped_by is StoppedBy.TIMEOUT
    return timed_out and inspection.plan.patience.command < WHOLE_GREETING_WAIT
