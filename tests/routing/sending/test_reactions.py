"""Reactions that many senders have in common."""

from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.reactions import by_host, reactions
from mxgui.routing.sending.sender import Next, Reaction


def test_a_failure_leads_to_the_next_address():
    usual = reactions({})
    assert usual[Behaviour.REFUSED].next is Next.NEXT_ADDRESS
    assert usual[Behaviour.REJECTS] == Reaction(Next.NEXT_ADDRESS, hard=True)


def test_what_is_said_otherwise_counts():
    changed = {Behaviour.REJECTS: Reaction(Next.BOUNCES)}
    assert reactions(changed)[Behaviour.REJECTS].next is Next.BOUNCES
    assert by_host(changed)[Behaviour.REJECTS].next is Next.BOUNCES


def test_a_host_that_answered_is_left_with_all_its_addresses():
    left = by_host({})
    assert left[Behaviour.REFUSED].next is Next.NEXT_ADDRESS
    assert left[Behaviour.DEFERS].next is Next.NEXT_HOST
    assert left[Behaviour.REJECTS] == Reaction(Next.NEXT_HOST, hard=True)
