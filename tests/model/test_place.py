"""A host and a port as people type them."""

import pytest

from mxgui.model.domain import BadDomain
from mxgui.model.place import host_of, is_ip, port_of, shortened


@pytest.mark.parametrize(
    ("written", "is_one"),
    [("192.0.2.1", True), ("2001:db8::1", True), ("fe80::1%eth0", True), ("dns.example", False)],
)
def test_an_address_may_have_a_zone(written, is_one):
    assert is_ip(written) is is_one


@pytest.mark.parametrize(
    ("written", "host"),
    [
        ("2001:db8::1", "2001:db8::1"),
        ("Dns.Example.", "dns.example"),
        ("proxy", "proxy"),
        ("bücher.example", "xn--bcher-kva.example"),
    ],
)
def test_a_host_is_an_address_or_a_name_in_a_labels(written, host):
    assert host_of(written) == host


def test_what_is_no_name_is_refused():
    with pytest.raises(BadDomain):
        host_of("a..b")


@pytest.mark.parametrize(
    ("digits", "port"),
    [
        ("1", 1),
        ("65535", 65_535),
        ("0", None),
        ("65536", None),
        ("", None),
        ("٣", None),
        ("-1", None),
    ],
)
def test_a_port_is_a_number_that_fits_sixteen_bits(digits, port):
    assert port_of(digits) == port


def test_a_sentence_repeats_a_part_of_what_is_long():
    assert shortened("short") == "short"
    assert shortened("x" * 61) == "x" * 60 + "…"
