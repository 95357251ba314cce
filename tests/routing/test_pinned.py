"""Whether DANE vouches for a certificate whatever its dates say."""

from dataclasses import replace

import pytest

from mxgui.model.security import Dnssec
from mxgui.routing.pinned import is_pinned
from mxgui.routing.route import route_of
from tests.builders import an_inspection
from tests.dane_cases import Published, tlsa_of
from tests.dane_facts import MX1, a_dane_inspection
from tests.dane_shelf import NOW, shelf

EXPIRED = (shelf()["expired"], shelf()["root"])


def pinned(inspection):
    [host] = route_of(inspection).hosts
    return is_pinned(inspection, host, "192.0.2.1")


def test_without_records_nothing_is_pinned():
    assert pinned(an_inspection()) is False
    assert pinned(a_dane_inspection((), EXPIRED, at=NOW)) is False


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ((3, 1, 1, "expired"), True),
        ((3, 0, 2, "expired"), True),
        ((3, 1, 1, "next"), False),
        ((2, 0, 1, "root"), False),  # below an anchor dates count
    ],
)
def test_a_record_of_the_servers_own_key_pins_it(published, expected):
    inspection = a_dane_inspection((tlsa_of(Published(*published)),), EXPIRED, at=NOW)
    assert pinned(inspection) is expected


def test_without_dnssec_no_record_counts():
    record = tlsa_of(Published(3, 1, 1, "expired"))
    states = {f"_25._tcp.{MX1} TLSA": Dnssec.INSECURE}
    assert pinned(a_dane_inspection((record,), EXPIRED, at=NOW, states=states)) is False


def test_it_is_not_known_while_the_records_are_not():
    assert pinned(replace(an_inspection(), ended=None)) is None


def test_an_address_that_is_not_the_hosts_is_not_pinned():
    [host] = route_of(an_inspection()).hosts
    assert is_pinned(an_inspection(), host, "192.0.2.99") is False
