"""What two vantages saw of one address, side by side, and what counts."""

from dataclasses import replace

import pytest

from mxgui.model.event import probe_step
from mxgui.model.line import DIRECT, PROXY
from mxgui.model.plan import Plan
from mxgui.model.smtp import Outcome, Stage, Waiting
from mxgui.routing.reach import State, seen_at, state_from, state_of
from mxgui.routing.route import route_of
from mxgui.routing.sightings import (
    brief_words,
    has_several,
    outcomes_words,
    seen_from,
    sightings,
)
from mxgui.routing.verdict import Verdict, coverage_of, verdict_of
from tests.builders import a_probe, an_inspection

HOST, ADDRESS = "mx1.example.org", "192.0.2.1"
BOTH = Plan(proxy="socks5://127.0.0.1:1080", also_direct=True)
THROUGH = Plan(proxy="socks5://127.0.0.1:1080")


def seen(direct, through, plan=BOTH, **others):
    """One address as it was seen from this line and through a proxy; None: not (yet)."""
    known = an_inspection(probes={ADDRESS: direct}, plan=plan, **others)
    if through is None:
        return known
    probe = through if not isinstance(through, Outcome) else a_probe(HOST, ADDRESS, through)
    probe = replace(probe, target=replace(probe.target, vantage=PROXY))
    return replace(known, facts={**known.facts, probe_step(probe.target): probe})


@pytest.mark.parametrize(
    ("direct", "through", "state"),
    [
        (Outcome.TIMED_OUT, Outcome.GREETED, State.OK),
        (Outcome.BLOCKED_HERE, Outcome.GREETED, State.OK),
        (Outcome.REJECTED, Outcome.GREETED, State.OK),
        (Outcome.GREETED, Outcome.TIMED_OUT, State.OK),
        (Outcome.GREETED, Outcome.PROXY_NO_ANSWER, State.OK),
        (Outcome.TIMED_OUT, Outcome.REFUSED, State.FAILED),
        (Outcome.TIMED_OUT, Outcome.PROXY_NO_ANSWER, State.UNHEARD),
        (Outcome.TIMED_OUT, Outcome.DEFERRED, State.TEMPORARY),
        (Outcome.BLOCKED_HERE, Outcome.PROXY_NO_ANSWER, State.NOT_TRIED),
    ],
)
def test_what_tells_most_counts(direct, through, state):
    known = seen(direct, through)
    assert state_of(known, ADDRESS) is state
    assert seen_at(known, [ADDRESS])[ADDRESS][0] is state
    assert known.probes == (known.probe(ADDRESS),)


def test_what_one_line_saw_alive_makes_the_mail_flow():
    known = seen(Outcome.TIMED_OUT, Outcome.GREETED)
    route = route_of(known)
    assert verdict_of(known, route) is Verdict.FLOWS
    assert [(each.answered, each.total) for each in coverage_of(known, route)] == [(1, 1)]


def test_silence_counts_by_what_its_own_vantage_has_heard():
    hosts = {"a.example.org": "192.0.2.1", "b.example.org": "192.0.2.2"}
    known = an_inspection(
        mx="10 a.example.org, 20 b.example.org",
        hosts=hosts,
        probes={"192.0.2.1": Outcome.TIMED_OUT, "192.0.2.2": Outcome.TIMED_OUT},
        plan=BOTH,
    )
    probe = a_probe("b.example.org", "192.0.2.2")
    probe = replace(probe, target=replace(probe.target, vantage=PROXY))
    known = replace(known, facts={**known.facts, probe_step(probe.target): probe})
    assert state_from(known, "192.0.2.1", DIRECT) is State.UNHEARD
    assert state_of(known, "192.0.2.1") is State.UNHEARD
    assert state_of(known, "192.0.2.2") is State.OK


def test_as_long_as_the_other_may_tell_more_nothing_is_held_against_a_host():
    assert state_of(seen(Outcome.REFUSED, None, ended=None), ADDRESS) is State.PENDING
    assert state_of(seen(Outcome.GREETED, None, ended=None), ADDRESS) is State.OK
    running = a_probe(HOST, ADDRESS, Outcome.NOT_TRIED, reason=None)
    running = replace(running, waiting=Waiting(Stage.CONNECT, 0, 15))
    assert state_of(seen(Outcome.REFUSED, running, ended=None), ADDRESS) is State.RUNNING
    assert state_of(seen(Outcome.REFUSED, None), ADDRESS) is State.FAILED


def test_a_run_through_a_proxy_alone_is_read_as_any_other():
    known = seen(None, Outcome.GREETED, THROUGH)
    assert state_of(known, ADDRESS) is State.OK
    assert not has_several(known, ADDRESS)
    assert [vantage for vantage, _ in sightings(known, ADDRESS)] == [PROXY]


def test_a_row_has_both_in_brief_and_whole():
    known = seen(Outcome.TIMED_OUT, Outcome.GREETED)
    assert str(brief_words(known, ADDRESS)) == "silent · proxy 220 · 60 ms"
    whole = str(outcomes_words(known, ADDRESS))
    assert whole.startswith("no answer in ")
    assert whole.endswith("; through the proxy: 220 · 60 ms")
    assert (
        str(brief_words(seen(Outcome.REJECTED, Outcome.REFUSED), ADDRESS)) == "554 · proxy refused"
    )


def test_one_vantage_has_no_more_to_say_than_before():
    known = an_inspection()
    assert brief_words(known, ADDRESS) is None
    assert str(outcomes_words(known, ADDRESS)) == "220 · 60 ms"
    assert outcomes_words(known, "192.0.2.9") is None


def test_one_vantage_knows_nothing_of_the_others_probes():
    known = seen(Outcome.TIMED_OUT, Outcome.GREETED)
    for vantage, outcome in ((DIRECT, Outcome.TIMED_OUT), (PROXY, Outcome.GREETED)):
        apart = seen_from(known, vantage)
        probe = apart.probe(ADDRESS)
        assert probe is not None
        assert (probe.target.vantage, probe.outcome) == (vantage, outcome)
        assert apart.plan.vantages == (vantage,)
        assert apart.answers == known.answers


def test_where_there_is_one_vantage_it_knows_all():
    known = seen(Outcome.GREETED, None, plan=Plan())
    assert seen_from(known, DIRECT) is known
