"""The route that mxgui finds through unbound and nsd, for every kind of domain in the zone."""

from __future__ import annotations

import pytest

from tests.integration.inspecting import DNS_ONLY, look, short
from tests.integration.zones import many_exchanges

pytestmark = [pytest.mark.integration, pytest.mark.usefixtures("seen_before")]
OPTIONS = DNS_ONLY


@pytest.mark.parametrize(
    ("name", "kind", "tiers"),
    [
        ("three-tiers", "mx", "10 postfix-a postfix-b, 20 exim-a, 30 exim-b"),
        ("equals", "mx", "10 postfix-a exim-a exim-b"),
        ("one-host", "mx", "10 postfix-a"),
        ("implicit", "implicit", "0 implicit.example"),
        ("duplicate", "mx", "10 postfix-a, 20 postfix-a exim-a"),
        ("alias-target", "mx", "10 alias, 20 exim-a"),
        ("alias-owner", "mx", "10 postfix-a postfix-b, 20 exim-a, 30 exim-b"),
        ("six-only", "mx", "10 six-only"),
        ("null", "null", "0 ."),
        ("null-mixed", "mx", "0 ., 10 postfix-a"),
        ("null-preference", "null", "10 ."),
        ("localhost-target", "mx", "10 localhost, 20 postfix-a"),
        ("literal", "mx", "10 192.0.2.10, 20 postfix-a"),
        ("target-missing", "mx", "10 gone, 20 postfix-a"),
        ("target-servfail", "mx", "10 mx.lame.example, 20 postfix-a"),
    ],
)
def test_every_record_stands_in_its_tier(lab, name, kind, tiers):
    seen = look(lab, f"{name}.example", *OPTIONS)
    assert (seen.route["kind"], seen.route["status"]) == (kind, status_of(name))
    assert seen.tiers == tiers


def status_of(name: str) -> str:
    """The status of the MX answer where there is a route."""
    return "nodata" if name == "implicit" else "noerror"


@pytest.mark.parametrize(
    ("name", "kind", "status", "finding", "exit_code"),
    [
        ("missing", "none", "nxdomain", "MX-NXDOMAIN", 1),
        ("nothing", "none", "nodata", "MX-NONE-NOADDR", 1),
        ("lame", "unknown", "servfail", "MX-SERVFAIL", 3),
        ("null", "null", "noerror", "MX-NULL", 0),
        ("null-preference", "null", "noerror", "MX-NULL-PREF", 0),
    ],
)
def test_the_absence_of_a_route_has_a_name(lab, name, kind, status, finding, exit_code):
    seen = look(lab, f"{name}.example", *OPTIONS)
    assert (seen.route["kind"], seen.route["status"]) == (kind, status)
    assert finding in seen.findings
    assert seen.exit_code == exit_code


@pytest.mark.parametrize(
    ("name", "host", "special", "lookups"),
    [
        ("localhost-target", "localhost", "localhost", None),
        ("literal", "192.0.2.10", "literal", None),
        ("null-mixed", ".", "null", None),
        ("target-missing", "gone", None, {"a": "nxdomain", "aaaa": "nxdomain"}),
        ("target-noaddress", "noaddress", None, {"a": "nodata", "aaaa": "nodata"}),
        ("target-servfail", "mx.lame.example", None, {"a": "servfail", "aaaa": "servfail"}),
        ("half-dead", "half-dead", None, {"a": "noerror", "aaaa": "nodata"}),
    ],
)
def test_a_target_that_is_no_host_is_marked_and_kept(lab, name, host, special, lookups):
    seen = look(lab, f"{name}.example", *OPTIONS)
    (found,) = [each for each in seen.hosts if short(each["name"]) == host]
    assert found["special"] == special
    if lookups is not None:
        assert found["lookups"] == lookups


def test_a_name_listed_twice_is_marked_the_second_time(lab):
    seen = look(lab, "duplicate.example", *OPTIONS)
    marks = [(short(host["name"]), host["special"]) for host in seen.hosts]
    assert marks == [("postfix-a", None), ("postfix-a", "duplicate"), ("exim-a", None)]


def test_aliases_of_domain_and_exchange_are_followed_and_shown(lab):
    owner = look(lab, "alias-owner.example", *OPTIONS)
    assert owner.route["alias_chain"][-1] == "three-tiers.example"
    target = look(lab, "alias-target.example", *OPTIONS)
    assert target.hosts[0]["alias_chain"][-1] == "postfix-a.host.example"
    assert [each["address"] for each in target.hosts[0]["addresses"]] == [
        "2001:db8::10",
        "192.0.2.10",
    ]


def test_an_idn_is_asked_in_ascii_and_told_in_both(lab):
    seen = look(lab, "Bücher.example", *OPTIONS)
    assert seen.json["domain"]["ascii"] == "xn--bcher-kva.example"
    assert seen.json["domain"]["unicode"] == "bücher.example"
    assert seen.tiers == "10 postfix-a"


def test_a_short_ttl_is_told_as_it_is_left(lab):
    seen = look(lab, "old-ttl.example", *OPTIONS)
    assert 0 <= seen.route["ttl"] <= 77


def test_a_truncated_answer_is_fetched_whole_over_tcp(lab):
    seen = look(lab, "many.example", *OPTIONS)
    assert [host["name"] for host in seen.hosts] == list(many_exchanges())
    assert all(host["addresses"] for host in seen.hosts)


def test_the_shares_of_equal_hosts_are_equal(lab):
    seen = look(lab, "equals.example", *OPTIONS)
    assert [host["share"] for host in seen.hosts] == pytest.approx([1 / 3] * 3)
