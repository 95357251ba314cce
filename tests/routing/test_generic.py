"""Names as providers give them to all of their lines, told from those of mail hosts."""

import pytest

from mxgui.routing.generic import is_generic

FOUR, SIX = "192.0.2.17", "2001:db8:1:2:3:4:5:6"


@pytest.mark.parametrize(
    "name",
    [
        "host-192-0-2-17.example.net",
        "17.2.0.192.lines.example.net",
        "17-2-0-192.example.provider.net",
        "ip192.0.2.17.provider.net",
        "h192x0x2x17.provider.net",
        "192000002017.provider.net",
        "c0000211.lines.provider.net",
        "dsl-pool-3.provider.net",
        "p5483.dyn.provider.net",
        "abc.dynamic.provider.net",
        "cable-2-17.provider.net",
        "user17.pool2.provider.net",
    ],
)
def test_a_name_with_the_address_or_a_word_for_such_lines_is_generic(name):
    assert is_generic(name, FOUR)


@pytest.mark.parametrize(
    "name",
    [
        "mx1.example.org",
        "mail-192-0-2-17.example.net",  # it says that it is a mail host
        "static.17.2.0.192.clients.provider.net",  # and this, that its address stays
        "pool.example.org",
        "pool1.mail.example.org",
        "client.example.org",
        "dyn.com",
        "dsl.example",
        "server17.example.net",
        "192-0-2-170.example.net",  # another address
        "a192-0-2-171.example.net",
        "homer.example.net",
        "example.org",
        "",
        ".",
        "17",
    ],
)
def test_a_name_of_its_own_is_not_generic(name):
    assert not is_generic(name, FOUR)


@pytest.mark.parametrize(
    "name",
    [
        "2001-db8-1-2-3-4-5-6.provider.net",
        "2001-0db8-0001-0002-0003-0004-0005-0006.provider.net",
        "20010db8000100020003000400050006.provider.net",
        "6.0.0.0.5.0.0.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.8.b.d.0.1.0.0.2.provider.net",
    ],
)
def test_an_ipv6_address_in_a_name_is_seen_too(name):
    assert is_generic(name, SIX)


@pytest.mark.parametrize("name", ["mx1.example.org", "cafe.example.org", "pool6.example.org"])
def test_a_short_ipv6_address_makes_no_name_generic(name):
    assert not is_generic(name, "2001:db8::cafe")
    assert not is_generic(name, SIX)
