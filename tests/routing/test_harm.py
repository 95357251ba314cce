"""Mail flows, and one sentence tells what is wrong all the same."""

from dataclasses import replace

import pytest

from mxgui.model.smtp import Extension, Outcome, Phase, Probe, Stage, StoppedBy
from mxgui.routing.harm import harm_of
from mxgui.routing.route import route_of
from mxgui.routing.verdict import Verdict, verdict_of
from tests.builders import a_probe, an_inspection
from tests.rules.faults import breaking_handshake, refusing_starttls, stalling, unencrypted

ONE, OTHER = ("a.example.org", "20.0.0.1"), ("b.example.org", "20.0.1.1")
TWO = "10 a.example.org, 20 b.example.org"


def silent(seconds: float) -> Probe:
    probe = a_probe(*ONE, Outcome.SILENT)
    return replace(probe, phases=(Phase(Stage.GREETING, 0.0, seconds),))


def judged(first: Probe, other: Probe | None = None) -> tuple[Verdict, str | None]:
    probes = {ONE[1]: first, OTHER[1]: other or a_probe(*OTHER)}
    inspection = an_inspection(mx=TWO, hosts=dict((ONE, OTHER)), probes=probes)
    route = route_of(inspection)
    harm = harm_of(inspection, route)
    return verdict_of(inspection, route), None if harm is None else str(harm)


def test_a_sound_route_has_none():
    assert judged(a_probe(*ONE)) == (Verdict.FLOWS, None)


def test_a_host_that_has_not_greeted_after_half_a_minute_is_one_where_another_greets():
    harm = "Mail flows; 1 of 2 addresses takes connections and does not greet."
    assert judged(silent(40.0)) == (Verdict.DEGRADED, harm)
    assert judged(silent(10.0)) == (Verdict.FLOWS, None)
    assert judged(silent(40.0), a_probe(*OTHER, Outcome.SILENT))[0] is Verdict.UNKNOWN


@pytest.mark.parametrize("broken", [refusing_starttls, breaking_handshake])
def test_mail_in_the_clear_everywhere_is_one(broken):
    harm = "Mail flows in the clear: encryption comes about at no address."
    assert judged(broken(*ONE), unencrypted(*OTHER)) == (Verdict.DEGRADED, harm)
    assert judged(broken(*ONE)) == (Verdict.FLOWS, None)


def test_encryption_that_nobody_offers_is_told_as_such():
    harm = "Mail flows in the clear: no address offers encryption."
    assert judged(unencrypted(*ONE), unencrypted(*OTHER)) == (Verdict.DEGRADED, harm)


def test_what_a_box_has_masked_or_was_not_waited_for_is_not_held_against_the_hosts():
    masked = replace(unencrypted(*ONE), extensions=(Extension("XXXXXXXA"),))
    assert judged(masked, unencrypted(*OTHER)) == (Verdict.FLOWS, None)
    hanging = breaking_handshake(*ONE, by=StoppedBy.TIMEOUT)
    assert judged(hanging, unencrypted(*OTHER)) == (Verdict.FLOWS, None)


def test_a_domain_with_ipv6_alone_is_lost_to_many_senders():
    inspection = an_inspection(hosts={"mx1.example.org": "2a00::1"})
    route = route_of(inspection)
    assert verdict_of(inspection, route) is Verdict.DEGRADED
    assert str(harm_of(inspection, route)) == (
        "Mail flows from senders with IPv6 alone: no exchange has an IPv4 address."
    )


def test_a_record_left_over_from_a_verification_is_no_harm():
    mx = "10 a.example.org, 32767 ms12345.msv1.invalid"
    inspection = an_inspection(mx=mx, hosts={"a.example.org": "20.0.0.1"})
    assert verdict_of(inspection, route_of(inspection)) is Verdict.FLOWS


def test_a_handshake_that_stalls_everywhere_makes_mail_late():
    address = "192.0.2.1"
    known = an_inspection(probes={address: stalling("mx1.example.org", address)})
    assert str(harm_of(known, route_of(known))) == (
        "Mail flows late, and in the clear: the TLS handshake stalls at every address."
    )
    soon = an_inspection(probes={address: stalling("mx1.example.org", address, waited=10.0)})
    assert harm_of(soon, route_of(soon)) is None
