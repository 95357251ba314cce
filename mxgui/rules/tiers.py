"""The tiers that senders really go through: those with a host that has an address."""

from __future__ import annotations

from mxgui.routing.route import Host, Kind
from mxgui.rules.case import Case


def usable_tiers(case: Case) -> list[tuple[int, tuple[Host, ...]]]:
    """Give the tiers that have a host with an address: preference and hosts, best first."""
    if case.route.kind is not Kind.MX:
        return []
    return [(tier.preference, tier.usable) for tier in case.route.tiers if tier.usable]
