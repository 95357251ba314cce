"""Commands to try by hand are safe to paste, whatever stands in DNS, and send no mail."""

from shlex import split

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mxgui.ui.dossier.by_hand import (
    address_commands,
    by_hand_section,
    is_plain,
    name_commands,
    policy_commands,
)

HOSTILE = (
    "",
    "-starttls",
    "a.example.org;reboot",
    "$(reboot).example",
    "`reboot`.example",
    "a b.example",
    "a.example\nreboot",
    "a.example\n",
    "a..example",
    "a.example.",
    "under_score.example",
    "a-.example",
    "bücher.example",
    "x" * 64 + ".example",
    "x." * 130 + "example",
)


def commands(lines) -> list[str]:
    return [str(line.value) for line in lines]


def test_an_address_can_be_spoken_with_and_asked_for_its_name():
    assert commands(address_commands("mx.example.org", "192.0.2.1", 25)) == [
        "openssl s_client -starttls smtp -crlf -connect 192.0.2.1:25 -servername mx.example.org",
        "telnet 192.0.2.1 25",
        "dig -x 192.0.2.1",
    ]


def test_an_ipv6_address_stands_in_quoted_brackets():
    first = commands(address_commands("mx.example.org", "2001:db8::1", 2525))[0]
    assert "-connect '[2001:db8::1]:2525' " in first


def test_a_name_is_asked_for_with_each_kind():
    assert commands(name_commands("mx.example.org", "A", "AAAA")) == [
        "dig mx.example.org A",
        "dig mx.example.org AAAA",
    ]
    assert name_commands("192.0.2.1", "A") == ()


def test_a_host_that_is_an_address_is_no_server_name():
    first = commands(address_commands("192.0.2.1", "192.0.2.1", 25))[0]
    assert "-servername" not in first


@pytest.mark.parametrize("name", HOSTILE)
def test_no_command_is_made_of_a_name_that_is_not_plain(name):
    assert not is_plain(name)
    assert address_commands(name, "192.0.2.1", 25) == ()
    assert name_commands(name, "A") == ()


@pytest.mark.parametrize("address", ["", "localhost", "fe80::1%$(reboot)", "192.0.2.1;reboot"])
def test_no_command_is_made_of_an_address_that_is_none(address):
    assert address_commands("mx.example.org", address, 25) == ()


@given(st.text())
def test_whatever_the_name_each_command_reads_back_as_its_words(name):
    for command in commands(name_commands(name, "A")):
        assert split(command) == ["dig", name, "A"]


def test_in_the_demo_the_section_says_that_the_names_lead_nowhere():
    lines = address_commands("mx.example.org", "192.0.2.1", 25)
    assert "demo network" in str(by_hand_section(lines, demo=True).lines[0].value)
    assert "none of these sends mail" in str(by_hand_section(lines, demo=False).lines[0].value)


def test_a_domain_can_be_asked_for_its_policy():
    assert commands(policy_commands("example.org")) == [
        "dig _mta-sts.example.org TXT",
        "dig _smtp._tls.example.org TXT",
        "curl -si https://mta-sts.example.org/.well-known/mta-sts.txt",
    ]


@pytest.mark.parametrize("name", [*HOSTILE, "192.0.2.1", "[192.0.2.1]", "a." * 124 + "org"])
def test_no_policy_is_fetched_of_what_is_no_plain_name(name):
    assert policy_commands(name) == ()
