"""What mxgui finds wrong with each domain, and how heavily that weighs over the whole route."""

from __future__ import annotations

import pytest

from tests.integration.inspecting import IMPATIENT, inspect, look

pytestmark = [pytest.mark.integration, pytest.mark.usefixtures("seen_before")]
OPTIONS = IMPATIENT

# Every host of the laboratory has an address kept for documentation, in one of few networks, our
# own among them; no domain has a policy. What is said of that, or is merely good to know, is said
# of each.
EVERYWHERE = {
    "ADDR-NO-V6",
    "ADDR-SPECIAL",
    "META-INSIDE",
    "META-PARTIAL",
    "MX-SINGLE-PREFIX",
    "ROUTE-EQUAL-SHARES",
    "ROUTE-LADDER",
    "ROUTE-NO-BACKUP-DELAY",
    "ROUTE-OVERLOAD-FALLBACK",
    "RPT-NONE",
    "SEC-STRIPPED",  # its root is not signed; signed_lab.py has one that is
    "SMTP-BANNER-SOFTWARE",
    "SMTP-CAPS",
    "STS-NONE",
    "TLS-CAA",
}
TLS = {
    "ROUTE-BACKUP-NEVER-TRIED": "notice",
    "TLS-CERT-NAME": "info",
    "TLS-CERT-UNTRUSTED": "info",
    "TLS-NONE": "warning",
    "TLS-OFFERED-FAILS": "warning",
    "TLS-OLD": "warning",
}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("three-tiers", {"ROUTE-BACKUP-NEVER-TRIED": "notice"}),
        ("one-host", {"MX-SINGLE-HOST": "notice"}),
        ("implicit", {"MX-NONE-IMPLICIT": "warning", "TLS-CERT-NAME": "info"}),
        ("duplicate", {"MX-DUP-HOST": "notice", "SMTP-CAP-DIFF": "notice"}),
        ("alias-target", {"MX-CNAME": "warning", "TLS-CERT-NAME": "info"}),
        ("null", {"MX-NULL": "info"}),
        ("null-mixed", {"MX-NULL-MIXED": "critical"}),
        ("null-preference", {"MX-NULL-PREF": "warning"}),
        ("missing", {"MX-NXDOMAIN": "critical"}),
        ("nothing", {"MX-NONE-NOADDR": "critical"}),
        ("lame", {"MX-SERVFAIL": "inconclusive"}),
        ("localhost-target", {"MX-LOCALHOST": "error"}),
        ("literal", {"MX-IP-LITERAL": "error"}),
        ("target-missing", {"MX-TARGET-NXDOMAIN": "error"}),
        ("targets-missing", {"MX-TARGET-NXDOMAIN": "critical"}),
        ("target-noaddress", {"MX-TARGET-NOADDR": "error"}),
        ("refused", {"SMTP-ALL-DOWN": "critical"}),
        ("refused-first", {"SMTP-TIER-DOWN": "error"}),
        ("half-dead", {"SMTP-ADDR-PARTIAL": "warning", "MX-SINGLE-HOST": "notice"}),
        ("blackhole", {"SMTP-ALL-DOWN": "inconclusive"}),
        ("blackhole-first", {"SMTP-TIER-DOWN": "error"}),
        ("rejects", {"SMTP-5XX-GREETING": "inconclusive"}),
        ("defers", {"SMTP-4XX-GREETING": "inconclusive"}),
        ("slow", {"MX-SINGLE-HOST": "notice", "SMTP-SLOW-GREETING": "info"}),
        ("alias-owner", {"MX-OWNER-CNAME": "notice", "ROUTE-BACKUP-NEVER-TRIED": "notice"}),
        ("target-servfail", {"MX-TARGET-SERVFAIL": "error"}),
        ("target-loop", {"MX-TARGET-SERVFAIL": "error"}),  # unbound keeps the circle to itself
        ("unreachable", {"SMTP-ALL-DOWN": "inconclusive"}),
        ("unreachable-first", {"SMTP-TIER-DOWN": "error"}),
        ("no-hello", {"SMTP-EHLO-FAILED": "inconclusive"}),
        (
            "silent",
            {"SMTP-NO-GREETING": "inconclusive", "ROUTE-BACKUP-NEVER-TRIED": "notice"},
        ),
        ("tls", TLS),
    ],
)
def test_each_domain_has_its_findings_and_no_others(lab, name, expected):
    seen = look(lab, f"{name}.example", *OPTIONS)
    own = {each: worst for each, worst in seen.findings.items() if each not in EVERYWHERE}
    assert own == expected


def test_every_finding_says_what_why_and_how_to_mend_it(lab):
    for name in ("refused-first", "null-mixed", "alias-target", "private"):
        for finding in look(lab, f"{name}.example", *OPTIONS).json["findings"]:
            assert all(finding[part] for part in ("text", "why", "subject")), finding["id"]
            assert finding["provisional"] is False


@pytest.mark.parametrize(
    ("name", "fail_on", "exit_code"),
    [
        ("one-host", "error", 0),
        ("one-host", "warning", 1),
        ("refused-first", "error", 1),
        ("refused-first", "critical", 0),
        ("refused-first", "never", 0),
        ("blackhole", "never", 3),
    ],
)
def test_the_exit_code_follows_the_chosen_severity(lab, name, fail_on, exit_code):
    seen = inspect(lab, f"{name}.example", *IMPATIENT, "--fail-on", fail_on)
    assert seen.exit_code == exit_code
