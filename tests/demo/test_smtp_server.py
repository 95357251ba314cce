"""A mail host of the demo speaks ESMTP in order and takes no mail."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from mxgui.demo import behaviour as manners
from mxgui.demo.behaviour import POLITE, Behaviour, Encryption
from mxgui.demo.contexts import Contexts
from mxgui.demo.conversations import Conversations
from mxgui.demo.hosts import DemoHost
from mxgui.demo.smtp_server import MAX_COMMANDS, MAX_LINE, Session
from tests.demo.talking import Client, ending
from tests.demo.world import NOON

NAME = "mx.here.example"
HERE = "127.0.0.1"


@asynccontextmanager
async def a_client(behaviour: Behaviour = POLITE) -> AsyncIterator[Client]:
    """A client in conversation with a host of such manners; the greeting is still to come."""
    host, contexts = DemoHost(NAME, (), behaviour), Contexts(NOON)

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        context = lambda: contexts.plain_context_of(NAME, behaviour)  # noqa: E731
        await Session(host, context, reader, writer).run()

    conversations = Conversations()
    port = await conversations.listen(talk, HERE, 0, MAX_LINE)
    client = Client(*await asyncio.open_connection(HERE, port))
    try:
        yield client
    finally:
        client.close()
        await conversations.close()


async def test_it_greets_by_name_and_offers_its_extensions():
    async with a_client() as client:
        assert (await client.reply())[0].startswith(f"220 {NAME} ")
        reply = await client.say("EHLO there.example")
    assert reply[0] == f"250-{NAME}"
    assert {line[4:].split()[0] for line in reply[1:]} >= {"SIZE", "8BITMIME", "STARTTLS"}


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("HELO there.example", "250"),
        ("NOOP", "250"),
        ("rset", "250"),
        ("MAIL FROM:<a@there.example>", "550"),
        ("RCPT TO:<b@here.example>", "550"),
        ("DATA", "503"),
        ("VRFY postmaster", "252"),
        ("QUIT", "221"),
        ("NONSENSE", "500"),
        ("", "500"),
    ],
)
async def test_every_command_has_its_reply(command, code):
    async with a_client() as client:
        await client.reply()
        assert await client.code(command) == code


async def test_after_quit_it_closes():
    async with a_client() as client:
        await client.reply()
        await client.say("QUIT")
        assert await client.reader.read() == b""


async def test_after_starttls_it_speaks_on_under_tls_and_offers_it_no_more():
    async with a_client() as client:
        await client.reply()
        assert await client.code("STARTTLS") == "220"
        await client.encrypt()
        reply = await client.say("EHLO there.example")
        assert not any("STARTTLS" in line for line in reply)
        assert await client.code("STARTTLS") == "503"
        assert await client.code("QUIT") == "221"


async def test_an_old_host_knows_helo_only():
    async with a_client(manners.OLD) as client:
        await client.reply()
        assert await client.code("EHLO there.example") == "500"
        assert await client.code("HELO there.example") == "250"
        assert await client.code("STARTTLS") == "502"


async def test_a_host_may_take_starttls_back():
    async with a_client(manners.TAKING_BACK) as client:
        await client.reply()
        assert await client.code("STARTTLS") == "454"
        assert await client.code("NOOP") == "250"


async def test_a_host_may_hang_up_instead_of_the_handshake():
    async with a_client(manners.BREAKING_OFF) as client:
        await client.reply()
        assert await client.code("STARTTLS") == "220"
        assert await client.reader.read() == b""


async def test_a_host_may_read_the_handshake_and_never_answer():
    async with a_client(manners.HANDSHAKE_HANGING) as client:
        await client.reply()
        assert await client.code("STARTTLS") == "220"
        client.writer.write(b"\x16\x03\x01 a handshake")
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await client.reader.read(1)


async def test_a_host_may_answer_the_handshake_with_what_is_no_tls():
    async with a_client(manners.HANDSHAKE_GARBAGE) as client:
        await client.reply()
        assert await client.code("STARTTLS") == "220"
        client.writer.write(b"\x16\x03\x01 a handshake")
        assert (await client.reader.read()).startswith(b"500 ")


async def test_a_host_may_send_a_line_in_the_clear_behind_its_go_ahead():
    async with a_client(manners.INJECTING) as client:
        await client.reply()
        assert await client.code("STARTTLS") == "220"
        assert (await client.reply())[0].startswith("250 ")
        await client.encrypt()
        assert await client.code("QUIT") == "221"


@pytest.mark.parametrize(
    ("behaviour", "said"),
    [
        (manners.REJECTING, f"554 {NAME} takes no mail"),
        (manners.DEFERRING, f"421 4.3.2 {NAME} is busy, try again later"),
        (manners.OTHER_TONGUE, "SSH-2.0-OpenSSH_9.2p1"),
        (manners.HANGING_UP, ""),
    ],
)
async def test_a_host_that_takes_nobody_says_its_line_and_closes(behaviour, said):
    async with a_client(behaviour) as client:
        spoken = await client.reader.read()
    assert spoken.decode().rstrip("\r\n") == said


async def test_a_mute_host_reads_and_never_answers():
    async with a_client(manners.SILENT) as client:
        client.writer.write(b"EHLO there.example\r\nQUIT\r\n")
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await client.reader.read(1)


async def test_a_line_without_end_ends_the_conversation():
    async with a_client() as client:
        await client.reply()
        client.writer.write(b"x" * (3 * MAX_LINE))
        assert await ending(client.reader) == b""


async def test_too_many_commands_end_the_conversation():
    async with a_client(replace(POLITE, encryption=Encryption.NOT_OFFERED)) as client:
        await client.reply()
        client.writer.write(b"NOOP\r\n" * MAX_COMMANDS)
        replies = (await client.reader.read()).splitlines()
    assert len(replies) == MAX_COMMANDS + 1
    assert replies[-1].startswith(b"421 ")
