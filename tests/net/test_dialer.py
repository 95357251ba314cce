"""A straight connection, opened on loopback."""

import pytest

from mxgui.net.dialer import DirectDialer
from tests.servers.smtp_acts import GREETING, PLAIN
from tests.servers.smtp_server import LOOPBACK, SmtpServer


async def test_a_connection_is_opened_with_the_limit_that_was_given():
    async with SmtpServer(PLAIN) as server:
        reader, writer = await DirectDialer().open(LOOPBACK, server.port, 2_048)
        assert await reader.readuntil(b"\n") == GREETING
        writer.transport.abort()


async def test_a_port_where_nobody_listens_raises_what_connect_raises():
    async with SmtpServer(PLAIN) as server:
        port = server.port
    with pytest.raises(ConnectionRefusedError):
        await DirectDialer().open(LOOPBACK, port, 2_048)
