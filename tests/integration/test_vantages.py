"""Broken, or not seen from here: what silence is worth depends on where one looks from."""

from __future__ import annotations

import pytest

from tests.integration.hosts import BLACKHOLE, POSTFIX_A
from tests.integration.inspecting import IMPATIENT, inspect, look

pytestmark = pytest.mark.integration

WORSE_THAN_A_NOTICE = {"warning", "error", "critical"}


def smtp_findings(seen):
    """What was found about the conversations, by severity."""
    return {name: worst for name, worst in seen.findings.items() if name.startswith("SMTP-")}


def test_silence_alone_says_nothing_about_the_host(lab):
    seen = look(lab, "blackhole.example", *IMPATIENT)
    assert {each["outcome"] for each in seen.json["probes"]} == {"timed_out"}
    assert set(smtp_findings(seen).values()) == {"inconclusive"}
    assert (seen.json["verdict"], seen.exit_code) == ("unknown", 3)


def test_silence_beside_an_answer_is_the_hosts_own(lab):
    seen = look(lab, "blackhole-first.example", *IMPATIENT)
    assert seen.probe(BLACKHOLE.ipv4[0])["outcome"] == "timed_out"
    assert smtp_findings(seen)["SMTP-TIER-DOWN"] in WORSE_THAN_A_NOTICE
    assert "SMTP-TIMEOUT" in seen.included
    assert seen.json["verdict"] == "degraded"


def test_an_answer_of_an_earlier_run_counts_for_a_day(lab, tmp_path):
    inspect(lab, "one-host.example", *IMPATIENT, home=tmp_path)
    seen = inspect(lab, "blackhole.example", *IMPATIENT, home=tmp_path)
    assert set(smtp_findings(seen).values()) & WORSE_THAN_A_NOTICE


def test_a_refusal_is_the_hosts_own_word(lab):
    seen = look(lab, "refused.example", *IMPATIENT)
    assert seen.json["verdict"] == "queues"
    assert "critical" in smtp_findings(seen).values()
    assert seen.exit_code == 1


def test_without_ipv6_here_its_addresses_are_not_tried(lab):
    seen = inspect(lab, "one-host.example", *IMPATIENT, room=lab.ipv4_only)
    probe = seen.probe(POSTFIX_A.ipv6[0])
    assert (probe["outcome"], probe["reason"]) == ("not_tried", "no_ipv6_here")
    assert seen.probe(POSTFIX_A.ipv4[0])["outcome"] == "greeted"
    assert seen.json["verdict"] == "flows"
    assert not set(smtp_findings(seen).values()) & WORSE_THAN_A_NOTICE
    assert seen.json["vantages"][0]["ipv6"] is False


def test_an_ipv6_only_host_seen_without_ipv6_is_unknown_not_broken(lab):
    # that it has no IPv4 is known from DNS, and an error by itself
    options = (*IMPATIENT, "--fail-on", "critical")
    seen = inspect(lab, "six-only.example", *options, room=lab.ipv4_only)
    assert seen.findings["ROUTE-V6-ONLY"] == "error"
    assert (seen.json["verdict"], seen.exit_code) == ("unknown", 3)
    assert not set(smtp_findings(seen).values()) & WORSE_THAN_A_NOTICE


def test_a_line_that_drops_port_25_blames_no_host(lab):
    seen = inspect(lab, "three-tiers.example", *IMPATIENT, room=lab.port_25_blocked)
    assert {each["outcome"] for each in seen.json["probes"]} == {"timed_out"}
    assert set(smtp_findings(seen).values()) == {"inconclusive"}
    assert (seen.json["verdict"], seen.exit_code) == ("unknown", 3)
