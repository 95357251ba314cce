"""The demo on real loopback addresses: where each host stands, on systems of each kind."""

import asyncio
import socket
from ipaddress import ip_address

import pytest

from mxgui.demo.hosts import Fate
from mxgui.demo.serving import (
    EVERYBODY,
    LOOPBACK_6,
    SERVED_6,
    Places,
    find_places,
    loopback_of,
    serve_somewhere,
    stands_at,
)
from tests.demo.talking import Client
from tests.demo.world import CONTEXTS

OWN = Places(own=True, ipv6=True)
LISTENING_POLICY = "203.0.113.100"
ONE = Places(own=False, ipv6=False)


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("192.0.2.11", "127.192.2.11"),
        ("198.51.100.5", "127.198.100.5"),
        ("203.0.113.50", "127.203.113.50"),
        ("10.20.30.40", "127.10.30.40"),
    ],
)
def test_every_ipv4_address_has_a_loopback_address_of_its_own(address, place):
    assert loopback_of(address) == place
    assert OWN.of(address) == place


def test_no_two_addresses_meet_in_one_place():
    places = [stand.address for stand in stands_at(OWN)]
    assert len(set(places)) == len(places)
    assert all(ip_address(place).is_loopback for place in places)


def test_one_ipv6_address_stands_for_the_host_that_has_no_other():
    assert OWN.of(SERVED_6) == LOOPBACK_6
    assert OWN.of("2001:db8:1::11") is None
    assert ONE.of(SERVED_6) is None


def test_a_system_with_one_loopback_address_has_one_polite_host_and_says_so():
    assert ONE.of("192.0.2.55") == "127.0.0.1"
    assert [(stand.host, stand.fate) for stand in stands_at(ONE)] == [(EVERYBODY, Fate.LISTENS)]
    assert any("127.0.0.1 alone" in str(note) for note in ONE.notes)


def test_ipv6_is_told_either_way():
    assert any("stands for mx.ipv6-only.example" in str(note) for note in OWN.notes)
    assert any("left out" in str(note) for note in ONE.notes)


async def test_every_host_is_found_at_its_place_and_the_dead_refuse():
    places = find_places()
    served = await serve_somewhere(CONTEXTS, places, free_port())
    where = places.of("192.0.2.20")
    client = Client(*await asyncio.open_connection(where, served.port))
    assert (await client.reply())[0].startswith("220 ")
    client.close()
    assert set(served.doors) == {stand.address for stand in stands_at(places)}
    for stand in stands_at(places):
        if stand.fate is Fate.REFUSES:
            with pytest.raises(OSError, match="Connect call failed"):
                await asyncio.open_connection(stand.address, served.port)
    await served.conversations.close()


async def test_policy_hosts_are_served_at_a_port_of_their_own():
    places = find_places()
    served = await serve_somewhere(CONTEXTS, places, free_port())
    assert served.web_port != served.port
    where = places.of(LISTENING_POLICY)
    _, writer = await asyncio.open_connection(where, served.web_port)
    writer.close()
    await served.conversations.close()


async def test_a_port_that_is_taken_makes_way_for_another():
    places = find_places()
    with socket.create_server((places.of("192.0.2.20"), 0)) as other:
        taken = other.getsockname()[1]
        served = await serve_somewhere(CONTEXTS, places, taken)
        await served.conversations.close()
    assert served.port not in (0, taken)


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]
