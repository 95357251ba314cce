"""What mxgui hears from Postfix and Exim, in each of their tempers."""

from __future__ import annotations

import pytest

from tests.integration.hosts import (
    BLACKHOLE,
    BROKEN_TLS,
    DEFERS,
    EXIM_A,
    MANY_ADDRESSES,
    NO_HELLO,
    OLD_TLS,
    PLAIN,
    POSTFIX_A,
    POSTFIX_B,
    POSTSCREEN,
    REFUSES,
    REFUSES_TOO,
    REJECTS,
    SELF_SIGNED,
    SILENT,
    SILENT_TOO,
    SLOW,
    UNREACHABLE,
)
from tests.integration.inspecting import IMPATIENT, inspect, look
from tests.integration.postfix import POSTSCREEN_WAIT, SLOW_GREETING

pytestmark = pytest.mark.integration


def test_postfix_and_exim_are_walked_through_to_the_end(lab):
    seen = look(lab, "three-tiers.example", *IMPATIENT)
    for host in (POSTFIX_A, POSTFIX_B, EXIM_A):
        for address in host.addresses:
            probe = seen.probe(address)
            assert (probe["outcome"], probe["stage"]) == ("greeted", "quit")
            assert probe["stopped_by"] is None
            assert probe["greeting"]["code"] == 220
            assert probe["greeting_name"] == host.name
            assert (probe["ehlo"]["code"], probe["ehlo"]["command"]) == (250, "EHLO")
            assert "STARTTLS" in probe["extensions"]
            assert "STARTTLS" not in probe["extensions_tls"]
            assert probe["starttls"] in ("unverified", "verified")
            assert probe["tls"]["version"] == "TLSv1.3"
            assert host.name in probe["tls"]["certificate"]["names"]
    assert seen.json["verdict"] == "flows"


def test_probes_stand_in_try_order(lab):
    seen = look(lab, "three-tiers.example", *IMPATIENT)
    tried = [each["address"] for each in seen.json["try_order"]]
    assert [each["address"] for each in seen.json["probes"]] == tried
    preferences = [each["preference"] for each in seen.json["try_order"]]
    assert preferences == sorted(preferences)


@pytest.mark.parametrize(
    ("domain", "address", "outcome", "stage", "stopped_by"),
    [
        ("refused", REFUSES.ipv4[0], "refused", "connect", None),
        ("refused", REFUSES.ipv6[0], "refused", "connect", None),
        ("blackhole", BLACKHOLE.ipv4[0], "timed_out", "connect", "timeout"),
        ("unreachable", UNREACHABLE.ipv4[0], "unreachable", "connect", None),
        ("rejects", REJECTS.ipv4[0], "rejected", "greeting", "reply"),
        ("defers", DEFERS.ipv4[0], "deferred", "greeting", "reply"),
        ("no-hello", NO_HELLO.ipv4[0], "greeted", "ehlo", "reply"),
    ],
)
def test_each_failure_of_a_host_has_its_own_name(lab, domain, address, outcome, stage, stopped_by):
    probe = look(lab, f"{domain}.example", *IMPATIENT).probe(address)
    assert (probe["outcome"], probe["stage"]) == (outcome, stage)
    if stopped_by is not None:
        assert probe["stopped_by"] == stopped_by


def test_a_host_that_refuses_ehlo_is_asked_with_helo_too(lab):
    probe = look(lab, "no-hello.example", *IMPATIENT).probe(NO_HELLO.ipv4[0])
    said = [line["text"].split()[0] for line in probe["transcript"] if line["from"] == "client"]
    assert said == ["EHLO", "HELO", "QUIT"]


@pytest.mark.parametrize(
    ("host", "starttls", "version"),
    [
        (POSTFIX_A, ("unverified", "verified"), "TLSv1.3"),
        (SELF_SIGNED, ("unverified",), "TLSv1.3"),
        (OLD_TLS, ("unverified", "verified"), "TLSv1"),
        (PLAIN, ("not_offered",), None),
        (BROKEN_TLS, ("refused",), None),
    ],
    ids=lambda value: getattr(value, "label", ""),
)
def test_starttls_is_followed_as_far_as_it_goes(lab, host, starttls, version):
    probe = look(lab, "tls.example", *IMPATIENT).probe(host.ipv4[0])
    assert probe["starttls"] in starttls
    assert (probe["tls"] or {}).get("version") == version


def test_a_slow_greeting_is_waited_for_and_measured(lab):
    probe = look(lab, "slow.example", *IMPATIENT).probe(SLOW.ipv4[0])
    assert (probe["outcome"], probe["stage"]) == ("greeted", "quit")
    assert probe["phases"]["greeting_ms"] >= SLOW_GREETING * 1000 * 0.95


def test_a_greeting_in_two_parts_is_read_whole_before_a_word_is_said(lab):
    probe = look(lab, "postscreen.example", *IMPATIENT).probe(POSTSCREEN.ipv4[0])
    assert probe["greeting"]["text"].count("\n") == 1
    first_word = next(each for each in probe["transcript"] if each["from"] == "client")
    assert first_word["at_ms"] >= POSTSCREEN_WAIT * 1000 * 0.95
    assert probe["stage"] == "quit"


def test_two_silent_hosts_cost_one_wait(lab):
    wait = ("--connect-timeout", "1.5", "--greeting-timeout", "2", "--command-timeout", "5")
    seen = inspect(lab, "silent.example", *wait)
    for host in (SILENT, SILENT_TOO):
        probe = seen.probe(host.ipv4[0])
        assert (probe["outcome"], probe["stopped_by"]) == ("silent", "timeout")
    assert seen.json["verdict"] == "flows"  # a sender would wait for longer than we did


def test_a_dead_address_beside_a_live_one_costs_no_mail(lab):
    seen = look(lab, "half-dead.example", *IMPATIENT)
    outcomes = {each["address"]: each["outcome"] for each in seen.json["probes"]}
    assert outcomes == {REFUSES_TOO.ipv4[0]: "refused", POSTFIX_B.ipv4[0]: "greeted"}
    assert seen.json["verdict"] == "degraded"


def test_a_host_of_many_addresses_is_probed_at_each_of_them(lab):
    seen = look(lab, "many-addresses.example", *IMPATIENT)
    greeted = {each["address"] for each in seen.json["probes"] if each["outcome"] == "greeted"}
    assert greeted == set(MANY_ADDRESSES.addresses)


def test_as_a_sender_it_stops_where_mail_would_get_in(lab):
    seen = inspect(lab, "refused-first.example", *IMPATIENT, "--probe", "as-sender")
    told = [(each["outcome"], each["reason"]) for each in seen.json["probes"]]
    assert told == [
        ("refused", None),
        ("refused", None),
        ("greeted", None),
        ("not_tried", "delivered_earlier"),
    ]


def test_one_family_alone_is_probed_on_demand(lab):
    seen = inspect(lab, "one-host.example", *IMPATIENT, "--family", "4")
    assert seen.probe(POSTFIX_A.ipv4[0])["outcome"] == "greeted"
    assert seen.probe(POSTFIX_A.ipv6[0])["outcome"] == "not_tried"
    assert seen.probe(POSTFIX_A.ipv6[0])["reason"] == "family_off"


def test_private_addresses_of_a_public_domain_are_not_probed(lab):
    seen = look(lab, "private.example", *IMPATIENT)
    for address in ("10.11.12.13", "fe80::1"):
        probe = seen.probe(address)
        assert (probe["outcome"], probe["reason"]) == ("not_tried", "private_address")
        assert probe["transcript"] == []
    loopback = look(lab, "loopback.example", *IMPATIENT)
    assert {each["outcome"] for each in loopback.json["probes"]} == {"not_tried"}
    assert "ADDR-SPECIAL" in loopback.findings


def test_the_given_name_is_said_in_ehlo(lab):
    seen = inspect(lab, "one-host.example", *IMPATIENT, "--helo", "probe.example.net")
    said = [line["text"] for line in seen.probe(POSTFIX_A.ipv4[0])["transcript"]]
    assert "EHLO probe.example.net" in said


def test_without_a_public_name_the_source_address_is_said_in_ehlo(lab):
    seen = look(lab, "one-host.example", *IMPATIENT)
    for address, literal in zip(
        POSTFIX_A.addresses, ("[192.0.2.254]", "[IPv6:2001:db8::fe]"), strict=True
    ):
        said = [line["text"] for line in seen.probe(address)["transcript"]]
        assert f"EHLO {literal}" in said
