"""All rows of the time line: questions, then probes, in the order in which they began."""

from dataclasses import replace

from mxgui.model.event import Asked, AskStep, ProbeStep
from mxgui.model.inspection import learn
from mxgui.model.smtp import Outcome
from mxgui.report.report import report_of
from mxgui.ui.timeline.row import Row
from mxgui.ui.timeline.rows import last_of, rows_of
from tests.builders import a_probe, a_question, an_answer
from tests.ui.showing import a_result, a_running, two_tiers


def names(rows: tuple[Row, ...]) -> list[str]:
    return [f"{row.name} {row.asked}" for row in rows]


def test_questions_come_first_and_then_probes():
    assert names(rows_of(a_result())) == [
        "example.org MX",
        "a.example.org A",
        "a.example.org AAAA",
        "b.example.org A",
        "b.example.org AAAA",
        "a.example.org 192.0.2.1",
        "a.example.org 2001:db8::1",
        "b.example.org 192.0.2.2",
    ]


def test_what_is_under_way_has_a_row_and_what_waits_its_turn_is_last():
    known = learn(a_running(), Asked(AskStep(a_question("c.example.org", "A")), 0.9))
    known = replace(known, waiting={**known.waiting, ProbeStep("192.0.2.9", 25): 0.0})
    rows = rows_of(report_of(known))
    assert names(rows)[5] == "c.example.org A"
    assert names(rows)[-1] == " 192.0.2.9"
    assert str(rows[-1].ended) == "waiting its turn"


def test_a_row_of_which_nothing_new_is_known_is_kept():
    before = rows_of(a_result())
    later = rows_of(a_result(probes={"192.0.2.2": Outcome.REFUSED}), before)
    assert [new is old for new, old in zip(later, before, strict=True)][:-1] == [False] * 7
    known = two_tiers()
    rows = rows_of(report_of(known))
    again = rows_of(report_of(replace(known)), rows)
    assert all(new is old for new, old in zip(again, rows, strict=True))


def test_a_row_is_made_anew_when_its_state_is_seen_in_another_light():
    mute = a_probe("a.example.org", "192.0.2.1", Outcome.TIMED_OUT)
    alone = {"192.0.2.1": mute, "192.0.2.2": None, "2001:db8::1": None}
    rows = rows_of(a_result(probes=alone))
    assert str(rows[-1].ended).startswith("Not heard")
    later = rows_of(a_result(probes={**alone, "192.0.2.2": Outcome.GREETED}), rows)
    assert str(later[-2].ended).startswith("Fails")


def test_an_earlier_result_stands_where_it_was_used_again():
    known = two_tiers()
    step = ProbeStep("192.0.2.2", 25)
    # Used again 55 ms after the beginning, which is before the other probes began
    reused = a_probe("b.example.org", "192.0.2.2", at=-60.0, took=0.055, reused_age=60.0)
    rows = rows_of(report_of(replace(known, facts={**known.facts, step: reused})))
    assert str(rows[5].asked) == "192.0.2.2"
    assert rows[5].begin is None


def test_the_last_moment_is_that_of_the_longest_row():
    rows = rows_of(report_of(a_running()))
    assert last_of(rows, 12.0) == 12.0
    assert last_of((), 12.0) == 0
    assert last_of(rows_of(a_result()), 99.0) < 1.0


def test_questions_for_names_come_after_the_probes():
    pointer = an_answer("1.2.0.192.in-addr.arpa", "PTR", "a.example.org")
    rows = rows_of(report_of(two_tiers(answers=(pointer,))))
    assert names(rows)[-1] == "1.2.0.192.in-addr.arpa PTR"
