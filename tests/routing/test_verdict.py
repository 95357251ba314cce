"""What all of it comes to; the cases with their sentences are in test_headline.py."""

from mxgui.model.plan import Plan, ProbeMode
from mxgui.model.records import Status
from mxgui.model.smtp import Outcome
from mxgui.routing.reach import State
from mxgui.routing.route import route_of
from mxgui.routing.verdict import (
    Coverage,
    Verdict,
    coverage_of,
    failed_lookups,
    is_mixed_null,
    usable_addresses,
    usable_states,
    verdict_of,
)
from tests.builders import an_inspection

ONE = "192.0.2.1"


def test_the_coverage_counts_each_family():
    hosts = {"mx1.example.org": f"{ONE} 2001:db8::1"}
    inspection = an_inspection(hosts=hosts, probes={"2001:db8::1": Outcome.TIMED_OUT})
    assert coverage_of(inspection, route_of(inspection)) == (Coverage(4, 1, 1), Coverage(6, 0, 1))


def test_a_host_with_a_dead_and_a_live_address_makes_the_route_degraded():
    inspection = an_inspection(
        hosts={"mx1.example.org": f"{ONE} 192.0.2.2"}, probes={ONE: Outcome.REFUSED}
    )
    assert verdict_of(inspection, route_of(inspection)) is Verdict.DEGRADED
    assert usable_states(inspection, route_of(inspection)) == (State.FAILED, State.OK)


def test_silence_alone_never_makes_a_verdict():
    inspection = an_inspection(probes={ONE: Outcome.TIMED_OUT})
    assert verdict_of(inspection, route_of(inspection)) is Verdict.UNKNOWN


def test_an_exchange_listed_twice_is_no_harm():
    inspection = an_inspection(mx="10 mx1.example.org, 20 mx1.example.org")
    assert verdict_of(inspection, route_of(inspection)) is Verdict.FLOWS
    assert usable_addresses(route_of(inspection)) == (ONE,)


def test_a_null_mx_alone_is_not_mixed():
    assert not is_mixed_null(route_of(an_inspection(mx="0 .")))
    assert is_mixed_null(route_of(an_inspection(mx="0 ., 10 mx1.example.org")))


def test_a_name_that_does_not_exist_is_no_failed_lookup():
    hosts = {"mx1.example.org": Status.SERVFAIL}
    inspection = an_inspection(mx="10 mx1.example.org, 20 gone.example.org", hosts=hosts)
    failed = failed_lookups(inspection, route_of(inspection))
    assert [host.name for host in failed] == ["mx1.example.org"]


def test_where_nothing_was_to_be_probed_no_address_counts_as_unanswered():
    inspection = an_inspection(plan=Plan(mode=ProbeMode.NONE), probes={})
    assert coverage_of(inspection, route_of(inspection)) == ()
