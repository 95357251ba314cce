"""Which exchange names need a handshake of their own at an address that they share.

A certificate is chosen by the name that a sender asks for (RFC 6066, section 3): the TLSA base
domain under DANE (RFC 7672, section 8.1), else the exchange. One connection serves all names of an
address, unless a certificate decides something for a name that was not asked for: it has TLSA
records that count, or the domain has an MTA-STS policy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mxgui.model.inspection import Inspection
from mxgui.model.records import RecordType
from mxgui.model.security import Dnssec
from mxgui.model.smtp import Probe, StartTls, Target
from mxgui.routing.route import Host, Route

MOST_HANDSHAKES = 3  # at one address by one run, the shared one among them
_TESTED = (StartTls.FAILED, StartTls.UNVERIFIED, StartTls.VERIFIED)
_STS_RECORD = "v=STSv1"


def asked_name(inspection: Inspection, host: str) -> str:
    """Give the name that a sender asks for in TLS."""
    return _tlsa_base(inspection, host) or host


def is_judged(inspection: Inspection, host: str) -> bool:
    """Whether the certificate decides something for this name, by what is known so far."""
    return _tlsa_base(inspection, host) is not None or _has_policy(inspection)


def judged_probe(
    inspection: Inspection, address: str, host: str, vantage: str | None = None
) -> Probe | None:
    """Give the probe by which a name is judged at an address; None if there is none (yet).

    That is its own handshake, or what the names share if nothing depends on the name asked for, or
    if the right one was.
    """
    probe = inspection.probe(address, vantage, host)
    if probe is None or probe.tls is None or probe.target.own or not is_judged(inspection, host):
        return probe
    return probe if probe.tls.sni == asked_name(inspection, host).lower() else None


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
    for name in dict.fromkeys(host.name for host in hosts):
        sni = asked_name(inspection, name)
        if sni.lower() != asked and is_judged(inspection, name):
            own_sni = sni if sni != name else ""
            yield Target(
                name, place.address, place.port, sni=own_sni, own=True, vantage=place.vantage
            )


def _tlsa_base(inspection: Inspection, host: str) -> str | None:
    """Give the name whose TLSA records count for a host; None if there is none, or not yet."""
    canonical = inspection.answer(host, RecordType.A).canonical
    for name in dict.fromkeys((canonical, host)):
        owner = f"_{inspection.plan.port}._tcp.{name}"
        if (
            inspection.answer(owner, RecordType.TLSA).tlsa
            and inspection.security(owner, RecordType.TLSA).state is Dnssec.SECURE
        ):
            return name
    return None


def _has_policy(inspection: Inspection) -> bool:
    texts = inspection.answer(f"_mta-sts.{inspection.entry.domain.ascii}", RecordType.TXT).texts
    return any(text.startswith(_STS_RECORD) for text in texts)
