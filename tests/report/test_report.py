"""A report holds all that documents say, computed once, in the reader's language."""

from dataclasses import replace

from mxgui.model.event import probe_step
from mxgui.model.plan import Plan
from mxgui.report.report import report_of
from mxgui.routing.reach import State
from mxgui.routing.verdict import Verdict
from tests.builders import a_probe, an_inspection
from tests.report.samples import three_tiers


def test_a_report_holds_what_is_computed_from_the_facts():
    report = report_of(three_tiers(), str)
    assert report.verdict is Verdict.DEGRADED
    assert len(report.order) == 7
    assert len(report.diagram.lanes) == 3
    assert {finding.id for finding in report.findings} >= {"SMTP-TIER-DOWN", "SMTP-FAMILY-DOWN"}
    assert report.state("192.0.2.77") is State.FAILED


def test_probes_stand_in_the_order_of_tries_and_strays_at_the_end():
    inspection = an_inspection(mx="10 a.example, 20 b.example")
    report = report_of(inspection, str)
    assert [probe.target.address for probe in report.probes] == ["192.0.2.1", "192.0.2.2"]


def test_words_are_said_in_the_language_given_and_names_stay_as_they_are():
    report = report_of(an_inspection(), lambda words: str(words).upper())
    assert report.said(report.headline) == str(report.headline).upper()
    assert report.said("mx1.example.org") == "mx1.example.org"


def test_a_window_may_fold_a_lane_of_its_graph_and_of_nothing_else():
    whole = report_of(three_tiers(), str)
    folded = report_of(three_tiers(), str, frozenset({whole.diagram.lanes[0].key}))
    assert folded.picture.lanes[0].folded is not None
    assert len(folded.picture.hosts) < len(whole.picture.hosts)
    assert folded.diagram == whole.diagram
    assert folded.order == whole.order
    assert folded.states == whole.states


def test_a_probe_of_an_exchange_that_is_an_address_is_listed_where_the_sender_takes_one():
    probe = a_probe("192.0.2.77", "192.0.2.77")
    for sender, count in (("postfix", 2), ("rfc5321", 1)):
        known = an_inspection(mx="10 192.0.2.77, 20 a.example", plan=Plan(sender=sender))
        facts = {**known.facts, probe_step(probe.target): probe}
        assert len(report_of(replace(known, facts=facts)).probes) == count
