"""Doubt speaks for a host: only what was seen to be of no use to anybody is dead."""

import pytest

from mxgui.model.plan import Origin, Plan
from mxgui.model.records import Status
from mxgui.model.smtp import Outcome, Reason
from mxgui.routing.route import route_of
from mxgui.routing.standing import Standing, is_special
from mxgui.rules.case import Case
from tests.builders import a_probe, an_inspection

HOST = "mx1.example.org"
ADDRESS = "20.0.0.1"


def standing(inspection) -> Standing:
    return Case(inspection, route_of(inspection)).standings[HOST]


def with_probe(outcome, **facts) -> Standing:
    return standing(an_inspection(hosts={HOST: ADDRESS}, probes={ADDRESS: outcome}, **facts))


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Outcome.GREETED, Standing.LIVE),
        (Outcome.REFUSED, Standing.DEAD),
        (Outcome.CLOSED, Standing.DEAD),
        (Outcome.NOT_SMTP, Standing.DEAD),
        (Outcome.REJECTED, Standing.MAYBE),
        (Outcome.DEFERRED, Standing.MAYBE),
        (Outcome.TIMED_OUT, Standing.MAYBE),
        (Outcome.SILENT, Standing.MAYBE),
        (Reason.NO_IPV6_HERE, Standing.MAYBE),
        (Reason.CANCELLED, Standing.MAYBE),
        (None, Standing.MAYBE),
    ],
)
def test_a_host_stands_as_its_probe_says_and_doubt_is_no_death(outcome, expected):
    assert with_probe(outcome) is expected


def test_silence_is_death_once_something_else_was_heard_over_that_family():
    inspection = an_inspection(
        mx=f"10 {HOST}, 20 other.example.org",
        hosts={HOST: ADDRESS, "other.example.org": "20.0.1.1"},
        probes={ADDRESS: Outcome.TIMED_OUT},
    )
    assert standing(inspection) is Standing.DEAD


def test_one_live_address_keeps_a_host_alive():
    inspection = an_inspection(
        hosts={HOST: f"{ADDRESS} 20.0.0.2"}, probes={ADDRESS: Outcome.REFUSED}
    )
    assert standing(inspection) is Standing.LIVE


@pytest.mark.parametrize("mx", ["10 localhost", "10 192.0.2.7", "10 " + "a" * 64 + ".example.org"])
def test_an_exchange_that_is_no_host_name_is_dead(mx):
    inspection = an_inspection(mx=mx, hosts={})
    assert list(Case(inspection, route_of(inspection)).standings.values()) == [Standing.DEAD]


@pytest.mark.parametrize(
    ("addresses", "expected"),
    [
        ("", Standing.DEAD),
        (Status.NXDOMAIN, Standing.DEAD),
        (Status.SERVFAIL, Standing.MAYBE),
        (Status.TIMEOUT, Standing.MAYBE),
    ],
)
def test_a_host_without_addresses_is_dead_only_if_dns_said_so(addresses, expected):
    assert standing(an_inspection(hosts={HOST: addresses})) is expected


def test_a_private_address_that_was_not_tried_is_dead():
    inspection = an_inspection(
        hosts={HOST: "10.0.0.1"}, probes={"10.0.0.1": Reason.PRIVATE_ADDRESS}
    )
    assert standing(inspection) is Standing.DEAD


def test_a_private_address_stands_as_its_probe_says_where_probing_it_was_allowed():
    inspection = an_inspection(
        hosts={HOST: "10.0.0.1"},
        probes={"10.0.0.1": Outcome.SILENT},
        plan=Plan(allow_private=True),
    )
    assert standing(inspection) is Standing.MAYBE


def test_an_address_literal_stands_as_its_probe_says():
    inspection = an_inspection("[20.0.0.1]", probes={ADDRESS: Outcome.REFUSED})
    assert Case(inspection, route_of(inspection)).standings == {"[20.0.0.1]": Standing.DEAD}


@pytest.mark.parametrize(
    ("address", "special"),
    [
        ("20.0.0.1", False),
        ("10.0.0.1", True),
        ("127.0.0.1", True),
        ("192.0.2.1", True),
        ("198.18.0.1", True),
        ("2a00::1", False),
        ("fe80::1", True),
        ("2001:db8::1", True),
        ("::ffff:20.0.0.1", False),
        ("::ffff:10.0.0.1", True),
    ],
)
def test_addresses_that_no_public_host_has_are_special(address, special):
    inspection = an_inspection(hosts={HOST: address}, probes={address: None})
    [own] = route_of(inspection).hosts[0].addresses
    assert is_special(inspection, own) is special


def test_documentation_addresses_are_at_home_in_the_demo_network():
    inspection = an_inspection(
        hosts={HOST: "192.0.2.1"}, origin=Origin("0.1.0", "127.0.0.1:53", demo=True)
    )
    [own] = route_of(inspection).hosts[0].addresses
    assert not is_special(inspection, own)


def test_a_probe_under_way_leaves_hope():
    probe = a_probe(HOST, ADDRESS, Outcome.REFUSED)
    running = an_inspection(hosts={HOST: ADDRESS}, probes={ADDRESS: None}, ended=None)
    assert standing(running) is Standing.MAYBE
    assert probe.outcome is Outcome.REFUSED
