"""Planned records against the published ones: what changes, and what cannot be compared."""

from dataclasses import replace
from fractions import Fraction

import pytest

from mxgui.model.plan import ProbeMode
from mxgui.model.records import Status
from mxgui.model.smtp import Outcome
from mxgui.report.comparison import comparison_in_steps, comparison_of
from mxgui.report.grade import Grade
from mxgui.routing.record_changes import Change
from mxgui.routing.verdict import Verdict
from mxgui.rules.finding import Severity
from tests.builders import an_answer, an_inspection
from tests.planned import a_planned, mx_records

PUBLISHED = "10 a.example.org, 10 b.example.org, 20 c.example.org"


HOSTS = {
    "a.example.org": "20.0.0.1",
    "b.example.org": "20.0.1.1",
    "c.example.org": "20.0.2.1",
    "new.example.net": "20.0.3.1",
}


def compared(mx, published=PUBLISHED, **facts):
    found = comparison_of(a_planned(mx, published, hosts=HOSTS, **facts))
    assert found is not None
    return found


def test_nothing_planned_is_nothing_to_compare():
    assert comparison_of(an_inspection()) is None


def test_it_is_compared_in_steps_and_once():
    known = a_planned("10 new.example.net", PUBLISHED, hosts=HOSTS)
    assert sum(1 for _ in comparison_in_steps(known)) > 2 * len(HOSTS)
    assert list(comparison_in_steps(known)) == []
    assert comparison_of(known) is comparison_of(known)


def test_each_host_has_its_part_of_first_attempts_before_and_now():
    found = compared("10 b.example.org, 20 a.example.org, 10 new.example.net")
    told = {one.records.host: (one.first_before, one.first_now) for one in found.hosts}
    half, none = Fraction(1, 2), Fraction(0)
    assert told == {
        "b.example.org": (half, half),
        "a.example.org": (half, none),
        "new.example.net": (None, half),
        "c.example.org": (none, None),
    }


def test_verdicts_and_findings_are_compared():
    found = compared("10 new.example.net", probes={"20.0.3.1": Outcome.REFUSED})
    assert found.published is not None
    assert (found.published.verdict, found.planned.verdict) == (Verdict.FLOWS, Verdict.QUEUES)
    assert found.planned.grade is Grade.DOWN
    assert not str(found.planned.headline).startswith("Planned")
    come = {one.id for one in found.come}
    assert "SMTP-ALL-DOWN" in come
    assert "ROUTE-EQUAL-SHARES" in {one.id for one in found.go}
    assert not {"META-PLANNED"} & come


def test_what_weighs_otherwise_is_neither_come_nor_gone():
    mx, published = "10 a.example.org, 20 b.example.org", "10 b.example.org, 20 a.example.org"
    assert not compared(mx, published).weighed
    found = compared(mx, published, probes={"20.0.0.1": Outcome.REFUSED})
    told = {one.id: (before, one.severity) for one, before in found.weighed}
    assert told == {"SMTP-TIER-DOWN": (Severity.WARNING, Severity.ERROR)}


def test_what_is_about_the_published_answer_is_not_taken_for_gone():
    answer = an_answer(records=PUBLISHED, ttl_original=5)
    found = compared("10 a.example.org", answer)
    assert found.not_judged == ("MX-TTL-LOW",)
    assert "MX-TTL-LOW" not in {one.id for one in found.go}


@pytest.mark.parametrize("status", [Status.NXDOMAIN, ""])
def test_where_nothing_is_published_all_is_added(status):
    found = compared("10 new.example.net", status)
    assert [one.records.change for one in found.hosts] == [Change.ADDED]


def test_what_was_not_looked_at_is_not_compared():
    whole = a_planned("10 new.example.net", PUBLISHED)
    for cut in (
        replace(whole, ended=None),
        a_planned("10 new.example.net", Status.NOT_ASKED),
        replace(an_inspection(mx="10 a.example.org", probes={"192.0.2.1": None})),
    ):
        planned = replace(cut, plan=replace(cut.plan, mx=mx_records("10 new.example.net")))
        found = comparison_of(planned)
        assert found is not None
        assert found.published is None
        assert not found.go
        assert all(one.first_before is None for one in found.hosts)


def test_without_probes_there_is_enough_to_compare_records():
    known = a_planned("10 new.example.net", PUBLISHED)
    known = replace(known, plan=replace(known.plan, mode=ProbeMode.NONE))
    found = comparison_of(known)
    assert found is not None
    assert found.published is not None
