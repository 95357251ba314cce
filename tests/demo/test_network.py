"""The demo network opens whole and closes in order, whatever is under way."""

import asyncio

import dns.asyncquery
import dns.message
import pytest

from mxgui.demo.network import DemoNetwork
from tests.demo.talking import Client, ending
from tests.demo.world import NOON


def port_of(demo: DemoNetwork) -> int:
    return int(demo.resolver.rpartition(":")[2])


async def addresses_of(demo: DemoNetwork, name: str) -> list[str]:
    query = dns.message.make_query(name, "A")
    response = await dns.asyncquery.udp(query, "127.0.0.1", port=port_of(demo))
    return [record.to_text() for record in response.answer[-1]]


async def test_a_name_leads_through_dns_and_dialer_to_a_greeting():
    async with DemoNetwork.open(NOON) as demo:
        [address] = await addresses_of(demo, "mail.one-host.example")
        client = Client(*await demo.dialer.open(address, demo.port, 4096))
        greeting = await client.reply()
        client.close()
    assert greeting == ["220 mail.one-host.example ESMTP, demo network of mxgui"]
    assert demo.port == 25


async def test_it_names_its_domains_and_tells_that_its_addresses_are_for_this_program():
    async with DemoNetwork.open(NOON) as demo:
        assert demo.domains[0].name == "three-tiers.example"
        assert any("this program only" in str(line) for line in demo.listing())


async def test_leaving_it_ends_what_is_under_way():
    async with DemoNetwork.open(NOON) as demo:
        mute = await demo.dialer.open("192.0.2.53", 25, 4096)
        busy = Client(*await demo.dialer.open("192.0.2.20", 25, 4096))
        await busy.reply()
        port = port_of(demo)
    assert await ending(mute[0]) == b""
    assert await ending(busy.reader) == b""
    mute[1].close()
    busy.close()
    with pytest.raises(OSError, match="Connect call failed"):
        await asyncio.open_connection("127.0.0.1", port)


async def test_two_of_them_live_side_by_side():
    async with DemoNetwork.open(NOON) as one, DemoNetwork.open(NOON) as other:
        assert one.resolver != other.resolver
        assert await addresses_of(one, "mail.one-host.example") == ["192.0.2.20"]
        assert await addresses_of(other, "mail.one-host.example") == ["192.0.2.20"]


async def test_served_its_names_lead_to_real_loopback_addresses():
    async with DemoNetwork.open(NOON, serve=True) as demo:
        [address] = await addresses_of(demo, "mail.one-host.example")
        client = Client(*await asyncio.open_connection(address, demo.port))
        assert (await client.reply())[0].startswith("220 ")
        client.close()
        assert any(f"--port {demo.port} " in str(line) for line in demo.listing())


async def test_it_lives_on_the_windows_loop_too(qloop):
    async with DemoNetwork.open(NOON) as demo:
        [address] = await addresses_of(demo, "mail.one-host.example")
        client = Client(*await demo.dialer.open(address, demo.port, 4096))
        await client.reply()
        assert await client.code("STARTTLS") == "220"
        await client.encrypt()
        assert await client.code("QUIT") == "221"
        client.close()


async def test_it_tells_what_is_planned_for_a_domain():
    async with DemoNetwork.open(NOON) as demo:
        assert [record.preference for record in demo.planned("planned.example")] == [10, 10]
        assert demo.planned("three-tiers.example") == ()
