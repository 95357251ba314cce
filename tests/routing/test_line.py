"""What a run tells of our own line; the findings about it have tests of their own."""

from dataclasses import replace

from mxgui.model.event import LineStep
from mxgui.model.smtp import Outcome
from mxgui.routing.line import blocked_here, near_addresses, prefix_of
from tests.builders import a_line, an_inspection

HOSTS = {"a.example.org": "20.0.0.1 2a00:1::1", "b.example.org": "20.0.1.1 2a00:2::1"}
ALL = ("20.0.0.1", "20.0.1.1", "2a00:1::1", "2a00:2::1")


def silent(*others):
    probes = {**dict.fromkeys(ALL, Outcome.TIMED_OUT), **dict(others)}
    return an_inspection(mx="10 a.example.org, 20 b.example.org", hosts=HOSTS, probes=probes)


def test_each_family_is_blocked_or_open_by_itself():
    both = blocked_here(silent())
    assert both is not None
    assert (both.families, both.networks, both.is_certain) == ((4, 6), 2, False)
    one = blocked_here(silent(("20.0.0.1", Outcome.GREETED)))
    assert one is not None
    assert one.families == (6,)


def test_the_own_firewall_is_certain():
    found = blocked_here(silent(("20.0.0.1", Outcome.BLOCKED_HERE)))
    assert found is not None
    assert (found.firewall, found.is_certain) == (True, True)


def test_unreachable_alone_is_no_block():
    assert blocked_here(silent(*((each, Outcome.UNREACHABLE) for each in ALL))) is None


def test_prefixes_are_those_that_are_routed_as_one():
    assert prefix_of("192.0.2.77") == "192.0.2.0/24"
    assert prefix_of("2001:db8:1:2::3") == "2001:db8:1::/48"
    assert prefix_of("::ffff:192.0.2.1") == "192.0.2.0/24"
    assert prefix_of("fe80::1%eth0") == "fe80::/48"


def test_without_a_line_nothing_is_near():
    known = an_inspection()
    assert near_addresses(replace(known, facts={}), ["192.0.2.1"]) == ()
    near = replace(known, facts={**known.facts, LineStep(): a_line(sources=("192.0.2.9",))})
    assert near_addresses(near, ["192.0.2.1", "192.0.3.1"]) == ("192.0.2.1",)
