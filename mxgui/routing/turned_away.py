"""Who stays away from a route through which mail flows: senders that insist on encryption.

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
    """Say which senders skip exchanges, and how many; None if no sender is known to skip any."""
    hosts = [host for host in route.hosts if host.usable]
    by_dane, by_sts = _by_dane(inspection, hosts), _by_sts(inspection, hosts)
    if len(hosts) in (by_dane, by_sts):
        return _from_none(dane=by_dane == len(hosts), sts=by_sts == len(hosts))
    if by_dane:
        return text(
            "Mail flows; senders that do DANE skip {n} of {total} exchanges.",
            n=by_dane,
            total=len(hosts),
        )
    if by_sts:
        return text(
            "Mail flows; senders that honour the MTA-STS policy skip {n} of {total} exchanges.",
            n=by_sts,
            total=len(hosts),
        )
    return None


def _from_none(*, dane: bool, sts: bool) -> Text:
    if dane and sts:
        return text("Mail flows, but not from senders that do DANE or honour the MTA-STS policy.")
    if dane:
        return text("Mail flows, but not from senders that do DANE.")
    return text("Mail flows, but not from senders that honour the MTA-STS policy.")


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
