"""`mxgui inspect` in the laboratory of signed zones: what it finds, and how it says so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.integration.signed_lab import PLAIN, VALIDATING, SignedLab, signed_laboratory

pytestmark = pytest.mark.integration


@pytest.fixture(scope="module")
def lab() -> Iterator[SignedLab]:
    """The running laboratory."""
    with signed_laboratory() as running:
        yield running


def inspected(lab: SignedLab, domain: str, resolver: str = PLAIN, *more: str) -> dict[str, Any]:
    options = ("--probe", "none", "--format", "json", "--resolver", resolver, *more)
    trust = ("--trust-anchor", str(lab.anchor))
    done = lab.run("mxgui", "inspect", domain, *options, *trust)
    assert done.stdout.startswith("{"), done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def severity(found: dict[str, Any], finding: str) -> str | None:
    return next((one["severity"] for one in found["findings"] if one["id"] == finding), None)


@pytest.mark.parametrize("resolver", [PLAIN, VALIDATING])
def test_a_signed_domain_is_secure_down_to_the_addresses(lab, resolver):
    route = inspected(lab, "nsec3.example", resolver)["route"]
    addresses = route["tiers"][0]["hosts"][0]["addresses"]
    assert (route["dnssec"], route["ttl_original"]) == ("secure", 3600)
    assert {each["dnssec"] for each in addresses} == {"secure"}
    assert route["ad"] is (resolver == VALIDATING)


@pytest.mark.parametrize("resolver", [PLAIN, VALIDATING])
@pytest.mark.parametrize(
    ("domain", "said"),
    [
        ("expired.example", "expired on"),
        ("wrongds.example", "names a key"),
        ("tampered.example", "does not fit what came"),
        ("early.example", "not valid before"),
    ],
)
def test_a_bogus_domain_is_critical_with_its_reason_and_is_one_finding(lab, resolver, domain, said):
    found = inspected(lab, domain, resolver)
    (told,) = [one for one in found["findings"] if one["id"] == "SEC-BOGUS-MX"]
    assert told["severity"] == "critical"
    assert said in told["text"]
    assert severity(found, "MX-SERVFAIL") is None


def test_unsigned_and_signed_for_nobody_are_told_apart(lab):
    plain = inspected(lab, "unsigned.example")
    assert severity(plain, "SEC-INSECURE") == "info"
    assert severity(plain, "SEC-NO-DS") is None
    vain = inspected(lab, "nods.strict")
    assert severity(vain, "SEC-NO-DS") == "notice"


def test_with_another_anchor_nothing_is_called_bogus(lab):
    done = lab.run("mxgui", "inspect", "nsec.example", "--probe", "none", "--format", "json",
                   "--resolver", PLAIN)  # fmt: skip
    found = json.loads(done.stdout)
    assert found["route"]["dnssec"] == "indeterminate"
    assert severity(found, "SEC-BOGUS-MX") is None
