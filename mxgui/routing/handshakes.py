"""Which exchange names need a handshake of their own at an address that they share.

A certificate is chosen by the name that a sender asks for (RFC 6066, section 3): the TLSA base
domain under DANE (RFC 7672, section 8.1), else the exchange. One connection serves all names of an
address, unless a certificate decides something for a name that was not asked for: it has TLSA
records that count, or the domain has an MTA-STS policy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mxgui.model.event import probe_step
from mxgui.model.inspection import Inspection
from mxgui.model.smtp import Probe, StartTls, Target
from mxgui.model.sts import Mode
from mxgui.routing.route import Host, Route
from mxgui.routing.sts import sts_of
from mxgui.routing.tlsa import tlsa_base

MOST_HANDSHAKES = 3  # at one address by one run, the shared one among them
_TESTED = (StartTls.FAILED, StartTls.UNVERIFIED, StartTls.VERIFIED)


def asked_name(inspection: Inspection, host: Host) -> str:
    """Give the name that a sender asks for in TLS."""
    return tlsa_base(inspection, host) or host.name


def is_judged(inspection: Inspection, host: Host) -> bool:
    """Whether the certificate decides something for this name, by what is known so far."""
    return tlsa_base(inspection, host) is not None or _has_policy(inspection)


def handshakes_apart(inspection: Inspection, route: Route, vantage: str) -> Iterator[list[Target]]:
    """Give for each address the handshakes that are still to be made there, for one name each.

    Only where the shared one has come to TLS is there anything to see.
    """
    for address in route.addresses:
        shared = inspection.probe(address, vantage)
        if shared is not None and not shared.running and shared.starttls in _TESTED:
            hosts = (host for host in route.hosts_at(address) if host.special is None)
            targets = list(_apart(inspection, shared, hosts))
            if targets:
                yield targets[: MOST_HANDSHAKES - 1]


def _apart(inspection: Inspection, shared: Probe, hosts: Iterable[Host]) -> Iterator[Target]:
    place = shared.target
    asked = shared.tls.sni if shared.tls is not None else place.sni or place.host
    hosts = tuple(hosts)
    is_of_others = place.host not in {host.name for host in hosts}  # of a route followed before
    for host in hosts:
        sni = asked_name(inspection, host)
        if sni.lower() != asked and (is_of_others or is_judged(inspection, host)):
            own_sni = sni if sni != host.name else ""
            target = replace(place, host=host.name, sni=own_sni, own=True)
            if probe_step(target) not in inspection.facts:
                yield target


def _has_policy(inspection: Inspection) -> bool:
    """Whether a valid policy asks anything of a certificate (RFC 8461, section 5)."""
    return sts_of(inspection).mode not in (None, Mode.NONE)
