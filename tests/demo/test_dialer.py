"""The demo's dialer leads to loopback and nowhere else."""

import asyncio
import errno

import pytest

from mxgui.demo.conversations import Conversations
from mxgui.demo.dialer import DemoDialer, Door
from mxgui.demo.hosts import Fate

HERE = "127.0.0.1"
LIMIT = 1000  # bytes


async def test_an_address_that_listens_is_connected_to_its_listener():
    async def greet(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"hello")

    conversations = Conversations()
    port = await conversations.listen(greet, HERE, 0, limit=LIMIT)
    dialer = DemoDialer({"2001:db8::1": Door(Fate.LISTENS, HERE, port)}, 25)
    reader, writer = await dialer.open("2001:db8::1", 25, LIMIT)
    assert await reader.read() == b"hello"
    writer.close()
    await conversations.close()


@pytest.mark.parametrize(
    ("fate", "port", "number"),
    [
        (Fate.REFUSES, 25, errno.ECONNREFUSED),
        (Fate.LISTENS, 26, errno.ECONNREFUSED),
        (Fate.UNREACHABLE, 25, errno.EHOSTUNREACH),
    ],
)
async def test_what_cannot_be_connected_to_fails_as_on_a_network(fate, port, number):
    dialer = DemoDialer({"192.0.2.1": Door(fate)}, 25)
    with pytest.raises(OSError, match=rf"\[Errno {number}\]"):
        await dialer.open("192.0.2.1", port, LIMIT)


async def test_an_address_that_the_demo_does_not_know_is_unreachable():
    with pytest.raises(OSError, match=rf"\[Errno {errno.EHOSTUNREACH}\]"):
        await DemoDialer({}, 25).open("198.51.100.1", 25, LIMIT)


async def test_a_mute_address_waits_until_it_is_cancelled():
    dialer = DemoDialer({"192.0.2.1": Door(Fate.MUTE)}, 25)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.02):
            await dialer.open("192.0.2.1", 25, LIMIT)


async def test_policy_hosts_have_doors_at_a_port_of_their_own():
    async def greet(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"hello")

    conversations = Conversations()
    port = await conversations.listen(greet, HERE, 0, limit=LIMIT)
    dialer = DemoDialer({}, 25, {"203.0.113.1": Door(Fate.LISTENS, HERE, port)}, 443)
    reader, writer = await dialer.open("203.0.113.1", 443, LIMIT)
    assert await reader.read() == b"hello"
    writer.close()
    with pytest.raises(ConnectionRefusedError):
        await dialer.open("203.0.113.1", 25, LIMIT)
    await conversations.close()
