"""The name by which we greet, and the names that never reach the wire."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mxgui.model.helo import full_name, helo_of, is_public, literal_of


@pytest.mark.parametrize(
    ("wanted", "given_name"),
    [
        ("mail.example.org", "mail.example.org"),
        ("MAIL.Example.ORG.", "mail.example.org"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("[192.0.2.1]", "[192.0.2.1]"),
        ("[IPv6:2001:DB8::1]", "[IPv6:2001:db8::1]"),
        ("[2001:db8::1]", "[IPv6:2001:db8::1]"),
        ("[192.0.2]", None),
        ("[]", None),
        ("localhost", None),
        ("localhost.localdomain", None),
        ("workstation", None),
        ("workstation.", None),
        ("printer.local", None),
        ("router.lan", None),
        ("db.internal", None),
        ("box.home.arpa", None),
        ("192.0.2.1", None),
        ("under_score.example.org", None),
        ("a.example\r\nRCPT TO:<x@example.org>", None),
        ("a b.example", None),
        ("", None),
    ],
)
def test_a_name_is_given_only_if_others_can_understand_it(wanted, given_name):
    assert helo_of(wanted) == given_name


@given(st.text())
def test_whatever_is_wanted_one_plain_word_goes_to_the_wire_or_nothing(wanted):
    name = helo_of(wanted)
    assert name is None or (name.isascii() and name.isprintable() and " " not in name)


@pytest.mark.parametrize(
    ("address", "literal"),
    [
        ("192.0.2.1", "[192.0.2.1]"),
        ("2001:db8::1", "[IPv6:2001:db8::1]"),
        ("fe80::1%eth0", "[IPv6:fe80::1]"),
        ("::ffff:192.0.2.1", "[192.0.2.1]"),
    ],
)
def test_an_address_is_given_as_a_literal(address, literal):
    assert literal_of(address) == literal


def test_what_is_no_address_has_no_literal():
    with pytest.raises(ValueError, match="no IP address"):
        literal_of("example.org")


def test_a_name_is_public_if_it_means_the_same_host_everywhere():
    assert is_public("mx.example.org")
    assert not is_public("mx")
    assert not is_public("mx.local")
    assert not is_public("10.0.0.1")
    assert not is_public("-mx.example.org")


HOSTS = """
127.0.0.1 localhost
127.0.1.1 mail.example.org mail # short # mail.example.com
192.0.2.9 alone
::1 localhost ip6-localhost
"""


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("mail", "mail.example.org"),
        ("alone", "alone"),
        ("unknown", "unknown"),
        ("whole.example.net", "whole.example.net"),
    ],
)
def test_a_short_name_is_made_whole_by_the_hosts_file(name, full):
    assert full_name(name, HOSTS) == full
