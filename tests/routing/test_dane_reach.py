"""Which hosts and addresses are left to a sender that uses DANE."""

import pytest

from mxgui.model.records import Status, Tlsa
from mxgui.model.security import Dnssec
from mxgui.model.smtp import StartTls
from mxgui.routing.dane_reach import DaneReach
from mxgui.routing.route import route_of
from tests.builders import a_probe
from tests.dane_cases import Published, tlsa_of
from tests.dane_facts import MX1, a_dane_inspection
from tests.dane_shelf import NOW, shelf

GOOD, STALE = tlsa_of(Published(3, 1, 1, "leaf")), tlsa_of(Published(3, 1, 1, "next"))
LEAF = (shelf()["leaf"], shelf()["inner"])
NO_TLS = a_probe(MX1, starttls=StartTls.NOT_OFFERED, tls=None)


@pytest.mark.parametrize(
    ("inspection", "host", "address"),
    [
        (a_dane_inspection((), LEAF, at=NOW), True, True),
        (a_dane_inspection((), probe=NO_TLS), True, True),
        (a_dane_inspection((GOOD,), LEAF, at=NOW), True, True),
        (a_dane_inspection((STALE,), LEAF, at=NOW), True, False),
        (a_dane_inspection((GOOD,), probe=NO_TLS), True, False),
        (a_dane_inspection((Tlsa(1, 1, 1, bytes(32)),), LEAF, at=NOW), True, True),
        (a_dane_inspection((Tlsa(1, 1, 1, bytes(32)),), probe=NO_TLS), True, False),
        (a_dane_inspection(Status.SERVFAIL, LEAF), False, False),
        (a_dane_inspection((STALE,), LEAF, states={f"{MX1} A": Dnssec.INSECURE}), True, True),
        (a_dane_inspection((STALE,), LEAF, states={f"{MX1} A": Dnssec.UNKNOWN}), None, None),
        (
            a_dane_inspection((GOOD,), probe=a_probe(starttls=StartTls.NOT_TESTED, tls=None)),
            True,
            None,
        ),
    ],
)
def test_what_fails_is_skipped_and_what_is_not_known_is_not_held_against_it(
    inspection, host, address
):
    [only] = route_of(inspection).hosts
    reach = DaneReach(inspection)
    assert reach.takes_host(only) is host
    assert reach.takes_address(only, only.addresses[0]) is address


def test_a_decision_is_worked_out_once():
    inspection = a_dane_inspection((GOOD,), LEAF, at=NOW)
    [host] = route_of(inspection).hosts
    reach = DaneReach(inspection)
    assert reach.decided(host, host.addresses[0]) is reach.decided(host, host.addresses[0])
    assert reach.discovered(host) is reach.discovered(host)


@pytest.mark.parametrize(
    ("record", "chain", "rests"),
    [
        (GOOD, LEAF, True),
        (STALE, LEAF, False),
        (tlsa_of(Published(2, 0, 1, "inner")), LEAF, False),
        (tlsa_of(Published(3, 0, 1, "expired")), (shelf()["expired"],), True),
    ],
)
def test_it_is_told_whether_it_all_rests_on_the_servers_own_key(record, chain, rests):
    inspection = a_dane_inspection((record,), chain, at=NOW)
    [host] = route_of(inspection).hosts
    assert DaneReach(inspection).rests_on_key(host, host.addresses[0]) is rests
