"""Greetings are given by host, each address once, and none before its host is known."""

from mxgui.model.smtp import Outcome
from mxgui.routing.route import route_of
from mxgui.rules.case import Case
from mxgui.rules.heard import greetings
from tests.builders import a_probe, an_answer, an_inspection
from tests.rules.judging import connecting, so_far

A, B = "20.0.0.1", "20.0.1.1"
TWO = "10 a.example.org, 20 b.example.org"


def heard(inspection) -> dict[str, list[str]]:
    case = Case(inspection, route_of(inspection))
    return {
        host.name: [probe.target.address for probe in probes] for host, probes in greetings(case)
    }


def test_an_address_counts_for_the_host_that_is_tried_first():
    hosts = {"a.example.org": A, "b.example.org": f"{A} {B}"}
    assert heard(an_inspection(mx=TWO, hosts=hosts)) == {"a.example.org": [A], "b.example.org": [B]}


def test_who_did_not_greet_has_none():
    hosts = {"a.example.org": A, "b.example.org": B}
    inspection = an_inspection(mx=TWO, hosts=hosts, probes={A: Outcome.REJECTED})
    assert heard(inspection) == {"b.example.org": [B]}


def test_behind_a_host_that_is_looked_up_and_while_a_probe_runs_nothing_is_told():
    facts = [an_answer(records=TWO), an_answer("b.example.org", "A", B)]
    facts += [an_answer("b.example.org", "AAAA")]
    probe = a_probe("b.example.org", B)
    assert heard(so_far(*facts, probe)) == {}
    known = [an_answer("a.example.org", "A"), an_answer("a.example.org", "AAAA")]
    assert heard(so_far(*facts, *known, probe)) == {"b.example.org": [B]}
    assert heard(so_far(*facts, *known, connecting(probe))) == {}
