"""The try-order in rows: who is tried when, how often first, and what came of it."""

from fractions import Fraction

from mxgui.model.records import Status
from mxgui.model.smtp import Outcome
from mxgui.report.report import report_of
from mxgui.ui.try_rows import branches_of
from tests.ui.showing import a_result, a_running, two_tiers

EQUALS = "10 a.example.org, 10 b.example.org"


def rows(result, now: float = 0.0) -> list[list[str]]:
    return [
        [str(cell.words) for cell in leaf.cells]
        for branch in branches_of(result, now)
        for leaf in branch.leaves
    ]


def test_addresses_stand_in_the_order_of_tries_with_what_they_said():
    told = rows(a_result(probes={"192.0.2.2": Outcome.REFUSED}))
    assert [row[:3] for row in told] == [
        ["1", "a.example.org", "2001:db8::1"],
        ["2", "a.example.org", "192.0.2.1"],
        ["3", "b.example.org", "192.0.2.2"],
    ]
    assert told[2][3:5] == ["Fails", "refused"]
    assert told[0][3] == "Answers"


def test_a_tier_is_told_in_one_line():
    headings = [str(branch.cells[0].words) for branch in branches_of(a_result(), 0.0)]
    assert headings[0].startswith("Tried first · preference 10 · ")
    assert headings[1] == "Then · preference 20 · if all of preference 10 fail"


def test_a_route_without_mx_has_a_tier_without_preference():
    result = report_of(two_tiers(mx="", hosts={"example.org": "192.0.2.1"}))
    heading = str(next(branches_of(result, 0.0)).cells[0].words)
    assert "preference" not in heading


def test_a_running_probe_tells_the_seconds():
    told = rows(report_of(a_running()), 12.0)
    assert "waiting for the greeting, 12 of 40 s" in [row[4] for row in told]


def test_a_host_that_is_not_used_is_there_with_its_reason():
    told = rows(a_result(hosts={"a.example.org": Status.NXDOMAIN, "b.example.org": "192.0.2.2"}))
    assert told[0] == [
        "",
        "a.example.org",
        "",
        "no such name",
        "The name does not exist in DNS.",
        "not used",
    ]


def shares(result) -> list[tuple[str, str]]:
    """Words and tip of every share."""
    leaves = [leaf for branch in branches_of(result, 0.0) for leaf in branch.leaves]
    return [(str(leaf.cells[5].words), str(leaf.cells[5].tip)) for leaf in leaves]


def test_the_first_address_of_a_host_carries_its_share():
    told = sorted(shares(a_result(mx=EQUALS)))
    exact = f"{Fraction(1, 2)} of first attempts, when all is up"
    half = "50\u2009%"
    assert told == [(half, exact), (half, exact), ("only after failure", "")]


def test_a_worse_tier_is_tried_only_after_failure():
    assert shares(a_result())[-1] == ("only after failure", "")
