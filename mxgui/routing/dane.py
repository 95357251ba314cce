"""What a sender that uses DANE makes of a mail host (RFC 7672): a verdict, and how it came about.

Each address has its own verdict, from its own probe; what DNS says is the same for all of a family.
"""

from __future__ import annotations

from dataclasses import dataclass

from mxgui.model.inspection import Inspection
from mxgui.model.once import once
from mxgui.model.records import Status
from mxgui.model.security import Dnssec
from mxgui.model.smtp import Outcome, Probe, StartTls
from mxgui.routing.dane_records import Shown, compared
from mxgui.routing.dane_steps import DaneStep, Look, RecordResult, Result, Verdict
from mxgui.routing.planned import is_planned, mx_of, mx_security, zone_today
from mxgui.routing.route import Host, HostAddress
from mxgui.routing.tlsa import Discovery, HostDane, discovered_at
from mxgui.routing.usable import DANE_TA

_WITHOUT_TLS = (StartTls.NOT_OFFERED, StartTls.REFUSED, StartTls.FAILED)


@dataclass(frozen=True, slots=True)
class Dane:
    """The decision at one address: what came of each record, and the steps in their order.

    `base` is the TLSA base domain, empty where no records count. `deciding` is the record that
    matches.
    """

    verdict: Verdict
    base: str = ""
    records: tuple[RecordResult, ...] = ()
    steps: tuple[DaneStep, ...] = ()

    @property
    def deciding(self) -> RecordResult | None:
        """The first record that matches."""
        return next((one for one in self.records if one.result is Result.MATCH), None)


_WITHOUT_PROBE = {
    HostDane.NONE: Verdict.NONE,
    HostDane.NOT_APPLICABLE: Verdict.NOT_APPLICABLE,
    HostDane.LOOKUP_FAILED: Verdict.LOOKUP_FAILED,
    HostDane.UNKNOWN: Verdict.UNKNOWN,
}


@once
def dane_of(
    inspection: Inspection, host: Host, own: HostAddress, probe: Probe | None = None
) -> Dane:
    """Decide as a sender does that would deliver to this address of the host.

    It goes by the probe that tells most of it, unless one is given.
    """
    found = discovered_at(inspection, host, own.family)
    steps = (_of_mx(inspection), *found.steps)
    if found.dane in _WITHOUT_PROBE:
        return _ended(_WITHOUT_PROBE[found.dane], found, (), steps)
    probe = probe or inspection.probe(own.address, host=host.name)
    starttls = _starttls(probe)
    steps = (*steps, DaneStep(Look.STARTTLS, own.address, starttls=starttls))
    tls = probe.tls if probe is not None else None
    if starttls in _WITHOUT_TLS or probe is None or tls is None or not tls.chain:
        verdict = Verdict.NO_TLS if starttls in _WITHOUT_TLS else Verdict.NOT_TESTED
        return _ended(verdict, found, compared(found.records, None), steps)
    certain, perhaps = reference_names(inspection, host, found.base)
    shown = Shown(
        tls.chain, inspection.chain_of(probe), certain, perhaps, probe.began or inspection.began
    )
    results = compared(found.records, shown)
    if any(one.record.usage == DANE_TA and one.result is not Result.UNUSABLE for one in results):
        steps = (*steps, DaneStep(Look.NAMES, names=certain))
    verdict = _verdict(found, results)
    if verdict is Verdict.MISMATCH and tls.sni not in ("", found.base):
        # A sender asks by the base domain (section 8.1), and may be shown another certificate.
        steps, verdict = (*steps, DaneStep(Look.SNI, tls.sni, (found.base,))), Verdict.UNKNOWN
    return _ended(verdict, found, results, steps)


def reference_names(
    inspection: Inspection, host: Host, base: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the names of which a certificate must bear one, and those that may be among them.

    The TLSA base domain; with secure MX records also the domain itself and the name that it is an
    alias of (RFC 7672, section 3.2.2). Without MX records the domain is the name that is asked for.
    """
    domain = inspection.entry.domain.ascii
    mx = mx_of(inspection)
    if mx.status is not Status.NOERROR:
        return tuple(dict.fromkeys((base, domain))), ()
    next_hops = tuple(dict.fromkeys((domain, mx.canonical)))
    match mx_security(inspection).state:
        case Dnssec.SECURE:
            return tuple(dict.fromkeys((base, *next_hops))), ()
        case Dnssec.UNKNOWN:
            return (base,), next_hops
        case _:
            return (base,), ()


def _of_mx(inspection: Inspection) -> DaneStep:
    domain = inspection.entry.domain.ascii
    if is_planned(inspection):
        return DaneStep(Look.PLANNED, domain, state=zone_today(inspection))
    state = mx_security(inspection).state
    return DaneStep(Look.MX, domain, state=state, status=mx_of(inspection).status)


def _starttls(probe: Probe | None) -> StartTls:
    """Tell what came of STARTTLS; a session that was cut off before says nothing."""
    if probe is None or probe.outcome is not Outcome.GREETED:
        return StartTls.NOT_TESTED
    return probe.starttls


def _verdict(found: Discovery, results: tuple[RecordResult, ...]) -> Verdict:
    if found.dane is HostDane.UNUSABLE:
        return Verdict.UNUSABLE
    told = {one.result for one in results}
    if Result.MATCH in told:
        return Verdict.MATCH
    # A record that was cut off, or could not be checked yet, might match.
    cut = found.answer is not None and found.answer.left_out
    return Verdict.UNKNOWN if None in told or cut else Verdict.MISMATCH


def _ended(
    verdict: Verdict,
    found: Discovery,
    results: tuple[RecordResult, ...],
    steps: tuple[DaneStep, ...],
) -> Dane:
    """Give the decision, with a step for each record, and the verdict as the last one."""
    first = next((place for place, one in enumerate(results) if one.result is Result.MATCH), None)
    told = (
        DaneStep(Look.RECORD, record=one, decides=place == first)
        for place, one in enumerate(results)
    )
    end = DaneStep(Look.VERDICT, verdict=verdict, decides=first is None)
    return Dane(verdict, found.base, results, (*steps, *told, end))
