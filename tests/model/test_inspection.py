"""The fold of events into all that is known."""

from dataclasses import replace
from datetime import timedelta

from mxgui.model.chain import Chain
from mxgui.model.event import (
    Asked,
    AskStep,
    Ended,
    Learned,
    LineStep,
    Resumed,
    SecureStep,
    chain_step,
    probe_step,
)
from mxgui.model.inspection import Inspection, begin, learn
from mxgui.model.line import PROXY
from mxgui.model.plan import Plan, ProbeMode
from mxgui.model.records import RecordType, Status
from mxgui.model.security import Dnssec, Security
from mxgui.model.smtp import Outcome, Stage, Waiting
from tests.builders import (
    NOON,
    a_failed_answer,
    a_line,
    a_probe,
    a_question,
    a_target,
    an_answer,
    an_inspection,
    began,
)
from tests.rules.faults import showing

MX = AskStep(a_question())
PROBE = probe_step(a_target())


def folded(*events) -> Inspection:
    known = begin(began())
    for event in events:
        known = learn(known, event)
    return known


def test_it_lasted_as_long_as_the_calendar_says_and_never_less_than_nothing():
    assert an_inspection(ended=None).lasted is None
    assert an_inspection(ended=NOON + timedelta(seconds=3)).lasted == timedelta(seconds=3)
    assert an_inspection(ended=NOON - timedelta(hours=1)).lasted == timedelta()


def test_an_inspection_begins_with_nothing_known():
    known = learn(an_inspection(), began("example.net"))
    assert known == begin(began("example.net"))
    assert known.running
    assert not known.facts
    assert known.line is None
    assert known.answer("example.net", RecordType.MX).status is Status.NOT_ASKED
    assert known.probe("192.0.2.1") is None


def test_a_step_that_was_asked_waits_until_its_fact_is_learned():
    asked = folded(Asked(MX, 0.5))
    assert asked.waiting == {MX: 0.5}
    assert asked.is_asking("example.org", RecordType.MX)
    known = learn(asked, Learned(MX, an_answer()))
    assert not known.waiting
    assert not known.is_asking("example.org", RecordType.MX)


def test_other_steps_go_on_waiting():
    other = AskStep(a_question("mx1.example.org", "A"))
    known = folded(Asked(MX, 0.5), Asked(other, 0.6), Learned(MX, an_answer()))
    assert known.waiting == {other: 0.6}


def test_a_later_fact_of_the_same_step_replaces_the_earlier_in_its_place():
    known = folded(
        Learned(MX, a_failed_answer()),
        Learned(LineStep(), a_line()),
        Learned(MX, an_answer(records="10 mx1.example.org")),
    )
    assert list(known.facts) == [MX, LineStep()]
    assert known.answer("example.org", RecordType.MX).status is Status.NOERROR


def test_a_running_probe_tells_how_far_it_is_and_goes_on_waiting():
    running = a_probe(outcome=Outcome.NOT_TRIED, waiting=Waiting(Stage.GREETING, 1.0, 40.0))
    known = folded(Asked(PROBE, 1.0), Learned(PROBE, running))
    assert known.waiting == {PROBE: 1.0}
    assert known.probe("192.0.2.1") == running
    ended = learn(known, Learned(PROBE, a_probe()))
    assert not ended.waiting
    assert ended.probes == (a_probe(),)


def test_the_end_clears_what_was_waiting_and_tells_if_it_was_cut_short():
    known = folded(Asked(MX, 0.5), Ended(NOON, cut_short=True))
    assert not known.running
    assert known.cut_short
    assert not known.waiting


def test_facts_stand_in_the_order_in_which_they_were_learned():
    known = an_inspection(mx="20 mx2.example.org, 10 mx1.example.org")
    assert [str(answer.question) for answer in known.answers] == [
        "example.org MX",
        "mx2.example.org A",
        "mx2.example.org AAAA",
        "mx1.example.org A",
        "mx1.example.org AAAA",
    ]
    assert [probe.target.host for probe in known.probes] == ["mx1.example.org", "mx2.example.org"]
    assert known.line == a_line()


def test_a_probe_is_looked_up_at_the_port_of_the_plan():
    known = an_inspection(plan=Plan(port=2525))
    assert known.probe("192.0.2.1") == known.probes[0]
    assert replace(known, plan=Plan()).probe("192.0.2.1") is None


def test_learning_leaves_the_earlier_inspection_as_it_was():
    before = folded(Asked(MX, 0.5))
    learn(before, Learned(MX, an_answer()))
    assert before.waiting == {MX: 0.5}
    assert not before.facts


def test_without_probing_there_are_only_answers():
    assert not an_inspection(plan=Plan(mode=ProbeMode.NONE)).probes


def test_an_answer_that_nobody_validated_is_of_unknown_security():
    assert folded().security("example.org", RecordType.MX).state is Dnssec.UNKNOWN
    secure = Security(a_question(), Dnssec.SECURE)
    known = folded(Learned(SecureStep(a_question()), secure))
    assert known.security("example.org", RecordType.MX) == secure


def test_a_host_with_its_own_handshake_is_told_by_that_one():
    own = replace(PROBE, host="mx2.example.org")
    shared, apart = a_probe(), a_probe("mx2.example.org")
    known = folded(Learned(PROBE, shared), Learned(own, apart))
    assert known.probe("192.0.2.1") == known.probe("192.0.2.1", host="mx1.example.org") == shared
    assert known.probe("192.0.2.1", host="mx2.example.org") == apart


def test_a_chain_is_that_of_the_handshake_it_was_shown_in():
    shared, apart = a_probe(), a_probe("mx2.example.org")
    apart = replace(apart, target=replace(apart.target, own=True))
    chain = Chain(leaf_of(shared))
    known = folded(Learned(PROBE, shared), Learned(chain_step(PROBE), chain))
    assert known.chain_of(shared) == chain
    assert known.chain_of(apart) is None
    through = replace(shared, target=replace(shared.target, vantage=PROXY))
    assert known.chain_of(through) is None


def test_a_chain_that_an_earlier_probe_was_shown_is_not_that_of_the_next_one():
    before, now = a_probe(), showing("mx2.example.org", "192.0.2.1")
    known = folded(Learned(PROBE, before), Learned(chain_step(PROBE), Chain(leaf_of(before))))
    assert learn(known, Learned(PROBE, now)).chain_of(now) is None


def leaf_of(probe):
    assert probe.tls is not None
    return probe.tls.chain[0].sha256


def test_an_inspection_that_is_resumed_runs_again_and_keeps_what_it_knows():
    plan = Plan(fresh=True)
    known = learn(an_inspection(), Resumed(plan, NOON + timedelta(hours=1)))
    assert known.running
    assert known.plan == plan
    assert known.facts == an_inspection().facts


def test_the_rest_before_it_was_resumed_is_no_part_of_how_long_it_lasted():
    ended = folded(Ended(NOON + timedelta(seconds=3)))
    for hour in (1, 2):
        ended = learn(ended, Resumed(Plan(), NOON + timedelta(hours=hour)))
        ended = learn(ended, Ended(NOON + timedelta(hours=hour, seconds=2)))
    assert ended.lasted == timedelta(seconds=7)


def test_a_calendar_that_was_set_back_makes_no_rest():
    known = learn(an_inspection(ended=NOON), Resumed(Plan(), NOON - timedelta(hours=1)))
    assert known.rested == 0


def test_what_was_cut_short_stays_so_when_more_is_done():
    cut = folded(Ended(NOON, cut_short=True), Resumed(Plan(), NOON))
    assert learn(cut, Ended(NOON)).cut_short


def test_more_that_is_stopped_cuts_nothing_short_of_what_was_whole():
    whole = folded(Ended(NOON), Resumed(Plan(), NOON))
    assert not learn(whole, Ended(NOON, cut_short=True)).cut_short


def test_of_two_vantages_the_first_counts_where_both_deliver_whichever_ends_first():
    plan = Plan(proxy="socks5://127.0.0.1:1080", also_direct=True)
    direct, other = PROBE, replace(PROBE, vantage=PROXY)
    running = replace(a_probe(), waiting=Waiting(Stage.EHLO, 0, 30), command="")
    by_proxy = replace(a_probe(), target=replace(a_target(), vantage=PROXY))
    known = replace(folded(Learned(other, by_proxy)), plan=plan)
    assert known.probe("192.0.2.1") is None
    assert learn(known, Learned(direct, running)).probe("192.0.2.1") is None
    assert learn(known, Learned(direct, a_probe())).probe("192.0.2.1") == a_probe()
