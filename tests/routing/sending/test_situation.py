"""What a sender makes of the records before it connects anywhere."""

from dataclasses import replace

import pytest

from mxgui.model.event import AskStep
from mxgui.model.records import RecordType, Status
from mxgui.model.smtp import Outcome
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.outage import WhatIf
from mxgui.routing.sending.sender import Own, OwnBy
from mxgui.routing.sending.situation import Before, Cause, Situation, situation_of, switched
from tests.builders import a_question, an_inspection
from tests.routing.sending.cases import LETTERS, a_what_if, named, records


def situation(known, letter="R", what_if=None) -> Situation:
    return situation_of(known, named(letter), what_if or WhatIf())


def decided(known, letter="R", what_if=None):
    found = situation(known, letter, what_if)
    return found.before, found.cause


def test_tiers_are_sorted_and_keep_the_order_of_the_answer():
    found = situation(records("20 b, 10 x, 10 a", a="4", b="4", x="4"))
    names = [[each.name for each in tier] for tier in found.tiers]
    assert names == [["x.example", "a.example"], ["b.example"]]
    assert [entry.host for entry in found.entries] == ["b.example", "x.example", "a.example"]


def test_an_address_literal_is_its_own_host():
    known = an_inspection("[192.0.2.1]")
    for letter in LETTERS:
        assert [entry.address for entry in situation(known, letter).entries] == ["192.0.2.1"]


def test_an_address_literal_of_a_family_that_a_sender_lacks_is_no_target_for_it():
    known = an_inspection("[IPv6:2001:db8::1]")
    assert decided(known, "Q") == (Before.BOUNCE, Cause.NO_TARGET)
    for letter in sorted({*LETTERS} - {"Q"}):
        assert [entry.address for entry in situation(known, letter).entries] == ["2001:db8::1"]


def test_a_failed_lookup_of_the_domains_own_address_holds_mail_but_at_haraka():
    known = records("", own=Status.SERVFAIL)
    assert decided(known) == (Before.DEFER, Cause.LOOKUP_FAILED)
    assert decided(known, "P") == (Before.DEFER, Cause.LOOKUP_FAILED)
    assert decided(known, "H") == (Before.BOUNCE, Cause.NO_ADDRESS)


def test_better_exchanges_without_address_hold_mail_at_postfix_alone():
    known = records("10 nothere, 20 me", me="4")
    own = a_what_if(own="me")
    assert decided(known, "Q", own) == (Before.BOUNCE, Cause.OWN_BEST)
    assert decided(known, "X", own) == (Before.BOUNCE, Cause.NO_TARGET)  # its own record is cut
    waits = replace(named("P"), own=Own(by=OwnBy.ADDRESS, waits_for_better=True))
    found = situation_of(known, waits, own)
    assert (found.before, found.cause) == (Before.DEFER, Cause.NO_PRIMARY)


def test_of_hosts_without_address_the_last_decides_where_they_fail_in_several_ways():
    mixed = records("10 sf, 20 nothere", sf=Status.SERVFAIL)
    assert decided(mixed, "W")[0] is Before.TRY
    assert decided(mixed, "S") == (Before.DEFER, Cause.LOOKUP_FAILED)
    assert decided(mixed, "P") == (Before.DEFER, Cause.LOOKUP_FAILED)
    for letter in "SP":
        assert decided(records("10 nothere, 20 gone"), letter) == (Before.BOUNCE, Cause.NO_TARGET)


@pytest.mark.parametrize("letter", LETTERS)
def test_nothing_is_decided_while_dns_is_still_asked(letter):
    known = an_inspection(mx="10 mx1.example.org")
    questions = [a_question("mx1.example.org", kind) for kind in (RecordType.A, RecordType.AAAA)]
    steps = [AskStep(question) for question in questions]
    facts = {step: fact for step, fact in known.facts.items() if step not in steps}
    running = replace(known, facts=facts, ended=None, waiting=dict.fromkeys(steps, 0.0))
    assert decided(running, letter) == (Before.DEFER, Cause.OPEN)
    begun = replace(running, facts={}, waiting={})
    assert decided(begun, letter) == (Before.DEFER, Cause.OPEN)
    assert decided(replace(begun, ended=known.ended), letter) == (
        Before.DEFER,
        Cause.LOOKUP_FAILED,
    )


def test_what_was_not_heard_counts_as_up_and_is_named():
    known = an_inspection(
        mx="10 mx1.example.org, 20 mx2.example.org",
        probes={"192.0.2.1": Outcome.REFUSED, "192.0.2.2": Outcome.TIMED_OUT},
    )
    found = situation(known, what_if=WhatIf(as_probed=True))
    assert found.unheard == ("192.0.2.2",)
    assert [entry.behaviour for entry in found.entries] == [Behaviour.REFUSED, Behaviour.TAKES]
    assert situation(known).unheard == ()


def test_a_situation_is_computed_once():
    known = records("10 a", a="4")
    assert situation(known) is situation(known)


def test_an_entry_may_do_something_else():
    (entry,) = situation(records("10 a", a="4")).entries
    assert switched(entry, Behaviour.SILENT) == replace(entry, behaviour=Behaviour.SILENT)
