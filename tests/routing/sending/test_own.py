"""What the loop rule takes from the list of a sender that is in it (RFC 5321, section 5.1)."""

from dataclasses import replace

import pytest

from mxgui.model.records import Alias
from mxgui.routing.route import route_of
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.candidates import Lack, candidates_of
from mxgui.routing.sending.outage import WhatIf
from mxgui.routing.sending.own import Found, cut
from mxgui.routing.sending.sender import Own, OwnBest, OwnBy
from mxgui.routing.sending.situation import Before, situation_of
from tests.builders import an_answer, an_inspection
from tests.routing.sending.cases import a_what_if, named, records

KNOWN = records("10 a, 20 me, 20 b, 30 twin, 40 c", a="4", me="64", b="4", twin="=2", c="4")
ME = "192.0.2.17"  # the IPv4 address of `me`; `twin` has the first number of it


def left(own: Own, me: str, known=KNOWN) -> list[str]:
    """The hosts that have entries left."""
    return [each.name.removesuffix(".example") for each in after(own, me, known)[1] if each.entries]


def after(own: Own, me: str, known=KNOWN):
    what_if = a_what_if(own=me)
    sender = replace(named("O"), own=own)
    found = tuple(candidates_of(route_of(known), sender, what_if, {}))
    result = cut(found, own, what_if)
    return result.found, result.candidates


@pytest.mark.parametrize("by", [OwnBy.ADDRESS, OwnBy.NAME, OwnBy.EITHER])
def test_its_own_preference_and_worse_ones_are_cut_by_its_name(by):
    assert left(Own(by=by), "me") == ["a"]
    found, candidates = after(Own(by=by), "me")
    assert found is Found.CUT
    assert [each.lack for each in candidates] == [None, *[Lack.CUT] * 4]


def test_an_address_alone_is_not_seen_by_a_sender_that_looks_at_names():
    assert left(Own(by=OwnBy.ADDRESS), ME) == ["a"]
    assert left(Own(by=OwnBy.EITHER), ME) == ["a"]
    found, candidates = after(Own(by=OwnBy.NAME), ME)
    assert found is Found.NOTHING
    loops = [
        entry
        for each in candidates
        for entry in each.entries
        if entry.behaviour is Behaviour.ITSELF
    ]
    assert {entry.address for entry in loops} == {ME}


def test_who_does_not_look_leads_back_to_itself():
    found, candidates = after(Own(by=OwnBy.NONE), "me")
    assert found is Found.NOTHING
    behaviours = {each.name: {entry.behaviour for entry in each.entries} for each in candidates}
    assert behaviours["me.example"] == {Behaviour.ITSELF}
    assert behaviours["a.example"] == {Behaviour.TAKES}


def test_another_name_of_an_own_address_is_seen_by_its_address():
    known = records("10 a, 20 twin, 30 me, 40 c", me="4", a="4", twin="=1", c="4")
    assert left(Own(by=OwnBy.ADDRESS), "me", known) == ["a"]
    assert left(Own(by=OwnBy.NAME), "me", known) == ["a", "twin"]


def test_only_itself_is_left_out_where_a_sender_has_it_so():
    assert left(Own(by=OwnBy.ADDRESS, only_it=True), "me") == ["a", "b", "twin", "c"]
    _, candidates = after(Own(by=OwnBy.ADDRESS, only_it=True), ME)
    assert [len(each.entries) for each in candidates] == [1, 1, 1, 1, 1]


def test_nothing_is_left_where_the_sender_is_the_best():
    known = records("10 me, 10 b, 20 a", me="4", a="4", b="4")
    assert after(Own(), "me", known)[0] is Found.BEST
    assert after(Own(best=OwnBest.CONNECTS), "me", known)[0] is Found.NOTHING


def test_better_hosts_without_address_leave_nothing_to_a_sender_that_looks_at_addresses():
    known = records("10 nothere, 20 me, 30 a", me="4", a="4")
    assert after(Own(by=OwnBy.ADDRESS), "me", known)[0] is Found.NO_BETTER_ADDRESS
    assert after(Own(by=OwnBy.NAME), "me", known)[0] is Found.CUT


def test_a_sender_that_is_no_exchange_keeps_all():
    assert after(Own(), "other")[0] is Found.NOTHING
    assert left(Own(), "other") == ["a", "me", "b", "twin", "c"]
    assert left(Own(), "") == ["a", "me", "b", "twin", "c"]


@pytest.mark.parametrize("always", ["localhost", "127.0.0.1", "127.0.0.0/8"])
def test_what_is_always_the_sender_is_cut_without_being_told(always):
    known = records("10 a, 20 localhost, 30 b", a="4", b="4")
    own = Own(by=OwnBy.EITHER, always=(always,))
    assert left(own, "", known) == ["a"]
    assert left(Own(), "", known) == ["a", "localhost", "b"]


def test_a_sender_that_looks_for_loopback_alone_skips_it():
    known = records("10 localhost, 20 a", a="4")
    own = Own(by=OwnBy.LOOPBACK, only_it=True)
    assert left(own, "", known) == ["a"]
    assert left(own, "a", known) == ["a"]


@pytest.mark.parametrize(
    ("letter", "before"),
    [("P", Before.BOUNCE), ("X", Before.DEFER), ("R", Before.BOUNCE), ("S", Before.TRY)],
)
def test_a_name_behind_an_alias_is_known_by_its_addresses_alone(letter, before):
    step = (Alias("mx.example.org", "real.example.org", 300),)
    answers = (
        an_answer("mx.example.org", "A", "192.0.2.1", aliases=step),
        an_answer("mx.example.org", "AAAA", aliases=step),
    )
    known = an_inspection(mx="10 mx.example.org", answers=answers)
    situation = situation_of(known, named(letter), WhatIf(own="real.example.org"))
    assert situation.before is before
    assert situation_of(known, named(letter), WhatIf(own="x.example.org")).before is Before.TRY
