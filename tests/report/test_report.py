"""A report holds all that documents say, computed once, in the reader's language."""

from dataclasses import replace

from mxgui.model.event import probe_step
from mxgui.model.plan import Plan
from mxgui.report.report import Report, pictured_in_steps, report_of, supposing
from mxgui.routing.reach import State
from mxgui.routing.sending.outage import AS_RECORDS_SAY, Off, What, WhatIf
from mxgui.routing.verdict import Verdict
from tests.builders import a_probe, an_inspection
from tests.report.samples import three_tiers

SUPPOSED = WhatIf((Off(What.FAMILY, "ipv4"),))


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


def pictured(report: Report) -> tuple[int, Report]:
    """The report with its picture, and how many pauses it took."""
    steps = pictured_in_steps(report)
    pauses = 0
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return pauses, end.value
        pauses += 1


def test_the_picture_of_what_was_found_is_the_diagram_and_takes_no_time():
    found = report_of(three_tiers(), str)
    before = replace(found, picture=replace(found.picture, width=1.0))
    pauses, shown = pictured(before)
    assert pauses == 0
    assert shown.picture is found.diagram
    held_back = replace(before, what_if=SUPPOSED, measured=True)
    assert pictured(held_back)[1].picture is found.diagram


def test_a_picture_shows_what_is_supposed_and_folds_what_is_folded_in_short_steps():
    found = report_of(three_tiers(), str)
    lane = found.diagram.lanes[0].key
    pauses, supposed = pictured(replace(found, what_if=SUPPOSED))
    assert pauses > len(found.diagram.lanes)
    assert supposed.picture != found.diagram
    assert supposed.diagram is found.diagram
    more, both = pictured(replace(found, what_if=SUPPOSED, folded=frozenset({lane})))
    assert more > pauses
    assert both.picture.lanes[0].folded is not None
    told = {card.key: [chip.words for chip in card.chips] for card in supposed.picture.hosts}
    for card in both.picture.hosts:
        assert [chip.words for chip in card.chips] == told[card.key]


def test_the_same_what_if_again_is_the_same_report():
    found = report_of(three_tiers(), str)
    once = supposing(found, SUPPOSED)
    assert once.what_if == SUPPOSED
    assert supposing(once, SUPPOSED) is once
    assert supposing(once, SUPPOSED, measured=True).picture is found.diagram
    assert supposing(once, AS_RECORDS_SAY).picture is found.diagram


def test_a_probe_of_an_exchange_that_is_an_address_is_listed_where_the_sender_takes_one():
    probe = a_probe("192.0.2.77", "192.0.2.77")
    for sender, count in (("postfix", 2), ("rfc5321", 1)):
        known = an_inspection(mx="10 192.0.2.77, 20 a.example", plan=Plan(sender=sender))
        facts = {**known.facts, probe_step(probe.target): probe}
        assert len(report_of(replace(known, facts=facts)).probes) == count
