"""Listeners and talks are closed together, wherever the talks stand."""

import asyncio

import pytest

from mxgui.demo.conversations import Conversations
from tests.demo.talking import ending

HERE = "127.0.0.1"


async def connect(port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    return await asyncio.open_connection(HERE, port)


async def test_a_talk_that_ends_closes_its_connection():
    async def greet(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"hello")

    conversations = Conversations()
    port = await conversations.listen(greet, HERE, 0, limit=100)
    reader, writer = await connect(port)
    assert await reader.read() == b"hello"
    writer.close()
    await conversations.close()


async def test_closing_ends_every_talk_and_refuses_new_ones():
    begun = asyncio.Event()

    async def wait_for_ever(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        begun.set()
        await reader.readexactly(1)

    conversations = Conversations()
    port = await conversations.listen(wait_for_ever, HERE, 0, limit=100)
    reader, writer = await connect(port)
    await begun.wait()
    await conversations.close()
    assert await ending(reader) == b""
    writer.close()
    with pytest.raises(OSError, match="Connect call failed"):
        await connect(port)


async def test_a_client_that_breaks_off_is_no_mistake():
    ended = asyncio.Event()

    async def want_ten(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        try:
            await reader.readexactly(10)
        finally:
            ended.set()

    conversations = Conversations()
    port = await conversations.listen(want_ten, HERE, 0, limit=100)
    _, writer = await connect(port)
    writer.close()
    await ended.wait()
    await conversations.close()


async def test_a_mute_address_holds_its_port_until_closing():
    conversations = Conversations()
    probe = await asyncio.start_server(lambda _r, _w: None, HERE, 0)
    port = probe.sockets[0].getsockname()[1]
    probe.close()
    conversations.fall_mute(HERE, port)
    with pytest.raises(OSError, match="in use"):
        await asyncio.start_server(lambda _r, _w: None, HERE, port)
    await conversations.close()
