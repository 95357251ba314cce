"""What a profile says in words."""

from dataclasses import replace

import pytest

from mxgui.model.text import text
from mxgui.routing.senders import SENDERS, sender_of
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.sender import (
    Evidence,
    Final,
    Limits,
    Lookups,
    Next,
    Own,
    OwnBy,
    Reaction,
    Unverified,
)
from mxgui.routing.sending.sender_words import (
    BEHAVIOURS,
    EVIDENCE,
    RESTS_ON,
    chapters_of,
    name_of,
    reaction_words,
)

RFC = sender_of("rfc5321")


def told(sender):
    """Label and words of every fact."""
    facts = (fact for chapter in chapters_of(sender) for fact in chapter.facts)
    return {str(fact.label): str(fact.words) for fact in facts}


def test_every_behaviour_and_every_evidence_has_words():
    assert set(BEHAVIOURS) == set(Behaviour)
    assert set(EVIDENCE) == set(RESTS_ON) == set(Evidence)


@pytest.mark.parametrize("sender", SENDERS, ids=lambda sender: sender.id)
def test_every_chapter_of_every_sender_says_something(sender):
    assert all(chapter.facts for chapter in chapters_of(sender))


def test_a_version_is_part_of_the_name_where_there_is_one():
    assert str(name_of(RFC)) == "RFC 5321"
    assert str(name_of(sender_of("exim"))) == "Exim 4.96"


def test_limits_are_told_one_by_one():
    facts = told(replace(RFC, limits=Limits(2, 3, 5, 1, balance=True, jump=True, silent=2)))
    assert facts["Hosts, before any try"] == "2 at most"
    assert facts["Addresses of a host"] == "3 at most"
    assert facts["Sessions in a run"] == "1 at most"
    assert "over from the first after 2 addresses" in facts["Silent addresses"]
    assert "Limit" not in facts
    assert told(RFC)["Limit"] == "none: every address is tried"


def test_a_sender_that_does_not_find_itself_leaves_nothing_out():
    assert "Leaves out" not in told(replace(RFC, own=Own(by=OwnBy.NONE)))
    assert "all worse ones" in told(RFC)["Leaves out"]
    assert told(replace(RFC, own=Own(only_it=True)))["Leaves out"] == "that exchange alone"


def test_a_permanent_error_is_told_only_where_it_decides_something():
    hard = Reaction(Next.NEXT_ADDRESS, hard=True)
    assert str(reaction_words(hard, replace(RFC, final=Final.QUEUES))) == "the next address"
    assert str(reaction_words(hard, replace(RFC, final=Final.LAST))).endswith("permanent")


def test_a_retry_schedule_is_told_by_its_first_tries_and_its_end():
    facts = told(sender_of("postfix"))
    assert facts["First retries after"].startswith("5 min, 10 min, 20 min, 40 min, 1 h 20 min")
    assert facts["Tries in all"] == "108"
    assert facts["Author is warned"] == "never"
    assert facts["Gives up"] == "after 5 d: the message bounces"


def test_what_is_left_out_and_kept_once_is_told_only_where_it_is_so():
    assert "Left out" not in told(replace(RFC, lookups=Lookups()))
    facts = told(replace(RFC, lookups=Lookups(ignored=("127.0.0.0/8",), same_address_once=True)))
    assert facts["Left out"] == "addresses in 127.0.0.0/8"
    assert facts["Address listed twice"] == "tried once"


def test_a_fact_of_a_part_that_no_source_settles_is_unverified():
    sender = replace(RFC, unverified=(Unverified("limits", text("who knows")),))
    facts = {
        fact.part: fact.is_unverified(sender)
        for chapter in chapters_of(sender)
        for fact in chapter.facts
    }
    assert facts["limits"]
    assert not facts["waits"]
