"""Equal exchanges with unequal parts of the mail."""

import pytest

from mxgui.rules.finding import Severity
from tests.builders import an_answer, an_inspection
from tests.rules.judging import findings, so_far, the

A, B, C = "a.example.org", "b.example.org", "c.example.org"
UNEVEN = "ROUTE-UNEVEN-SHARES"
DUAL = {A: "20.0.0.1 2a00::1", B: "20.0.1.1 2a00:1::1", C: "20.0.2.1"}


def words(mx: str, hosts: dict[str, str]) -> str:
    return str(the(an_inspection(mx=mx, hosts=hosts), UNEVEN).text)


def test_a_host_with_three_addresses_is_drawn_three_times_as_often_by_some():
    finding = the(
        an_inspection(mx=f"10 {A}, 10 {B}", hosts={A: "20.0.0.1 20.0.0.2 20.0.0.3", B: "20.0.1.1"}),
        UNEVEN,
    )
    assert (finding.severity, finding.subject) == (Severity.NOTICE, "example.org")
    assert str(finding.text).endswith(
        f": Postfix and KumoMTA try {A} first 3/4 of the time instead of 1/2"
    )


def test_a_host_with_ipv4_alone_beside_others_with_both_is_never_first_at_exim():
    told = words(f"10 {A}, 10 {B}, 10 {C}", DUAL)
    assert told.endswith(
        f": Postfix and KumoMTA try {A} first 2/5 of the time instead of 1/3; "
        f"Exim never tries {C} first"
    )


def test_two_such_hosts_beside_one_with_ipv6_alone_are_rarely_first():
    hosts = {A: "2a00::1", B: "20.0.1.1", C: "20.0.2.1"}
    told = words(f"10 {A}, 10 {B}, 10 {C}", hosts)
    assert told.endswith(f": Exim tries {B} first only 1/6 of the time")


@pytest.mark.parametrize(
    "hosts",
    [
        {A: "20.0.0.1", B: "20.0.1.1"},
        {A: "20.0.0.1 2a00::1", B: "20.0.1.1 2a00:1::1"},
        {A: "20.0.0.1 20.0.0.2", B: "20.0.1.1 2a00:1::1"},
        {A: "20.0.0.1 20.0.0.2", B: "20.0.0.1"},
        {A: "20.0.0.1 20.0.0.2", B: ""},
    ],
)
def test_where_all_get_the_same_or_share_an_address_nothing_is_told(hosts):
    assert not findings(an_inspection(mx=f"10 {A}, 10 {B}", hosts=hosts), UNEVEN)


def test_only_the_best_preference_counts():
    hosts = {A: "20.0.0.1", B: "20.0.1.1", C: "20.0.2.1 20.0.2.2"}
    assert not findings(an_inspection(mx=f"10 {A}, 20 {B}, 20 {C}", hosts=hosts), UNEVEN)


def test_it_is_not_told_before_all_is_looked_up():
    mx = an_answer(records=f"10 {A}, 10 {B}")
    assert not findings(so_far(mx, an_answer(A, "A", "20.0.0.1 20.0.0.2")), UNEVEN)
