"""Backups that the limits of some senders keep them from."""

import pytest

from mxgui.model.smtp import Outcome
from mxgui.rules.finding import Severity
from tests.builders import an_answer, an_inspection
from tests.rules.judging import findings, so_far, telling, the

A, B, C = "a.example.org", "b.example.org", "c.example.org"
BACKUP = "backup.example.org"
NEVER = "ROUTE-BACKUP-NEVER-TRIED"


def many(n: int, net: str = "20.0") -> str:
    """So many addresses of IPv4."""
    return " ".join(f"{net}.{each}.1" for each in range(n))


def route(mx: str, probes=None, **hosts: str):
    return an_inspection(mx=mx, hosts={BACKUP: "20.9.0.1", **hosts}, probes=probes)


def test_five_addresses_before_it_are_all_that_postfix_tries():
    finding = the(route(f"10 {A}, 20 {BACKUP}", **{A: many(5)}), NEVER)
    assert (finding.severity, finding.subject) == (Severity.WARNING, "example.org")
    assert str(finding.text).startswith("Postfix never comes to the backup at preference 20")
    assert not findings(route(f"10 {A}, 20 {BACKUP}", **{A: many(4)}), NEVER)


def test_it_stands_for_the_number_of_addresses():
    inspection = route(f"10 {A}, 20 {BACKUP}", **{A: many(6)})
    assert [each.id for each in telling(inspection, "MX-TOO-MANY-ADDR")] == [NEVER]


def test_a_backup_of_the_other_family_has_its_place():
    six = " ".join(f"2a00:{each}::1" for each in range(1, 7))
    assert not findings(route(f"10 {A}, 20 {BACKUP}", **{A: six}), NEVER)


def test_two_hosts_before_it_are_all_that_stalwart_keeps_which_was_only_read():
    finding = the(route(f"10 {A}, 10 {B}, 20 {BACKUP}", **{A: "20.0.0.1", B: "20.0.1.1"}), NEVER)
    assert finding.severity is Severity.NOTICE
    assert str(finding.text).startswith("Stalwart never comes to the backup at preference 20")
    assert not findings(route(f"10 {A}, 20 {BACKUP}", **{A: many(1)}), NEVER)


def test_what_stands_behind_several_better_preferences_may_be_missed_too():
    third = route(f"10 {A}, 20 {B}, 30 {BACKUP}", **{A: "20.0.0.1", B: "20.1.1.1"})
    assert str(the(third, NEVER).text).startswith("Stalwart never comes to the backup at prefer")
    assert " preference 30 " in str(the(third, NEVER).text)
    last = route(
        f"10 {A}, 20 {B}, 30 {C}, 40 {BACKUP}", **{A: many(2), B: many(3, "21.0"), C: "22.0.0.1"}
    )
    assert str(the(last, NEVER).text).startswith(
        "Postfix and Stalwart never come to the backup at preference 30"
    )


def test_senders_that_stop_at_different_preferences_are_told_apart():
    hosts = {A: many(2), B: many(2, "20.1"), C: many(2, "20.2")}
    finding = the(route(f"10 {A}, 20 {B}, 30 {C}, 40 {BACKUP}", **hosts), NEVER)
    assert finding.severity is Severity.NOTICE
    assert str(finding.text).endswith(
        "Stalwart before preference 30 and Postfix before preference 40"
    )


def test_several_senders_are_named_together():
    inspection = route(f"10 {A}, 10 {B}, 20 {BACKUP}", **{A: many(3), B: many(3, "20.1")})
    assert str(the(inspection, NEVER).text).startswith("Postfix and Stalwart never come")


@pytest.mark.parametrize("mx", [f"10 {A}", f"10 {A}, 10 {BACKUP}"])
def test_without_a_backup_there_is_none_to_miss(mx):
    assert not findings(route(mx, **{A: many(9)}), NEVER)


def test_it_is_told_when_all_is_looked_up_and_a_host_takes_mail():
    mx = an_answer(records=f"10 {A}, 20 {BACKUP}")
    assert not findings(so_far(mx, an_answer(A, "A", many(6))), NEVER)
    dead = dict.fromkeys([*many(6).split(), "20.9.0.1"], Outcome.REFUSED)
    assert not findings(route(f"10 {A}, 20 {BACKUP}", dead, **{A: many(6)}), NEVER)
