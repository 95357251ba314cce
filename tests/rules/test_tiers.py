"""Tiers with a host that has an address."""

import pytest

from mxgui.routing.route import route_of
from mxgui.rules.case import Case
from mxgui.rules.tiers import usable_tiers
from tests.builders import an_inspection

A, B, C = "a.example.org", "b.example.org", "c.example.org"


def tiers(mx: str, hosts: dict[str, str] | None = None) -> list[tuple[int, list[str]]]:
    inspection = an_inspection(mx=mx, hosts=hosts)
    case = Case(inspection, route_of(inspection))
    return [(preference, [host.name for host in hosts]) for preference, hosts in usable_tiers(case)]


def test_they_come_with_their_hosts_the_best_first():
    assert tiers(f"20 {C}, 10 {A}, 10 {B}") == [(10, [A, B]), (20, [C])]


def test_a_tier_without_an_address_is_none():
    assert tiers(f"10 {A}, 20 {B}", {A: "", B: "20.0.0.1"}) == [(20, [B])]
    assert tiers(f"5 localhost, 10 {A}") == [(10, [A])]


@pytest.mark.parametrize("mx", ["", "0 ."])
def test_without_mx_there_are_none(mx):
    assert tiers(mx, {"example.org": "20.0.0.1"}) == []
