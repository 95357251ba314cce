"""Planned MX records in an inspection that has ended: what they lead to is looked at, once."""

from __future__ import annotations

from mxgui.app.following import Following
from mxgui.app.handshakes import shake_hands_apart
from mxgui.app.inspect_domain import ask_mx, find_line
from mxgui.app.policies import Policies
from mxgui.app.tasks import Tasks
from mxgui.app.work import Work
from mxgui.routing.route import route_of


async def follow_plan(work: Work) -> None:
    """Look up and probe what the route of the plan leads to, as far as nobody has yet.

    Where all of it is known, nothing is asked: so back to records that were followed before.
    """
    async with Tasks() as group:
        work.validate_in(group)
        for vantage in work.known.plan.vantages:
            if work.known.line_of(vantage) is None:
                group.create_task(find_line(work, vantage))
        await ask_mx(work)
        following = Following(work, group, Policies(work, group))
        following.look_up(route_of(work.known))
        await following.probe(route_of(work.known))
    await shake_hands_apart(work)
