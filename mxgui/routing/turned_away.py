"""Who skips some exchanges of a route through which mail flows: senders that insist on encryption.

A sender that uses DANE or honours a policy of MTA-STS in force skips hosts that others deliver to
(RFC 7672, section 2.2; RFC 8461, section 5).
"""

from __future__ import annotations

from collections.abc import Sequence

from mxgui.model.inspection import Inspection
from mxgui.model.text import Text, text
from mxgui.routing.dane_reach import DaneReach
from mxgui.routing.route import Host, Route
from mxgui.routing.sts import HostSts, sts_of, sts_of_host, sts_of_probe


def turned_away(inspection: Inspection, route: Route) -> Text | None:
    """Say which senders skip some exchanges, and how many; None if none are known to.

    That they skip all of them, or the best, is told before by what insisting senders lose.
    """
    hosts = [host for host in route.hosts if host.usable]
    by_dane, by_sts = _by_dane(inspection, hosts), _by_sts(inspection, hosts)
    if 0 < by_dane < len(hosts):
        return text(
            "Mail flows; senders that use DANE skip {n} of {total} exchanges.",
            n=by_dane,
            total=len(hosts),
        )
    if 0 < by_sts < len(hosts):
        return text(
            "Mail flows; senders that honour its MTA-STS policy skip {n} of {total} exchanges.",
            n=by_sts,
            total=len(hosts),
        )
    return None


def _by_dane(inspection: Inspection, hosts: Sequence[Host]) -> int:
    """How many hosts a sender that uses DANE certainly skips."""
    reach = DaneReach(inspection)
    return sum(
        reach.takes_host(host) is False
        or all(reach.takes_address(host, own) is False for own in host.addresses)
        for host in hosts
    )


def _by_sts(inspection: Inspection, hosts: Sequence[Host]) -> int:
    """How many hosts a sender that honours a policy in force certainly skips."""
    sts = sts_of(inspection)
    if not sts.is_enforced:
        return 0
    return sum(
        sts_of_host(sts, host.name) is HostSts.NOT_COVERED
        or all(
            sts_of_probe(inspection, sts, host.name, own.address).fails for own in host.addresses
        )
        for host in hosts
    )
