"""The zones of the demo, and what validation from the root makes of them."""

import pytest

from mxgui.demo.domains import DOMAINS
from mxgui.demo.tree import State, ancestors, state_of, zone_above, zone_of, zones_of_demo

ZONES = zones_of_demo(DOMAINS)


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        (".", "."),
        ("example", "example"),
        ("missing.example", "example"),
        ("moved.example", "example"),  # an alias has no zone of its own
        ("one-host.example", "one-host.example"),
        ("_25._tcp.mx.dane.example", "dane.example"),
        ("mx.unsigned.opt-out.example", "unsigned.opt-out.example"),
        ("11.2.0.192.in-addr.arpa", "2.0.192.in-addr.arpa"),
        ("192.0.2.44", "."),
    ],
)
def test_a_name_lies_in_the_closest_zone_above(name, zone):
    assert zone_of(name, ZONES).name == zone


def test_the_zone_above_has_the_ds_records():
    assert zone_above("one-host.example", ZONES).name == "example"
    assert zone_above("example", ZONES).name == "."
    assert zone_above("unsigned.opt-out.example", ZONES).name == "opt-out.example"


def test_every_zone_but_the_root_hangs_below_another():
    for zone in ZONES.values():
        assert zone.parent is None or zone_above(zone.name, ZONES).name == zone.parent


@pytest.mark.parametrize(
    ("name", "state"),
    [
        (".", State.SECURE),
        ("one-host.example", State.SECURE),
        ("unsigned.example", State.INSECURE),
        ("no-ds.example", State.INSECURE),
        ("unsigned.opt-out.example", State.INSECURE),
        ("2.0.192.in-addr.arpa", State.INSECURE),
        ("tampered.example", State.BOGUS),
        ("signatures-gone.example", State.BOGUS),
    ],
)
def test_a_zone_is_as_good_as_the_chain_that_leads_to_it(name, state):
    assert state_of(ZONES[name], ZONES) is state


def test_ancestors_end_with_the_root():
    assert list(ancestors("a.b")) == ["a.b", "b", "."]
    assert list(ancestors(".")) == ["."]
