"""What a what-if comes to, before and after, in rows and one sentence."""

from dataclasses import replace

import pytest

from mxgui.model.records import Status
from mxgui.model.smtp import Outcome
from mxgui.report.report import report_of
from mxgui.ui.cell import Branch
from mxgui.ui.what_if_rows import branches_of, rests_on, told_by
from tests.builders import PLAN, an_inspection
from tests.routing.sending.supposed import a_what_if, nordlys
from tests.ui.showing import two_tiers

RESULT = report_of(nordlys())
A = "mx-a.nordlys.example"


def rows(result, what_if) -> dict[str, list[tuple[str, ...]]]:
    found = {}
    for branch in branches_of(result, what_if):
        assert isinstance(branch, Branch)
        found[branch.key] = [
            tuple(str(cell.words) for cell in leaf.cells) for leaf in branch.leaves
        ]
    return found


def said(known, what_if) -> list[str]:
    """The sentences, each with its label."""
    cells = [branch.cells[0] for branch in branches_of(report_of(known), what_if)]
    return [f"{cell.label}: {cell.words}" for cell in cells if cell.label]


def test_shares_stand_side_by_side():
    told = rows(RESULT, a_what_if(f"{A}:silent"))
    assert told["taken"][:2] == [(A, "1/3", "0"), ("mx-b.nordlys.example", "1/3", "1/2")]
    assert told["first"][0] == (A, "1/3", "1/3")
    assert told["fates"][0] == ("delivered in this run", "100\u2009%", "100\u2009%")
    assert told["delays"] == [
        ("in the mean", "no wait", "40 s"),
        ("at most", "no wait", "2 min"),
    ]


def test_the_sentence_is_about_the_chosen_sender_and_two_others():
    sentence = str(told_by(RESULT, a_what_if(f"{A}:silent")))
    assert all(name in sentence for name in ("Postfix", "Exim", "RFC 5321"))
    first = next(branches_of(RESULT, a_what_if(f"{A}:silent")))
    assert str(first.cells[0].words) == sentence


def test_what_changes_nothing_says_so():
    assert "nothing changes" in str(told_by(RESULT, a_what_if("ipv6:silent")))
    assert "nothing changes" not in str(told_by(RESULT, a_what_if()))


def test_what_was_not_heard_counts_as_up_and_is_told():
    known = two_tiers(probes={"192.0.2.2": Outcome.TIMED_OUT, "2001:db8::1": None})
    assert any("not heard from here" in words for words in said(known, a_what_if(as_probed=True)))
    assert not any("not heard" in words for words in said(two_tiers(), a_what_if()))


def test_the_reply_that_an_author_gets_is_told_and_why_mail_waits():
    bounces = said(an_inspection(mx="0 ."), a_what_if("ipv4"))
    assert "The author gets: 5.1.10 The domain takes no mail, as its MX record says." in bounces
    waits = said(an_inspection(mx=Status.SERVFAIL), a_what_if("ipv4"))
    assert any(words.startswith("Why it waits: 4.4.3") for words in waits)


def test_a_route_that_takes_no_mail_has_no_shares():
    told = rows(report_of(an_inspection(mx="0 .")), a_what_if("ipv4"))
    assert told["taken"] == []
    assert told["fates"][2] == ("returned to its author", "100\u2009%", "100\u2009%")


@pytest.mark.parametrize("written", ["", f"{A}:silent", "ipv6"])
def test_a_probe_is_nothing_that_rows_rest_on_unless_what_was_probed_is_supposed(written):
    before, after = (
        report_of(two_tiers(probes={"192.0.2.2": outcome}))
        for outcome in (Outcome.GREETED, Outcome.TIMED_OUT)
    )
    what_if, as_probed = a_what_if(written), a_what_if(written, as_probed=True)
    assert rests_on(before, what_if) == rests_on(after, what_if)
    assert rows(before, what_if) == rows(after, what_if)
    assert rests_on(before, as_probed) != rests_on(after, as_probed)


@pytest.mark.parametrize(
    "other",
    [
        {"plan": replace(PLAN, sender="exim")},
        {"plan": replace(PLAN, seed=7)},
        {"mx": "10 a.example.org, 10 b.example.org"},
        {"hosts": {"a.example.org": "192.0.2.1", "b.example.org": "192.0.2.2"}},
        {"ended": None},
    ],
)
def test_rows_rest_on_route_sender_seed_and_on_whether_more_may_come(other):
    before, after = report_of(two_tiers()), report_of(two_tiers(**other))
    assert rests_on(before, a_what_if()) != rests_on(after, a_what_if())


def test_rows_rest_on_what_is_supposed():
    assert rests_on(RESULT, a_what_if("ipv6")) != rests_on(RESULT, a_what_if("ipv6:silent"))
