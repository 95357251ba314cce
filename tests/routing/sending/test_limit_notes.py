"""Where the limits of a sender cut what it does with these records, and only there."""

import pytest

from mxgui.routing.sending.limit_notes import backup_notes, limit_notes
from mxgui.routing.sending.outage import WhatIf
from mxgui.routing.sending.situation import situation_of
from tests.routing.sending.cases import a_what_if, named, records, simulated


def limits(letter: str, known, off: str = "") -> list[str]:
    sender = named(letter)
    situation = situation_of(known, sender, a_what_if(off))
    return [str(note) for note in limit_notes(situation, sender)]


def backups(letter: str, known) -> list[str]:
    return [str(note) for note in backup_notes(known, named(letter), WhatIf())]


SMALL = records("10 a, 10 b", a="64", b="4")
BIG = records("10 big, 20 b, 30 c", big="444444", b="4", c="4")


@pytest.mark.parametrize("letter", "PXSWRQHK")
def test_a_small_route_meets_no_limit(letter):
    assert limits(letter, SMALL) == []
    assert backups(letter, SMALL) == []


def test_where_no_preference_is_worse_exim_just_stops():
    assert limits("X", records("10 big", big="444444")) == [
        "At most 5 of the 6 addresses are tried in one run."
    ]


def test_five_tries_are_fewer_than_there_are_addresses():
    assert limits("P", BIG) == ["At most 5 of the 8 addresses are tried in one run."]
    assert limits("X", BIG) == [
        "After 5 tries only the first address of each worse preference is tried."
    ]
    assert limits("S", BIG) == []


def test_two_hosts_and_two_addresses_are_kept():
    assert limits("W", BIG) == [
        "Only 2 of the 3 hosts are ever tried in one run.",
        "Only 2 addresses of a host are ever tried.",
    ]


def test_two_sessions_end_a_run():
    off = "a:rcpt4 b:rcpt4"
    assert limits("P", SMALL, off)[-1].startswith("A run ends after 2 hosts that answered")
    assert limits("P", SMALL, "b:rcpt4") == []


def test_opensmtpd_begins_anew_after_two_silent_addresses():
    assert limits("O", SMALL, "a:silent") == [
        "After 2 addresses that do not answer, OpenSMTPD begins anew and gets no further."
    ]
    assert limits("O", SMALL, "b:silent") == []


def test_only_the_first_hundred_records_are_looked_at():
    names = [f"h{at}" for at in range(101)]
    mx = ", ".join(f"10 {name}" for name in names)
    assert limits("S", records(mx, h0="4")) == [
        "Sendmail looks at the first 100 of the 101 records."
    ]


def test_a_backup_that_nobody_comes_to_is_named():
    assert backups("P", BIG) == ["Preference 20 is never tried, even if all better hosts are down."]
    assert backups("W", BIG) == ["Preference 30 is never tried, even if all better hosts are down."]
    assert backups("X", BIG) == []
    assert backups("S", BIG) == []
    three = records("10 a, 20 b, 30 c", a="4", b="4", c="4")
    assert backups("O", three) == ["Preference 30 is not tried if all better hosts are silent."]
    assert not simulated("O", three).situation.unheard


def test_what_is_decided_before_any_connection_has_no_backup():
    assert backups("P", records("0 .")) == []


def test_addresses_that_count_once_are_no_backup_of_their_own():
    twice = records("10 a, 20 a, 20 twin", a="4", twin="=1")
    for letter in "XO":
        assert not backups(letter, twice)
