"""The demo's name servers: each zone has some, and each stands somewhere."""

from collections import Counter
from ipaddress import ip_address

from mxgui.demo.domains import DOMAINS, HOSTS
from mxgui.demo.name_servers import NAME_SERVERS, OLD_ADDRESSES, NameServerHost
from mxgui.demo.policy_server import policy_hosts
from mxgui.demo.tree import zones_of_demo


def test_every_server_of_a_zone_is_there_and_serves_one():
    zones = zones_of_demo(DOMAINS).values()
    named = {server for zone in zones for server in (*zone.servers, *zone.delegated)}
    assert named == {host.name for host in NAME_SERVERS}


def test_no_address_is_given_twice():
    servers = [address for host in NAME_SERVERS for address in host.addresses]
    mail = {known.address for host in HOSTS for known in host.addresses}
    policies = [known.address for _, _, known in policy_hosts()]
    given = Counter((*servers, *OLD_ADDRESSES, *mail, *policies))
    assert [address for address, times in given.items() if times > 1] == []
    assert all(ip_address(address).is_private for address in given)  # documentation's are, too


def test_parents_know_the_addresses_of_a_server_unless_they_are_wrong():
    assert NameServerHost("a", ("192.0.2.1",)).known_to_parents == ("192.0.2.1",)
    wrong = NameServerHost("a", ("192.0.2.1",), glue=("192.0.2.2",))
    assert wrong.known_to_parents == ("192.0.2.2",)
