"""Whether DANE vouches for a certificate whatever its dates say."""

from dataclasses import replace

import pytest

from mxgui.model.records import Status
from mxgui.model.security import Dnssec
from mxgui.routing.pinned import is_pinned
from mxgui.routing.route import route_of
from tests.builders import an_inspection
from tests.dane_cases import NOW, Published, shelf, tlsa_of
from tests.dane_facts import MX1, a_dane_inspection

LEAF = (shelf()["leaf"], shelf()["inner"])
GOOD = tlsa_of(Published(3, 1, 1, "leaf"))
STALE = tlsa_of(Published(3, 1, 1, "next"))
ANCHOR = tlsa_of(Published(2, 0, 1, "root"))


def pinned(inspection):
    host = route_of(inspection).host(MX1)
    assert host is not None
    return is_pinned(inspection, host, "192.0.2.1")


@pytest.mark.parametrize(
    ("records", "is_so"), [((GOOD,), True), ((STALE,), False), ((STALE, GOOD), True), ((), False)]
)
def test_a_record_of_the_end_entity_that_matches_pins(records, is_so):
    assert pinned(a_dane_inspection(records, LEAF, at=NOW)) is is_so


def test_an_anchor_pins_no_certificate():
    chain = (shelf()["direct"], shelf()["root"])
    assert pinned(a_dane_inspection((ANCHOR,), chain, at=NOW)) is False


def test_without_dnssec_no_record_counts():
    states = {f"_25._tcp.{MX1} TLSA": Dnssec.INSECURE}
    assert pinned(a_dane_inspection((GOOD,), LEAF, at=NOW, states=states)) is False


def test_it_is_open_as_long_as_the_records_are():
    asked = a_dane_inspection(Status.NOT_ASKED, LEAF, at=NOW)
    assert pinned(replace(asked, ended=None)) is None
    assert pinned(replace(asked, ended=asked.began)) is False


def test_an_address_that_the_host_does_not_have_is_not_pinned():
    inspection = an_inspection()
    host = route_of(inspection).host(MX1)
    assert host is not None
    assert is_pinned(inspection, host, "192.0.2.99") is False
