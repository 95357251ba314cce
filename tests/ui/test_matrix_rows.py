"""Senders side by side as rows."""

from __future__ import annotations

import pytest

from mxgui.model.inspection import Inspection
from mxgui.model.records import Status
from mxgui.model.smtp import Outcome
from mxgui.routing.route import route_of
from mxgui.routing.senders import SENDERS, sender_of
from mxgui.routing.sending.matrix import Row, matrix_of
from mxgui.routing.sending.outage import AS_RECORDS_SAY, WhatIf
from mxgui.ui.cell import Branch, Leaf
from mxgui.ui.matrix_rows import (
    COLUMNS,
    DIFFERS,
    branches_of,
    counts_words,
    first_words,
    leaf_of,
    range_words,
)
from tests.builders import an_inspection
from tests.ui.showing import two_tiers

_AS_PROBED = WhatIf(as_probed=True)


def _rows(inspection: Inspection, what_if: WhatIf = AS_RECORDS_SAY) -> tuple[Row, ...]:
    return matrix_of(inspection, SENDERS, what_if)


def _leaf(inspection: Inspection, name: str, what_if: WhatIf = AS_RECORDS_SAY) -> Leaf:
    row = next(row for row in _rows(inspection, what_if) if row.sender.id == name)
    return leaf_of(row, route_of(inspection), "rfc5321")


def _words(leaf: Leaf | Branch) -> list[str]:
    return [str(cell.words) for cell in leaf.cells]


def test_the_standard_comes_first_then_who_differs_then_who_does_not():
    inspection = an_inspection(mx="0 ., 10 a.example.org")
    first, differ, same = branches_of(_rows(inspection), route_of(inspection), "exim")
    assert (first.key, first.cells[0].words) == ("rfc5321", "RFC 5321")
    assert _words(first)[-1] == "the others are held against it"
    assert str(differ.cells[0].words) == "4 senders do otherwise"
    assert [leaf.key for leaf in differ.leaves] == ["postfix", "maddy", "stalwart", "kumomta"]
    assert str(same.cells[0].words) == "7 senders do the same"
    assert next(leaf for leaf in same.leaves if leaf.key == "exim").cells[0].look is not None


def test_nothing_compared_is_nothing_shown():
    assert branches_of((), route_of(two_tiers()), "rfc5321") == ()


def test_what_differs_is_marked_and_told_with_its_reason():
    leaf = _leaf(an_inspection(mx="0 ., 10 a.example.org"), "postfix")
    assert len(leaf.cells) == len(COLUMNS)
    assert leaf.cells[4].look is DIFFERS
    assert _words(leaf)[1:6] == ["—", "—", "—", "bounces", "—"]
    assert _words(leaf)[6] == "Takes “.” to mean no mail even beside other exchanges."
    said = {str(part.cells[0].label): str(part.cells[0].words) for part in leaf.leaves}
    assert said["Why: mail"] == _words(leaf)[6]
    assert "src/smtp/smtp_addr.c" in said["Sources"]
    assert said["Mail"].startswith("Decided before any connection: the domain says")


def test_what_is_not_verified_is_told_of_each_sender():
    leaf = _leaf(two_tiers(), "mox")
    doubts = [part for part in leaf.leaves if str(part.cells[0].label) == "Not verified"]
    assert len(doubts) == len(sender_of("mox").unverified)


def test_a_sender_that_does_the_same_says_so():
    leaf = _leaf(an_inspection(), "sendmail")
    assert _words(leaf)[6] == "no difference here"
    assert leaf.cells[6].muted


@pytest.mark.parametrize(
    ("mx", "hosts", "name", "words"),
    [
        ("10 mx-a.example.org", None, "rfc5321", "mx-a"),
        ("10 mx-a.example.org, 10 mx-b.example.org", None, "rfc5321", "mx-a 1/2 and mx-b 1/2"),
        (
            "10 mx-a.example.org, 10 mx-b.example.org, 10 mx-c.example.org, 10 mx-d.example.org",
            None,
            "rfc5321",
            "4 hosts, 1/4 each",
        ),
        (
            "10 mx-a.example.org",
            {"mx-a.example.org": "192.0.2.1 2001:db8::1"},
            "rfc5321",
            "mx-a; IPv6",
        ),
        (
            "10 mx-a.example.org",
            {"mx-a.example.org": "192.0.2.1 2001:db8::1"},
            "qmail",
            "mx-a; IPv4",
        ),
        (
            "10 mx-a.example.org",
            {"mx-a.example.org": "192.0.2.1 2001:db8::1"},
            "postfix",
            "mx-a; IPv6 1/2",
        ),
        (
            "10 mx-a.example.org, 10 mx-b.example.org, 10 mx-c.example.org, 10 mx-d.example.org",
            {
                "mx-a.example.org": "192.0.2.1 192.0.2.2",
                "mx-b.example.org": "192.0.2.3",
                "mx-c.example.org": "192.0.2.4",
                "mx-d.example.org": "192.0.2.5",
            },
            "postfix",
            "4 hosts, 1/5 to 2/5",
        ),
    ],
)
def test_the_first_choice_is_told_in_few_words(mx, hosts, name, words):
    inspection = an_inspection(mx=mx, hosts=hosts)
    (row,) = matrix_of(inspection, (sender_of(name),))
    assert str(first_words(row.seen, route_of(inspection))) == words


def test_reach_fates_and_delays_are_told_in_few_words():
    six = " ".join(f"192.0.2.{number}" for number in range(1, 7))
    large = an_inspection(
        mx="10 a.example.org, 20 b.example.org",
        hosts={"a.example.org": six, "b.example.org": "198.51.100.1"},
    )
    assert _words(_leaf(large, "postfix"))[3] == "5 of 7, never 20"
    bad = an_inspection(
        mx="10 a, 10 b", probes={"192.0.2.1": Outcome.REJECTED, "192.0.2.2": Outcome.TIMED_OUT}
    )
    exim = _words(_leaf(bad, "exim", _AS_PROBED))
    assert sorted(exim[4].replace(" and ", ", ").split(", ")) == ["bounces 1/2", "queues 1/2"]
    assert exim[5] == "5 min"
    assert _words(_leaf(bad, "haraka", _AS_PROBED))[5] == "15 s, up to 30 s"
    assert _words(_leaf(bad, "haraka", _AS_PROBED))[2] == "1 to 2"
    assert str(range_words((3, 3))) == "3"


def test_how_far_the_comparison_is_and_what_it_comes_to_is_said():
    rows = _rows(an_inspection(mx="0 ., 10 a.example.org"))
    assert str(counts_words(rows[:5], 12)) == "5 of 12 compared"
    assert str(counts_words(rows, 12)) == "4 do otherwise than RFC 5321."
    same = _rows(an_inspection(mx=Status.SERVFAIL))
    assert str(counts_words(same, 12)) == "All do the same with these records."
