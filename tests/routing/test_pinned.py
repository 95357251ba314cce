"""Whether DANE vouches for a certificate whatever its dates say."""

from dataclasses import replace

import pytest

from mxgui.routing.pinned import is_pinned
from tests.builders import a_probe, an_inspection
from tests.dane_cases import Published, tlsa_of
from tests.dane_facts import a_dane_inspection
from tests.dane_shelf import NOW, shelf

EXPIRED = (shelf()["expired"], shelf()["root"])


def pinned(inspection):
    [probe] = inspection.probes
    return is_pinned(inspection, probe, probe.target.host)


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


def test_it_is_not_known_while_the_records_are_not():
    assert pinned(replace(an_inspection(), ended=None)) is None


def test_of_a_host_that_is_not_on_the_route_nothing_is_known():
    probe = a_probe("other.example.net", "192.0.2.99")
    assert is_pinned(an_inspection(), probe, "other.example.net") is False
