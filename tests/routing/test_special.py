"""What kind of address an address is."""

import pytest

from mxgui.routing.special import AddressKind, is_private, kind_of


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("8.8.8.8", None),
        ("192.0.0.9", AddressKind.RESERVED),
        ("64:ff9b::7f00:1", AddressKind.LOOPBACK),
        ("64:ff9b::8.8.8.8", None),
        ("2a00:1450::1", None),
        ("10.1.2.3", AddressKind.PRIVATE),
        ("172.31.255.255", AddressKind.PRIVATE),
        ("172.32.0.0", None),
        ("192.168.0.1", AddressKind.PRIVATE),
        ("100.64.0.1", AddressKind.SHARED),
        ("127.0.0.1", AddressKind.LOOPBACK),
        ("::1", AddressKind.LOOPBACK),
        ("169.254.1.1", AddressKind.LINK_LOCAL),
        ("fe80::1", AddressKind.LINK_LOCAL),
        ("192.0.2.7", AddressKind.DOCUMENTATION),
        ("2001:db8::7", AddressKind.DOCUMENTATION),
        ("::ffff:8.8.8.8", AddressKind.MAPPED),
        ("198.18.0.1", AddressKind.BENCHMARKING),
        ("239.1.1.1", AddressKind.MULTICAST),
        ("ff02::1", AddressKind.MULTICAST),
        ("0.0.0.0", AddressKind.UNSPECIFIED),
        ("::", AddressKind.UNSPECIFIED),
        ("255.255.255.255", AddressKind.RESERVED),
        ("fd00::1", AddressKind.PRIVATE),
    ],
)
def test_each_block_has_its_kind(address, kind):
    assert kind_of(address) is kind


@pytest.mark.parametrize(
    "address",
    ["10.0.0.1", "127.0.0.1", "::1", "fe80::1", "fd00::1", "0.0.0.0", "::ffff:127.0.0.1",
     "64:ff9b::10.0.0.1", "169.254.169.254", "255.255.255.255", "100.64.1.1"],
)  # fmt: skip
def test_an_address_inside_somebodys_own_network_is_private(address):
    assert is_private(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "192.0.2.1", "2001:db8::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"]
)
def test_an_address_that_leads_outside_is_not_private(address):
    assert not is_private(address)
