"""Resolvers that work, refuse, fail and keep silent are told apart, and failed over."""

from __future__ import annotations

import pytest

from tests.integration.inspecting import DNS_ONLY, inspect
from tests.integration.nameservers import (
    CLOSED_RESOLVER,
    REFUSING,
    RESOLVER,
    RESOLVER_IPV6,
    RESOLVER_NAME,
    ROTATING,
    SILENT_RESOLVER,
    WITHOUT_TCP,
)

pytestmark = pytest.mark.integration

ROUTE = "10 postfix-a postfix-b, 20 exim-a, 30 exim-b"
DOMAIN = "three-tiers.example"


@pytest.mark.parametrize(
    "resolver",
    ["system", RESOLVER.address, f"{RESOLVER.address}:53", f"[{RESOLVER_IPV6.address}]:53"],
)
def test_a_resolver_may_be_named_in_each_way(lab, resolver):
    seen = inspect(lab, DOMAIN, *DNS_ONLY, "--resolver", resolver)
    assert seen.tiers == ROUTE


@pytest.mark.parametrize(
    "resolver",
    [
        f"tls://{RESOLVER_NAME}#{RESOLVER.address}",
        f"tls://{RESOLVER.address}",
        f"https://{RESOLVER_NAME}/dns-query",
    ],
)
def test_a_resolver_may_be_asked_in_secret(lab, resolver):
    seen = inspect(lab, DOMAIN, *DNS_ONLY, "--resolver", resolver)
    assert seen.tiers == ROUTE


def test_a_resolver_with_a_wrong_name_is_not_believed(lab):
    impostor = f"tls://other.example#{RESOLVER.address}"
    seen = inspect(lab, DOMAIN, *DNS_ONLY, "--dns-patience", "2.5", "--resolver", impostor)
    assert seen.route["kind"] == "unknown"


@pytest.mark.parametrize("dead", [CLOSED_RESOLVER, SILENT_RESOLVER.address, REFUSING.address])
def test_a_resolver_that_does_not_answer_is_failed_over(lab, dead):
    seen = inspect(lab, DOMAIN, *DNS_ONLY, "--resolver", dead, "--resolver", RESOLVER.address)
    assert seen.tiers == ROUTE


@pytest.mark.parametrize(
    ("resolver", "domain", "status"),
    [
        (REFUSING.address, DOMAIN, "refused"),
        (SILENT_RESOLVER.address, DOMAIN, "timeout"),
        (CLOSED_RESOLVER, DOMAIN, "timeout"),
        (RESOLVER.address, "lame.example", "servfail"),
    ],
)
def test_each_failure_of_dns_has_its_own_name(lab, resolver, domain, status):
    patience = ("--dns-patience", "2.5")
    seen = inspect(lab, domain, *DNS_ONLY, *patience, "--resolver", resolver)
    assert (seen.route["kind"], seen.route["status"]) == ("unknown", status)
    assert seen.json["verdict"] == "unknown"
    assert seen.exit_code == 3


def test_a_domain_whose_name_servers_keep_silent_is_not_seen_from_here(lab):
    seen = inspect(lab, "unanswered.example", *DNS_ONLY, "--dns-patience", "2.5")
    # A resolver that has lately asked them in vain says so at once, instead of asking again
    assert seen.route["status"] in ("timeout", "servfail")
    assert seen.json["verdict"] == "unknown"
    assert seen.exit_code == 3


def test_an_extended_error_is_kept(lab):
    seen = inspect(lab, DOMAIN, *DNS_ONLY, "--resolver", REFUSING.address)
    assert 18 in [error["code"] for error in seen.route["ede"]]  # Prohibited, RFC 8914


def test_a_truncated_answer_without_tcp_is_no_answer(lab):
    patience = ("--dns-patience", "2.5")
    seen = inspect(lab, "many.example", *DNS_ONLY, *patience, "--resolver", WITHOUT_TCP.address)
    assert seen.route["kind"] == "unknown"
    assert seen.route["tiers"] == []  # a partial list must not be used (RFC 974)


def test_a_resolver_that_rotates_changes_no_tier(lab):
    seen = [
        inspect(lab, "equals.example", *DNS_ONLY, "--resolver", ROTATING.address) for _ in range(3)
    ]
    for each in seen:
        assert sorted(each.tiers.split()) == ["10", "exim-a", "exim-b", "postfix-a"]
