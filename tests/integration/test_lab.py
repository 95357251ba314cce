"""The laboratory is what it claims to be, seen with other means than mxgui's own."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest

from tests.integration.hosts import (
    BLACKHOLE,
    BROKEN_TLS,
    DEFERS,
    EXIM_A,
    NO_HELLO,
    OLD_TLS,
    PLAIN,
    POSTFIX_A,
    REFUSES,
    REJECTS,
    SELF_SIGNED,
    SILENT,
    UNREACHABLE,
    MailHost,
)
from tests.integration.lab import Lab
from tests.integration.nameservers import (
    REFUSING,
    RESOLVER,
    RESOLVER_IPV6,
    SILENT_RESOLVER,
    WITHOUT_TCP,
)
from tests.integration.rooms import Room
from tests.integration.zones import many_exchanges

pytestmark = pytest.mark.integration


def look(lab: Lab, *arguments: str, room: Room | None = None) -> dict[str, Any]:
    """One look from a room of the laboratory."""
    done = lab.run([sys.executable, "-m", "tests.integration.looks", *arguments], room=room)
    assert done.returncode == 0, done.stderr
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


def test_unbound_finds_a_route_from_the_root_down(lab):
    seen = look(lab, "dns", "three-tiers.example", "MX", RESOLVER.address)
    assert seen["rcode"] == "NOERROR"
    assert [record.split()[0] for record in seen["records"]] == ["10", "10", "20", "30"]


@pytest.mark.parametrize(
    ("name", "kind", "server", "expected"),
    [
        ("missing.example", "MX", RESOLVER.address, {"rcode": "NXDOMAIN"}),
        ("nothing.example", "MX", RESOLVER.address, {"rcode": "NOERROR", "records": []}),
        ("lame.example", "MX", RESOLVER.address, {"rcode": "SERVFAIL"}),
        ("loop-a.host.example", "A", RESOLVER.address, {"rcode": "SERVFAIL"}),
        ("null.example", "MX", RESOLVER_IPV6.address, {"records": ["0 ."]}),
        ("null.example", "MX", REFUSING.address, {"rcode": "REFUSED"}),
        ("null.example", "MX", SILENT_RESOLVER.address, {"failed": "Timeout"}),
        ("10.2.0.192.in-addr.arpa", "PTR", RESOLVER.address, {"records": [f"{POSTFIX_A.name}."]}),
    ],
)
def test_each_dns_case_answers_as_it_should(lab, name, kind, server, expected):
    seen = look(lab, "dns", name, kind, server)
    assert {key: seen.get(key) for key in expected} == expected


def test_a_name_whose_servers_never_answer_is_not_answered_by_the_resolver_either(lab):
    seen = look(lab, "dns", "unanswered.example", "MX", RESOLVER.address)
    # Who has asked it lately and heard nothing says so at once
    assert seen.get("failed") == "Timeout" or seen.get("rcode") == "SERVFAIL"


def test_a_long_answer_is_truncated_and_whole_over_tcp(lab):
    assert look(lab, "dns", "many.example", "MX", RESOLVER.address)["truncated"]
    whole = look(lab, "dns", "many.example", "MX", RESOLVER.address, "tcp")
    assert len(whole["records"]) == len(many_exchanges())


def test_one_resolver_truncates_and_has_no_tcp(lab):
    assert look(lab, "dns", "many.example", "MX", WITHOUT_TCP.address)["truncated"]
    refused = look(lab, "dns", "many.example", "MX", WITHOUT_TCP.address, "tcp")
    assert refused == {"failed": "ConnectionRefusedError"}


@pytest.mark.parametrize("host", [POSTFIX_A, EXIM_A], ids=lambda host: host.label)
@pytest.mark.parametrize("family", [4, 6])
def test_postfix_and_exim_talk_tls_over_both_families(lab, host: MailHost, family):
    (address,) = host.ipv4 if family == 4 else host.ipv6
    seen = look(lab, "smtp", address)
    assert (seen["greeting"], seen["ehlo"], seen["starttls"]) == (220, 250, 220)
    assert seen["greeting_text"].startswith(host.name)
    assert seen["tls"] == "TLSv1.3"


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        (SELF_SIGNED, {"greeting": 220, "tls": "TLSv1.3"}),
        (OLD_TLS, {"greeting": 220, "tls": "TLSv1"}),
        (PLAIN, {"ehlo": 250, "starttls": None}),
        (BROKEN_TLS, {"ehlo": 250, "starttls": 454}),
        (NO_HELLO, {"greeting": 220, "ehlo": 550}),
        (REJECTS, {"greeting": 554}),
        (DEFERS, {"greeting": 421}),
        (SILENT, {"greeting": None, "failed": "SMTPServerDisconnected"}),
        (REFUSES, {"failed": "ConnectionRefusedError"}),
        (BLACKHOLE, {"failed": "TimeoutError"}),
        (UNREACHABLE, {"failed": "OSError"}),
    ],
    ids=lambda value: value.label if isinstance(value, MailHost) else "",
)
def test_each_host_behaves_as_its_name_says(lab, host: MailHost, expected):
    seen = look(lab, "smtp", host.ipv4[0])
    assert {key: seen.get(key) for key in expected} == expected


def test_a_sender_without_ipv6_has_no_way_there(lab):
    assert look(lab, "smtp", POSTFIX_A.ipv6[0], room=lab.ipv4_only) == {"failed": "OSError"}
    assert look(lab, "smtp", POSTFIX_A.ipv4[0], room=lab.ipv4_only)["greeting"] == 220


def test_behind_the_strict_provider_dns_works_and_mail_vanishes(lab):
    room = lab.port_25_blocked
    assert look(lab, "dns", "null.example", "MX", RESOLVER.address, room=room)["records"] == ["0 ."]
    for address in POSTFIX_A.addresses:
        assert look(lab, "smtp", address, room=room) == {"failed": "TimeoutError"}
