"""Every exchange of an answer as one sender sees it, with its addresses or why it has none."""

from dataclasses import replace

import pytest

from mxgui.model.event import AskStep
from mxgui.model.records import RecordType, Status
from mxgui.model.smtp import Outcome
from mxgui.routing.route import route_of
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.candidates import (
    Lack,
    candidates_of,
    heard_of,
    leads_home,
    once_each,
    unheard_of,
    within,
    without,
)
from mxgui.routing.sending.outage import WhatIf
from mxgui.routing.sending.sender import SameName
from tests.builders import a_question, an_inspection
from tests.routing.sending.cases import a_what_if, named, records


def seen(known, letter="R", what_if=None):
    heard = dict(heard_of(known, route_of(known)))
    return tuple(candidates_of(route_of(known), named(letter), what_if or WhatIf(), heard))


def lacks(known, letter="R") -> list[Lack | None]:
    return [candidate.lack for candidate in seen(known, letter)]


def test_no_record_is_left_out_and_each_keeps_its_place():
    known = records("20 b, 10 nothere, 10 a, 0 .", a="64", b="4")
    found = seen(known)
    assert [(each.name, each.preference, each.place) for each in found] == [
        ("b.example", 20, 0),
        ("nothere.example", 10, 1),
        ("a.example", 10, 2),
        (".", 0, 3),
    ]
    assert [entry.family for entry in found[2].entries] == [6, 4]


def test_what_has_no_address_says_why():
    known = records(
        "10 a, 10 nothere, 10 sf, 10 empty, 10 ., 10 192.0.2.200",
        a="4",
        empty="",
        sf=Status.SERVFAIL,
    )
    assert lacks(known) == [None, Lack.NONE, Lack.FAILED, Lack.NONE, Lack.NULL, Lack.NONE]
    assert lacks(known, "P")[-1] is None  # Postfix takes an address for a name


def test_a_name_that_no_resolver_could_ask_for_has_no_address():
    known = an_inspection(mx=f"10 {'a' * 64}.example, 20 mx1.example.org")
    assert lacks(known) == [Lack.NONE, None]


def test_only_the_family_that_a_sender_has_counts():
    known = records("10 six, 20 four", six="6", four="4")
    assert lacks(known, "Q") == [Lack.NONE, None]
    failed = records("10 a", a="")
    six_fails = replace(route_of(failed).hosts[0].aaaa, status=Status.SERVFAIL)
    known = an_inspection(mx="10 a.example", hosts={"a.example": ""}, answers=(six_fails,))
    assert lacks(known) == [Lack.FAILED]
    assert lacks(known, "Q") == [Lack.NONE]  # qmail never asks for it


def test_what_is_not_looked_up_yet_is_open():
    known = an_inspection(mx="10 mx1.example.org, 20 mx2.example.org")
    asked = AskStep(a_question("mx1.example.org", RecordType.A))
    facts = {step: fact for step, fact in known.facts.items() if step != asked}
    running = replace(known, facts=facts, ended=None, waiting={asked: 0.0})
    assert lacks(running) == [Lack.OPEN, None]
    assert lacks(replace(running, ended=known.ended, waiting={})) == [Lack.OPEN, None]


def test_an_exchange_without_address_is_met_only_by_senders_that_let_the_last_one_decide():
    known = records("10 nothere, 20 a, 30 .", a="4")
    assert [each.is_met for each in seen(known, "S")] == [True, False, True]
    assert [each.is_met for each in seen(known, "P")] == [False, False, False]
    assert [len(each.steps) for each in seen(known, "S")] == [1, 1, 1]
    assert [len(each.steps) for each in seen(known, "P")] == [0, 1, 0]


def test_networks_that_a_sender_ignores_are_gone():
    known = an_inspection(mx="10 x.example", hosts={"x.example": "127.0.0.9 192.0.2.1"})
    assert [entry.address for entry in seen(known, "X")[0].entries] == ["192.0.2.1"]
    assert len(seen(known, "P")[0].entries) == 2


def test_localhost_is_the_loopback_address_unless_a_sender_leaves_it_out():
    known = an_inspection(mx="10 localhost", hosts={"localhost": "192.0.2.1"})
    (entry,) = seen(known, "P")[0].entries
    assert (entry.address, entry.behaviour) == ("127.0.0.1", Behaviour.ITSELF)
    assert lacks(known, "R") == [Lack.NONE]


def test_an_address_does_what_is_supposed_else_what_was_seen_else_it_takes_mail():
    known = an_inspection(
        mx="10 mx1.example.org, 20 mx2.example.org",
        probes={"192.0.2.1": Outcome.REJECTED, "192.0.2.2": None},
    )
    usual = [each.entries[0].behaviour for each in seen(known)]
    assert usual == [Behaviour.TAKES, Behaviour.TAKES]
    as_probed = WhatIf(as_probed=True)
    assert seen(known, "R", as_probed)[0].entries[0].behaviour is Behaviour.REJECTS
    heard = dict(heard_of(known, route_of(known)))
    assert heard == {"192.0.2.1": Behaviour.REJECTS}
    both = replace(as_probed, off=a_what_if("ipv4:silent").off)
    assert seen(known, "R", both)[0].entries[0].behaviour is Behaviour.SILENT
    assert unheard_of(seen(known, "R", as_probed), as_probed, heard) == ("192.0.2.2",)
    assert unheard_of(seen(known), WhatIf(), heard) == ()


def test_only_so_many_records_are_looked_at():
    few = replace(named("R"), limits=replace(named("R").limits, records=1))
    known = records("20 b, 10 a", a="4", b="4")
    found = tuple(candidates_of(route_of(known), few, WhatIf(), {}))
    assert [each.lack for each in found] == [None, Lack.CUT]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (SameName.KEPT, [None, None, None]),
        (SameName.LOWEST, [Lack.REPEATED, None, None]),
        (SameName.ADJACENT, [Lack.REPEATED, None, None]),
    ],
)
def test_a_name_that_is_listed_twice(rule, expected):
    known = records("20 a, 10 a, 20 b", a="4", b="4")
    assert [each.lack for each in once_each(seen(known), rule)] == expected


def test_of_equal_records_of_a_name_the_first_counts():
    known = records("10 a, 10 b, 10 a", a="4", b="4")
    found = once_each(seen(known), SameName.LOWEST)
    assert [each.lack for each in found] == [None, None, Lack.REPEATED]


def test_who_is_taken_out_is_met_no_more():
    known = records("10 nothere", a="4")
    (candidate,) = seen(known, "S")
    assert candidate.is_met
    assert not without(candidate, Lack.CUT).steps


def test_networks_hold_addresses_of_their_own_family():
    assert within("127.0.0.1", ("127.0.0.0/8",))
    assert within("::1", ("127.0.0.0/8", "::1"))
    assert not within("::1", ("127.0.0.0/8",))
    assert not within("192.0.2.1", ())
    assert all(map(leads_home, ("127.1.2.3", "0.0.0.0", "::1", "::")))
    assert not leads_home("192.0.2.1")
