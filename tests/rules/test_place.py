"""Addresses that are routed as one stand in one place."""

import pytest

from mxgui.routing.route import route_of
from mxgui.rules.place import places_of_hosts, stand_in_one_place
from tests.builders import an_inspection


def hosts(addresses: str):
    return route_of(an_inspection(hosts={"mx1.example.org": addresses})).hosts


def test_a_place_is_a_24_or_a_48():
    found = sorted(map(str, places_of_hosts(hosts("20.0.0.1 20.0.0.9 20.0.1.1 2a00:0:0:9::1"))))
    assert found == ["20.0.0.0/24", "20.0.1.0/24", "2a00::/48"]


@pytest.mark.parametrize(
    ("addresses", "one"),
    [
        ("20.0.0.1 20.0.0.2", True),
        ("20.0.0.1 2a00::1", True),
        ("", True),
        ("20.0.0.1 20.0.1.1", False),
        ("20.0.0.1 2a00::1 2a00:1::1", False),
    ],
)
def test_one_network_of_each_family_is_one_place(addresses, one):
    assert stand_in_one_place(hosts(addresses)) is one
