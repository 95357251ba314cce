"""Exim and Postfix, asked in the sender's place, agree with the route that mxgui reports."""

from __future__ import annotations

import pytest

from tests.integration.hosts import POSTFIX_A, REFUSES
from tests.integration.inspecting import DNS_ONLY, look
from tests.integration.second_opinions import exim_routing, postfix_attempts, published

pytestmark = [pytest.mark.integration, pytest.mark.usefixtures("seen_before")]
OPTIONS = DNS_ONLY


@pytest.mark.parametrize(
    "name",
    [
        "three-tiers",
        "equals",
        "one-host",
        "duplicate",
        "alias-target",
        "alias-owner",
        "six-only",
        "many-addresses",
        "many",
        "target-missing",
        "target-noaddress",
        "target-servfail",
        "target-loop",
        "refused-first",
        "blackhole-first",
        "mixed-answers",
        "tls",
        "xn--bcher-kva",
        "literal",
    ],
)
def test_exim_tries_the_same_addresses_at_the_same_preferences(lab, name):
    ours = look(lab, f"{name}.example", *OPTIONS).json["try_order"]
    theirs = exim_routing(lab, f"{name}.example").exchanges
    assert sorted({(each["preference"], each["address"]) for each in ours}) == sorted(
        {(each.preference, each.address) for each in theirs if each.address != "unknown"}
    )
    assert [each["preference"] for each in ours] == sorted(each["preference"] for each in ours)


def test_exim_takes_the_implicit_route_too(lab):
    ours = look(lab, "implicit.example", *OPTIONS).json["try_order"]
    theirs = exim_routing(lab, "implicit.example").exchanges
    assert {each["address"] for each in ours} == {each.address for each in theirs}


@pytest.mark.parametrize("name", ["three-tiers", "equals", "duplicate", "tls", "many"])
def test_the_records_are_those_that_another_tool_finds(lab, name):
    ours = look(lab, f"{name}.example", *OPTIONS).route["tiers"]
    told = [(tier["preference"], host["name"]) for tier in ours for host in tier["hosts"]]
    theirs = published(lab, f"{name}.example")
    assert told
    assert sorted(told) == sorted(theirs)


@pytest.mark.parametrize(
    ("name", "words", "kind"),
    [
        ("null", "no SMTP service", "null"),
        ("null-preference", "no SMTP service", "null"),
        ("missing", "Unrouteable address", "none"),
        ("nothing", "Unrouteable address", "none"),
        ("lame", "cannot be resolved at this time", "unknown"),
    ],
)
def test_exim_gives_up_or_waits_where_we_see_no_route(lab, name, words, kind):
    assert words in exim_routing(lab, f"{name}.example").words
    assert look(lab, f"{name}.example", *OPTIONS).route["kind"] == kind


def test_postfix_goes_on_where_we_say_that_a_sender_would(lab):
    attempts = [each.address for each in postfix_attempts(lab, "refused-first.example")]
    assert set(attempts[:2]) == set(REFUSES.addresses)
    assert attempts[2] in POSTFIX_A.addresses
    ours = look(lab, "refused-first.example", *OPTIONS).json["try_order"]
    assert {each["address"] for each in ours[:2]} == set(attempts[:2])
