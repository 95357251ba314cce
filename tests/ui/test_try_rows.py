"""The try-order in rows: who is tried when, how often first, and what came of it."""

from fractions import Fraction

import pytest

from mxgui.model.plan import Plan, ProbeMode
from mxgui.model.records import Status
from mxgui.model.smtp import Outcome
from mxgui.report.report import report_of
from mxgui.ui.try_rows import branches_of, order_words, shuffled_tiers, why_not_shuffled
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


def test_it_is_told_which_order_this_is():
    words = str(order_words(a_result(mx=EQUALS, plan=Plan(seed=3))))
    assert words.startswith(
        "One order of many: hosts of preference 10 are shuffled for every message; seed 3. "
    )
    assert words.endswith("keep the resolver's order (RFC 5321, section 5.1).")


def test_several_shuffled_preferences_are_all_named():
    hosts = {name: f"192.0.2.{n}" for n, name in enumerate("abcd", start=1)}
    result = a_result(mx="10 a, 10 b, 20 c, 20 d", hosts=hosts)
    assert "preference 10 and 20 are shuffled" in str(order_words(result))
    assert len(shuffled_tiers(result)) == 2


def test_one_host_a_preference_leaves_one_order():
    assert str(order_words(a_result())).startswith("The only order: ")
    assert "nothing to shuffle" in str(why_not_shuffled(a_result()))
    assert "nothing to shuffle" in str(why_not_shuffled(None))


def test_a_host_without_address_is_not_counted_as_one_to_shuffle():
    result = a_result(mx=EQUALS, hosts={"a.example.org": "192.0.2.1", "b.example.org": ""})
    assert why_not_shuffled(result) is not None


def test_the_order_of_probes_as_a_sender_stays():
    result = a_result(mx=EQUALS, plan=Plan(mode=ProbeMode.AS_SENDER))
    assert str(order_words(result)).startswith("The order of this run's probes: ")
    assert "went in this order" in str(why_not_shuffled(result))


@pytest.mark.parametrize("mode", [ProbeMode.EVERY_HOST, ProbeMode.NONE])
def test_in_other_modes_another_order_can_be_seen(mode):
    assert why_not_shuffled(a_result(mx=EQUALS, plan=Plan(mode=mode))) is None


def test_without_an_address_it_is_said_that_there_is_none():
    result = a_result(mx="0 .")
    assert str(order_words(result)) == "No address is known that a sender would try."
