"""A run goes on step by step by what is found, and ends where the sender's own would."""

from dataclasses import replace

from mxgui.model.smtp import Reason
from mxgui.routing.senders import sender_of
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.reactions import reactions
from mxgui.routing.sending.sender import Next, Reaction
from mxgui.routing.sending.situation import Entry
from mxgui.routing.sending.stepping import next_try, why_left_out

RFC5321, POSTFIX = sender_of("rfc5321"), sender_of("postfix")
STAYS = replace(RFC5321, reactions=reactions({Behaviour.DEFERS: Reaction(Next.QUEUES)}))
ENTRIES = tuple(Entry(f"h{n}.example", 10, n, f"192.0.2.{n}") for n in range(1, 8))


def went(sender, *behaviours: Behaviour) -> tuple[list[str], dict[str, Behaviour]]:
    """The addresses that are tried when each of them does what it is told to."""
    found: dict[str, Behaviour] = {}
    for behaviour in behaviours:
        entry = next_try(ENTRIES, sender, found)
        if entry is None:
            break
        found[entry.address] = behaviour
    return [address[-1] for address in found], found


def test_a_run_ends_at_the_first_that_takes_the_message():
    tried, found = went(RFC5321, Behaviour.REFUSED, Behaviour.TAKES, Behaviour.TAKES)
    assert tried == ["1", "2"]
    assert next_try(ENTRIES, RFC5321, found) is None
    assert why_left_out(ENTRIES, RFC5321, found, "192.0.2.3") is Reason.DELIVERED_EARLIER


def test_a_sender_that_stays_with_a_host_that_answers_stops_there():
    tried, found = went(STAYS, Behaviour.REFUSED, Behaviour.DEFERS, Behaviour.TAKES)
    assert tried == ["1", "2"]
    assert why_left_out(ENTRIES, STAYS, found, "192.0.2.3") is Reason.STOPPED_EARLIER


def test_a_sender_of_five_tries_leaves_the_others_out_of_the_run():
    tried, found = went(POSTFIX, *[Behaviour.REFUSED] * 7)
    assert tried == ["1", "2", "3", "4", "5"]
    assert why_left_out(ENTRIES, POSTFIX, found, "192.0.2.6") is Reason.NOT_IN_RUN


def test_a_sender_of_two_sessions_ends_after_them():
    tried, found = went(POSTFIX, *[Behaviour.RCPT_DEFERS] * 7)
    assert tried == ["1", "2"]
    assert why_left_out(ENTRIES, POSTFIX, found, "192.0.2.3") is Reason.NOT_IN_RUN


def test_an_address_that_the_sender_does_not_use_is_not_in_its_run():
    _, found = went(RFC5321, Behaviour.TAKES)
    assert why_left_out(ENTRIES, RFC5321, found, "2001:db8::1") is Reason.NOT_IN_RUN
    assert why_left_out((), RFC5321, {}, "192.0.2.1") is Reason.NOT_IN_RUN
