"""Senders side by side: the words of each cell."""

from fractions import Fraction

import pytest

from mxgui.model.plan import Plan, ProbeMode
from mxgui.report.side_by_side import (
    Sides,
    added_cell,
    as_inspected,
    both_added,
    brief,
    delay_words,
    differing_words,
    fate_words,
    first_words,
    partial_words,
    reach_words,
    remarks,
    senders_of,
    sides_of,
    sides_with_reasons,
    tries_words,
)
from mxgui.routing.senders import SENDERS, sender_of
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.outage import AS_RECORDS_SAY, Off, What, WhatIf
from mxgui.routing.sending.switches import read_switch
from tests.builders import an_inspection
from tests.report.samples import three_tiers
from tests.report.simulations import three_equal


def the_side(sides: Sides, name: str):
    return next(side for side in sides.all if side.sender.id == name)


def told(function, name="postfix", inspection=None, what_if=AS_RECORDS_SAY):
    sides = sides_of(inspection or three_equal(), what_if)
    seen = the_side(sides, name).row.seen
    return str(function(seen, sides.route) if function is first_words else function(seen))


def down(*typed):
    return WhatIf(tuple(map(read_switch, typed)))


def test_the_sender_of_the_plan_is_the_one_that_others_are_held_against():
    inspection = an_inspection(plan=Plan(sender="exim"))
    senders = senders_of(inspection)
    assert senders[0] is sender_of("exim")
    assert set(senders) == set(SENDERS)
    sides = sides_of(inspection, AS_RECORDS_SAY)
    assert not sides.all[0].row.differs


def test_reports_look_at_what_was_probed_if_anything_was():
    assert as_inspected(three_tiers()).as_probed
    assert not as_inspected(an_inspection(plan=Plan(mode=ProbeMode.NONE))).as_probed


@pytest.mark.parametrize(
    ("mx", "hosts", "sender", "words"),
    [
        ("10 mxa.example.org", {"mxa.example.org": "192.0.2.1"}, "postfix", "mxa"),
        (
            "10 mxa.example.org, 10 mxb.example.org",
            {"mxa.example.org": "192.0.2.1 2001:db8::1", "mxb.example.org": "192.0.2.2"},
            "exim",
            "mxa, IPv6",
        ),
        (
            "10 mxa.example.org, 10 mxb.example.org",
            {"mxa.example.org": "192.0.2.1 192.0.2.3 192.0.2.4", "mxb.example.org": "192.0.2.2"},
            "postfix",
            "mxa 75 %, mxb 25 %",
        ),
    ],
)
def test_the_first_choice_is_told_by_host_and_family(mx, hosts, sender, words):
    inspection = an_inspection(mx=mx, hosts=hosts)
    assert told(first_words, sender, inspection).replace("\u2009", " ") == words


def test_many_hosts_with_the_same_share_are_counted():
    assert told(first_words).replace("\u2009", " ") == "3 hosts, 33 % each"


def test_tries_and_how_far_a_run_goes_are_told():
    assert told(tries_words) == "1"
    assert told(tries_words, what_if=down("mx-a.example.org")) == "1–2"
    assert told(reach_words) == "4 of 4"
    assert told(reach_words, "stalwart") == "2 of 4"


def test_what_becomes_of_a_message_is_told_in_parts_where_chance_decides():
    assert told(fate_words) == "delivered"
    assert told(fate_words, what_if=down("ipv4")) == "queues"
    assert "bounces" in told(fate_words, "exim", what_if=down("ipv4:554"))
    mixed = down("mx-a.example.org:554", "mx-b.example.org", "mx-c.example.org", "preference=20")
    words = told(fate_words, "sendmail", what_if=mixed)
    assert words


def test_the_time_of_a_run_is_told_only_where_it_is_noticed():
    assert told(delay_words) == "–"
    assert told(delay_words, what_if=down("mx-a.example.org:silent")) == "10 s, 30 s"
    assert told(delay_words, what_if=down("preference=10:silent")) == "90 s"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, "–"),
        (0.0, "0"),
        (0.3, "0"),
        (30.0, "30 s"),
        (89.0, "89 s"),
        (90.0, "90 s"),
        (130.0, "2 min"),
        (2100.0, "35 min"),
        (5400.0, "1.5 h"),
        (36_000.0, "10 h"),
        (129_600.0, "1.5 d"),
        (1_000_000.0, "12 d"),
    ],
)
def test_seconds_are_one_number_in_a_narrow_cell(seconds, words):
    assert str(brief(seconds)) == words


def test_an_outage_past_the_end_of_a_sender_says_so():
    sides = sides_of(three_equal(), AS_RECORDS_SAY, (300.0, 100_000.0, 2_000_000.0))
    short, partial, long = the_side(sides, "mox").waiting
    assert str(partial_words(sides)).endswith("the outage outlasts the sender.")
    assert partial_words(sides_of(three_equal(), AS_RECORDS_SAY, (300.0,))) is None
    assert "!" not in str(added_cell(short, short.median_s))
    assert str(added_cell(partial, partial.median_s)).endswith(" !")
    assert 0 < partial.bounces < 1
    assert str(both_added(short)).count(",") == 1
    assert long.bounces > Fraction(9, 10)


def test_mail_that_no_sender_connects_for_is_told_in_a_sentence():
    assert sides_of(three_equal(), AS_RECORDS_SAY).decided is None
    words = str(sides_of(an_inspection(mx="0 ."), AS_RECORDS_SAY).decided)
    assert "bounces at" in words
    assert "the domain says that it takes no mail" in words


def test_differences_are_told_with_their_reasons():
    sides = sides_with_reasons(three_equal(), AS_RECORDS_SAY, (300.0,))
    stalwart = the_side(sides, "stalwart")
    assert stalwart.mark == "≠"
    assert "how far it goes" in str(differing_words(stalwart))
    assert any("2 hosts" in str(why.words) for why in stalwart.row.reasons)
    assert the_side(sides, "rfc5321").mark == " "


def test_what_was_not_seen_at_work_is_named():
    words = " ".join(map(str, remarks(sides_of(three_equal(), AS_RECORDS_SAY))))
    assert "Known from the manual alone: Exchange Server." in words
    assert "maddy" in words


def test_where_a_part_bounces_at_once_it_is_not_put_down_to_the_outage():
    half = WhatIf((Off(What.HOST, "mx-a.example.org", Behaviour.REJECTS),))
    sides = sides_of(three_equal(), half, (3600.0,))
    assert 0 < the_side(sides, "mox").waiting[0].bounces < 1
    assert "at once" in str(partial_words(sides))
