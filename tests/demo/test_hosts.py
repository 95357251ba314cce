"""The demo's mail hosts: documentation addresses, small invented distances."""

from collections import Counter
from ipaddress import ip_address, ip_network

from mxgui.demo.behaviour import POLITE, UNENCRYPTED
from mxgui.demo.domains import HOSTS
from mxgui.demo.hosts import FARTHEST, NEAREST, DemoAddress, Fate, host

DOCUMENTATION = [
    ip_network(block)
    for block in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")
]


def is_documentation(address: str) -> bool:
    return any(ip_address(address) in block for block in DOCUMENTATION)


def test_only_the_domain_about_private_addresses_has_other_than_documentation_addresses():
    strange = {
        each.name
        for each in HOSTS
        for known in each.addresses
        if not is_documentation(known.address)
    }
    assert strange == {"inside.private.example"}


def test_an_address_belongs_to_one_host_unless_sharing_is_the_point():
    times = Counter(known.address for each in HOSTS for known in each.addresses)
    assert [address for address, n in times.items() if n > 1] == ["192.0.2.43", "192.0.2.143"]


def test_a_mark_before_an_address_is_its_fate():
    fates = {known.address: known.fate for each in HOSTS for known in each.addresses}
    assert fates["192.0.2.11"] is Fate.LISTENS
    assert fates["203.0.113.33"] is Fate.REFUSES
    assert fates["192.0.2.55"] is Fate.MUTE
    assert fates["192.0.2.58"] is Fate.UNREACHABLE


def test_hosts_are_a_few_milliseconds_away_and_not_all_alike():
    distances = {each.distance for each in HOSTS}
    assert all(NEAREST <= distance <= FARTHEST for distance in distances)
    assert len(distances) > 20


def test_an_address_knows_its_family():
    assert [DemoAddress(it).family for it in ("192.0.2.1", "2001:db8::1")] == [4, 6]


def test_at_an_odd_address_a_host_has_its_other_manners():
    two = host("mx", "192.0.2.1 ~192.0.2.2", odd=UNENCRYPTED)
    assert [two.manners_at(known) for known in two.addresses] == [POLITE, UNENCRYPTED]


def test_the_name_of_an_address_is_the_hosts_own_unless_told():
    for reverse, name in (
        ("{name}", "mx"),
        ("", ""),
        ("h-{dashed}.example", "h-192-0-2-1.example"),
    ):
        one = host("mx", "192.0.2.1", reverse=reverse)
        assert one.reverse_of(one.addresses[0]) == name
