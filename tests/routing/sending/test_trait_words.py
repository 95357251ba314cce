"""What a kind of sender does, trait by trait, in sentences."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations, product

import pytest

from mxgui.routing.senders import SENDERS, sender_of
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.sender import (
    AddressOrder,
    FamilyRule,
    Final,
    HostOrder,
    Limits,
    Lookups,
    Next,
    NoTarget,
    NullRule,
    Ordering,
    Own,
    OwnBest,
    OwnBy,
    Reaction,
    SameName,
    Sender,
    Sweep,
    Unit,
    Waits,
)
from mxgui.routing.sending.trait_words import trait_words
from mxgui.routing.sending.traits import Trait, differing

_RFC = sender_of("rfc5321")


def _said(sender: Sender, part: str, name: str = "") -> str:
    return str(trait_words(sender, Trait(part, name)))


def _is_sentence(said: str) -> bool:
    return said[0].isupper() and said.endswith(".") and "{" not in said


@pytest.mark.parametrize("sender", SENDERS, ids=lambda sender: sender.id)
def test_every_difference_on_the_shelf_has_a_sentence_on_both_sides(sender: Sender) -> None:
    for one, two in permutations(SENDERS, 2):
        if sender in (one, two):
            for trait in differing(one, two):
                assert _is_sentence(str(trait_words(sender, trait)))


def test_every_value_that_a_sender_may_have_has_a_sentence() -> None:
    for rule, target, same in product(NullRule, NoTarget, SameName):
        sender = replace(_RFC, lookups=Lookups(null_rule=rule, no_target=target, same_name=same))
        for name in ("null_rule", "no_target", "same_name"):
            assert _is_sentence(_said(sender, "lookups", name))
    for value in (*Unit, *HostOrder, *AddressOrder, *FamilyRule, *Sweep):
        name = {
            Unit: "unit",
            HostOrder: "hosts",
            AddressOrder: "addresses",
            FamilyRule: "family",
            Sweep: "sweep",
        }[type(value)]
        sender = replace(_RFC, ordering=replace(Ordering(), **{name: value}))
        assert _is_sentence(_said(sender, "ordering", name))
    for by, best in product(OwnBy, OwnBest):
        sender = replace(_RFC, own=Own(by=by, best=best))
        assert _is_sentence(_said(sender, "own", "by"))
        assert _is_sentence(_said(sender, "own", "best"))


@pytest.mark.parametrize("flag", [True, False])
def test_what_is_done_or_not_is_said_either_way(flag: bool) -> None:
    lookups = Lookups(
        no_domain_tries_address=flag,
        no_domain_bounces=flag,
        nothing_bounces=flag,
        literal=flag,
        same_address_once=flag,
        ignored=("10.0.0.0/8",) if flag else (),
        failure_is_none=flag,
    )
    own = Own(only_it=flag, always=("127.0.0.1",) if flag else (), waits_for_better=flag)
    sender = replace(_RFC, lookups=lookups, own=own)
    for name in Lookups.__dataclass_fields__:
        assert _is_sentence(_said(sender, "lookups", name))
    for name in Own.__dataclass_fields__:
        assert _is_sentence(_said(sender, "own", name))


@pytest.mark.parametrize(
    ("limits", "name", "sentence"),
    [
        (Limits(attempts=5), "attempts", "Tries at most 5 addresses in a run."),
        (
            Limits(attempts=5, balance=True),
            "attempts",
            "Tries at most 5 addresses in a run, of both families.",
        ),
        (
            Limits(attempts=5, jump=True),
            "attempts",
            "Tries at most 5 addresses, then goes on with worse preferences.",
        ),
        (Limits(), "attempts", "Tries every address."),
        (Limits(hosts=2), "hosts", "Takes 2 hosts at most, before it tries any."),
        (Limits(), "hosts", "Takes every host into its list."),
        (Limits(per_host=1), "per_host", "Takes 1 address of a host at most."),
        (Limits(), "per_host", "Takes every address of a host into its list."),
        (Limits(sessions=2), "sessions", "Ends a run after 2 hosts that answered."),
        (Limits(), "sessions", "Goes on however many hosts have answered."),
        (Limits(silent=2), "silent", "Gets no further than 2 silent addresses."),
        (Limits(), "silent", "Goes on however many addresses are silent."),
        (Limits(records=100), "records", "Looks at 100 records of the answer at most."),
        (Limits(), "records", "Looks at every record of the answer."),
    ],
)
def test_limits_are_told_with_their_number(limits: Limits, name: str, sentence: str) -> None:
    assert _said(replace(_RFC, limits=limits), "limits", name) == sentence


def test_waits_are_told_with_their_time() -> None:
    sender = replace(_RFC, waits=Waits(30.0, greeting=60.0, command=90.0))
    assert _said(sender, "waits", "connect") == "Waits 30 s for a connection."
    assert _said(sender, "waits", "greeting") == "Waits 1 min for a greeting."
    assert _said(sender, "waits", "command") == "Waits 1 min 30 s for the reply to a command."
    shared = replace(_RFC, waits=Waits(30.0, shared=True))
    assert "all addresses of a host" in _said(shared, "waits", "connect")


@pytest.mark.parametrize("behaviour", Behaviour)
@pytest.mark.parametrize("then", Next)
def test_what_comes_after_anything_that_happens_is_said(behaviour: Behaviour, then: Next) -> None:
    sender = replace(_RFC, reactions={**_RFC.reactions, behaviour: Reaction(then)})
    assert _is_sentence(_said(sender, "reactions", behaviour.value))


def test_a_permanent_error_that_counts_if_it_is_the_last_is_told_as_that() -> None:
    sender = sender_of("exim")
    said = _said(sender, "reactions", Behaviour.REJECTS.value)
    assert said == "If the last one tried answers with a 5yz greeting, the mail bounces."
    assert _said(sender, "final").startswith("Bounces what no host took if the last one")
    assert _said(replace(sender, final=Final.QUEUES), "final").startswith("Queues what no host")
