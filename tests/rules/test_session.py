"""The encrypted sessions of hosts, as rules look at them."""

from dataclasses import replace

from mxgui.routing.route import route_of
from mxgui.rules.case import Case
from mxgui.rules.session import alike, places, sessions_of, views_of
from tests.builders import a_probe, an_inspection
from tests.rules.faults import tls_of, unencrypted

HOSTS = {"a.example.org": "20.0.0.1 2a00::1", "b.example.org": "20.0.0.2"}


def case_of(probes=None, hosts=HOSTS):
    mx = ", ".join(f"10 {name}" for name in hosts)
    inspection = an_inspection(mx=mx, hosts=hosts, probes=probes or {})
    return Case(inspection, route_of(inspection))


def test_each_host_has_the_sessions_of_its_addresses():
    found = dict(sessions_of(case_of({"20.0.0.2": unencrypted("b.example.org", "20.0.0.2")})))
    assert [host.name for host in found] == ["a.example.org"]
    [sessions] = found.values()
    assert [one.probe.target.address for one in sessions] == ["2a00::1", "20.0.0.1"]
    assert all(one.view is not None and one.view.verified for one in sessions)


def test_a_handshake_that_asked_for_another_name_says_nothing_of_this_one():
    hosts = {"a.example.org": "20.0.0.1", "b.example.org": "20.0.0.1"}
    assert [host.name for host, _ in sessions_of(case_of(hosts=hosts))] == ["a.example.org"]


def test_a_session_without_certificate_is_none_to_look_at():
    probe = a_probe("b.example.org", "20.0.0.2")
    bare = replace(probe, tls=replace(tls_of(probe), chain=()))
    case = case_of({"20.0.0.2": bare})
    assert [host.name for host, _ in sessions_of(case)] == ["a.example.org", "b.example.org"]
    assert [host.name for host, _ in views_of(case)] == ["a.example.org"]


def test_sessions_are_grouped_by_what_is_the_matter_with_them():
    [(_, sessions)] = [one for one in sessions_of(case_of()) if one[0].name == "a.example.org"]
    groups = list(alike(sessions, lambda one: one.probe.target.family))
    assert [family for family, _ in groups] == [6, 4]
    assert places(sessions) == ("2a00::1", "20.0.0.1")
    assert list(alike(sessions, lambda _one: None)) == []
