"""The JSON of real inspections keeps to contract.md: no key is missing, no word is invented."""

from __future__ import annotations

import pytest

from tests.integration.inspecting import IMPATIENT, look

pytestmark = [pytest.mark.integration, pytest.mark.usefixtures("seen_before")]
OPTIONS = IMPATIENT

DOMAINS = ("three-tiers", "tls", "refused-first", "no-hello", "private", "null", "lame", "implicit")

WHOLE = {
    "format", "version", "domain", "began", "ended", "cut_short", "planned", "resolver",
    "vantages", "verdict", "headline", "route", "sender", "seed", "try_order", "probes",
    "policies", "authorities", "findings", "facts",
}  # fmt: skip
DOMAIN = {"input", "taken_as", "ascii", "unicode"}
VANTAGE = {"id", "helo", "proxy", "port_open", "ipv4", "ipv6"}
ROUTE = {
    "kind", "status", "ede", "ttl", "ttl_original", "alias_chain", "dnssec", "ad", "tiers",
}  # fmt: skip
HOST = {
    "name", "unicode", "ttl", "alias_chain", "special", "lookups", "ede", "share", "tlsa",
    "dane", "sts", "addresses",
}  # fmt: skip
ADDRESS = {
    "address", "family", "ttl", "dnssec", "ad", "share", "special", "ptr", "forward_confirmed",
}  # fmt: skip
TRIED = {"position", "preference", "host", "address"}
PROBE = {
    "host", "address", "port", "preference", "vantage", "shared_with", "began", "outcome",
    "reason", "stage", "stopped_by", "phases", "greeting", "greeting_name", "ehlo", "extensions",
    "extensions_tls", "starttls", "tls", "dane", "sts", "transcript",
}  # fmt: skip
PHASES = {
    "connect_ms", "greeting_ms", "ehlo_ms", "starttls_ms", "handshake_ms", "ehlo_tls_ms",
}  # fmt: skip
TLS = {
    "version", "cipher", "sni", "injected", "certificate", "chain_length", "name_matches",
    "trusted", "problems",
}  # fmt: skip
CERTIFICATE = {
    "subject", "issuer", "names", "not_before", "not_after", "sha256", "spki_sha256", "key",
}  # fmt: skip
FINDING = {
    "id", "severity", "provisional", "subject", "text", "why", "fix", "references", "includes",
}  # fmt: skip

STATUSES = {
    "noerror", "nodata", "nxdomain", "servfail", "refused", "timeout", "bad_answer", "loop",
    "not_asked",
}  # fmt: skip
VERDICTS = {"flows", "degraded", "queues", "bounces", "takes_no_mail", "unknown"}
OUTCOMES = {
    "greeted", "deferred", "rejected", "not_smtp", "silent", "closed", "refused", "timed_out",
    "unreachable", "blocked_here", "proxy_no_answer", "not_tried",
}  # fmt: skip
STAGES = {"connect", "greeting", "ehlo", "starttls", "handshake", "ehlo_tls", "quit", None}
STOPPED_BY = {
    None, "reply", "timeout", "closed", "reset", "bad_reply", "too_long", "cancelled",
}  # fmt: skip
STARTTLS = {"not_tested", "not_offered", "refused", "failed", "unverified", "verified"}
SEVERITIES = {"critical", "error", "warning", "notice", "info", "inconclusive"}


@pytest.mark.parametrize("name", DOMAINS)
def test_an_inspection_has_every_key_and_no_unknown_word(lab, name):
    seen = look(lab, f"{name}.example", *OPTIONS).json
    assert seen["format"] == 1
    assert set(seen) >= WHOLE
    assert set(seen["domain"]) >= DOMAIN
    assert {each["id"] for each in seen["vantages"]} == {"direct"}
    assert_keys(seen["vantages"], VANTAGE)
    assert_keys(seen["try_order"], TRIED)
    assert_keys(seen["findings"], FINDING)
    assert seen["verdict"] in VERDICTS
    assert {each["severity"] for each in seen["findings"]} <= SEVERITIES
    assert_route(seen["route"])
    for probe in seen["probes"]:
        assert_probe(probe)


def assert_keys(rows, keys):
    """Every row has these keys; more of them break no promise."""
    assert all(keys <= set(row) for row in rows), rows


def assert_route(route):
    assert set(route) >= ROUTE
    assert route["status"] in STATUSES
    hosts = [host for tier in route["tiers"] for host in tier["hosts"]]
    assert_keys(hosts, HOST)
    for host in hosts:
        assert set(host["lookups"].values()) <= STATUSES
        assert_keys(host["addresses"], ADDRESS)


def assert_probe(probe):
    assert set(probe) >= PROBE
    assert set(probe["phases"]) >= PHASES
    assert probe["outcome"] in OUTCOMES
    assert probe["stage"] in STAGES
    assert probe["stopped_by"] in STOPPED_BY
    assert probe["starttls"] in STARTTLS
    assert {line["from"] for line in probe["transcript"]} <= {"server", "client", "note"}
    if probe["tls"] is not None:
        assert set(probe["tls"]) >= TLS
        assert set(probe["tls"]["certificate"]) >= CERTIFICATE
