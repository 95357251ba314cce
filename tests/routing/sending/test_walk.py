"""One run along a list: what is tried, what it costs, and what becomes of the message."""

from dataclasses import replace

import pytest

from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.candidates import Entry, Lack
from mxgui.routing.sending.reactions import reactions
from mxgui.routing.sending.sender import Limits, Next, Reaction, Wait, Waits
from mxgui.routing.sending.walk import Fate, cost_of, costed, walk
from tests.routing.sending.cases import named

B = Behaviour
RFC, EXIM, POSTFIX = named("R"), named("X"), named("P")


def entries(*behaviours: Behaviour, tiers: str = "") -> list[Entry]:
    """One host each; `tiers` has a digit for each, their preferences."""
    preferences = [int(each) for each in tiers] or [1] * len(behaviours)
    return [
        Entry(f"h{at}", preference, at, f"192.0.2.{at}", behaviour)
        for at, (behaviour, preference) in enumerate(zip(behaviours, preferences, strict=True))
    ]


def tried(run) -> str:
    return "".join(attempt.entry.address[-1] for attempt in run.attempts)


def test_the_first_that_takes_the_message_ends_the_run():
    run = walk(entries(B.REFUSED, B.TAKES, B.TAKES), RFC)
    assert (tried(run), run.fate) == ("01", Fate.DELIVERED)
    assert run.taker is run.last is run.attempts[-1].entry


def test_an_empty_list_leaves_the_message_where_it_is():
    run = walk([], RFC)
    assert (run.attempts, run.fate, run.taker, run.last) == ((), Fate.DEFERRED, None, None)


def test_waits_are_added_up():
    run = walk(entries(B.SILENT, B.MUTE, B.REFUSED, B.TAKES), POSTFIX)
    assert [attempt.spent for attempt in run.attempts] == [30.0, 300.0, 0.0, 0.0]
    assert run.spent == 330.0


def test_attempts_run_out_and_exim_turns_to_one_host_of_each_worse_preference():
    down = [B.REFUSED] * 9
    assert tried(walk(entries(*down), POSTFIX)) == "01234"
    assert tried(walk(entries(*down, tiers="111111223"), EXIM)) == "0123468"
    assert tried(walk(entries(*down, tiers="111112223"), EXIM)) == "0123458"


def test_a_permanent_error_counts_at_the_end_of_the_list_alone():
    assert walk(entries(B.REFUSED, B.REJECTS), EXIM).fate is Fate.BOUNCED
    assert walk(entries(B.REJECTS, B.REFUSED), EXIM).fate is Fate.DEFERRED
    assert walk(entries(*[B.REJECTS] * 6), EXIM).fate is Fate.DEFERRED  # a sixth is left
    assert walk(entries(*[B.REJECTS] * 5), EXIM).fate is Fate.BOUNCED
    assert walk(entries(*[B.REJECTS] * 5), POSTFIX).fate is Fate.DEFERRED


def test_sessions_run_out():
    run = walk(entries(B.RCPT_DEFERS, B.REFUSED, B.RCPT_DEFERS, B.TAKES), POSTFIX)
    assert (tried(run), run.fate) == ("012", Fate.DEFERRED)


def test_after_so_many_silent_addresses_a_run_gets_no_further():
    limited = replace(RFC, limits=Limits(silent=2))
    run = walk(entries(B.SILENT, B.REFUSED, B.SILENT, B.TAKES), limited)
    assert (tried(run), run.fate) == ("012", Fate.DEFERRED)


@pytest.mark.parametrize(
    ("next_", "fate"), [(Next.QUEUES, Fate.DEFERRED), (Next.BOUNCES, Fate.BOUNCED)]
)
def test_a_sender_may_stop_at_once(next_, fate):
    stops = replace(RFC, reactions=reactions({B.DEFERS: Reaction(next_)}))
    run = walk(entries(B.DEFERS, B.TAKES), stops)
    assert (tried(run), run.fate) == ("0", fate)


def test_the_next_host_is_one_at_another_place():
    leaves = replace(RFC, reactions=reactions({B.DEFERS: Reaction(Next.NEXT_HOST)}))
    first = replace(entries(B.DEFERS)[0], place=1)
    run = walk([first, *entries(B.REFUSED, B.TAKES, B.TAKES)[1:]], leaves)
    assert tried(run) == "02"


def test_an_exchange_without_address_is_passed_by_and_may_decide():
    sendmail, stalwart, maddy = named("S"), named("W"), named("m")
    gone = Entry("gone", 2, 8, "", lack=Lack.NONE)
    failed, null = replace(gone, lack=Lack.FAILED), replace(gone, host=".", lack=Lack.NULL)
    down = entries(B.REFUSED)
    assert walk([*down, gone], stalwart).fate is Fate.BOUNCED
    assert walk([*down, failed], stalwart).fate is Fate.DEFERRED
    assert walk([gone, *down], stalwart).fate is Fate.DEFERRED
    assert walk([*down, gone], sendmail).fate is Fate.DEFERRED
    run = walk([*down, null, *entries(B.TAKES)], maddy)
    assert (tried(run), run.fate, run.last) == ("0", Fate.BOUNCED, null)


def test_the_addresses_of_a_host_may_share_the_time_for_a_connection():
    shares = replace(RFC, waits=Waits(connect=30.0, shared=True))
    two = [replace(entry, place=0) for entry in entries(B.SILENT, B.SILENT)]
    assert [step.spent for step in costed(two, shares)] == [15.0, 15.0]
    assert cost_of(shares, B.SILENT, 3) == 10.0
    assert cost_of(RFC, B.SILENT, 3) == 120.0
    waits = replace(RFC, reactions=reactions({B.DEFERS: Reaction(Next.QUEUES, wait=Wait.COMMAND)}))
    assert cost_of(waits, B.DEFERS, 1) == 300.0


def test_addresses_that_race_are_one_attempt():
    host = [
        Entry("a", 10, 0, "2001:db8::1", B.SILENT),
        Entry("a", 10, 0, "192.0.2.1", B.MUTE),
        Entry("a", 10, 0, "192.0.2.2", B.TAKES),
        Entry("b", 20, 1, "192.0.2.3", B.TAKES),
    ]
    run = walk(host, named("m"))
    assert [attempt.entry.address[-1] for attempt in run.attempts] == ["1", "1", "3"]
    assert [attempt.spent for attempt in run.attempts] == [0.3, 300.0, 0.0]
