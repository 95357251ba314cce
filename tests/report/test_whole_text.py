"""The plain report reads well in a terminal, and nothing in it can act on one."""

import re

import pytest

from mxgui.model.inspection import Inspection
from mxgui.model.plan import Plan
from mxgui.report.plain import WIDTH
from mxgui.report.report import report_of
from mxgui.report.whole_text import written
from tests.builders import an_inspection
from tests.report.golden_files import golden
from tests.report.samples import (
    as_postfix,
    everything,
    failures,
    hostile,
    null_mx,
    planned,
    protected,
    three_tiers,
)

SAMPLES = everything()


def plain(inspection: Inspection) -> str:
    return written(report_of(inspection, str)).decode()


@pytest.mark.parametrize(
    ("name", "inspection"),
    [
        ("three-tiers", three_tiers()),
        ("as-postfix", as_postfix()),
        ("null-mx", null_mx()),
        ("failures", failures()),
        ("protected", protected()),
        ("planned", planned()),
    ],
)
def test_the_text_is_as_it_has_to_be(name: str, inspection: Inspection):
    whole = written(report_of(inspection, str))
    assert golden(f"{name}.txt", whole) == whole


@pytest.mark.parametrize("name", SAMPLES)
def test_no_character_in_it_acts(name: str):
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", plain(SAMPLES[name])
    )


@pytest.mark.parametrize("name", sorted(set(SAMPLES) - {"hostile"}))
def test_lines_are_no_wider_than_a_terminal(name: str):
    assert max(map(len, plain(SAMPLES[name]).splitlines())) <= WIDTH


def test_text_from_the_network_cannot_begin_a_line_of_its_own():
    lines = plain(hostile()).splitlines()
    assert not [line for line in lines if line.startswith(("<script", "aaaa"))]


def test_the_tree_has_tiers_hosts_and_addresses_with_their_marks():
    text = plain(three_tiers())
    assert "  Tried first · preference 10 · 3 hosts, shuffled for every message\n" in text
    assert "    1–3 mx-a.example.org (33\u2009% · TLS 1.3)\n" in text
    assert "      ✓ 2001:db8:10::11  220 · 60 ms\n" in text
    assert "      ✗ 192.0.2.77       refused\n" in text


def test_findings_say_what_why_and_what_to_do():
    text = plain(three_tiers())
    for part in ("Warning: ", "SMTP-TIER-DOWN", "Why: ", "What to do: ", "RFC 5321"):
        assert part in text


def test_a_route_that_is_none_is_told_in_words():
    assert "  Takes no mail\n" in plain(null_mx())
    assert "Try order" not in plain(null_mx())


def test_sender_and_seed_are_named_with_the_order():
    assert "Try order, as RFC 5321 has it, shuffled with seed 0" in plain(an_inspection())
    inspection = an_inspection(plan=Plan(sender="exim", seed=3))
    assert "Try order, as Exim 4.96 has it, shuffled with seed 3" in plain(inspection)
