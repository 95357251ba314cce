"""The request for a policy, and a reply in pieces of any size."""

import asyncio
from asyncio import StreamReader

import pytest

from mxgui.model.policy import FetchOutcome
from mxgui.net.https import Ended, Reply, readable
from tests.servers.policy_server import POLICY, a_reply, in_chunks


class Deaf:
    """A writer that keeps what is said to it."""

    def __init__(self) -> None:
        self.said = b""

    def write(self, said: bytes) -> None:
        self.said += said


async def read(*parts: bytes, port: int = 443):
    """What is learned of a reply in these parts, and what was asked for."""
    learned: dict[str, object] = {}
    reader, writer = StreamReader(), Deaf()

    async def feed():
        for part in parts:
            reader.feed_data(part)
            await asyncio.sleep(0)
        reader.feed_eof()

    async with asyncio.TaskGroup() as group:
        group.create_task(feed())
        with pytest.raises(Ended) as ended:
            await Reply(reader, writer).read("mta-sts.example.org", port, learned.update)  # type: ignore[arg-type]
    return ended.value.outcome, learned, writer.said


@pytest.mark.parametrize("size", [1, 7, 4096])
@pytest.mark.parametrize("reply", [a_reply(), in_chunks(POLICY, 5)], ids=["whole", "chunks"])
async def test_a_reply_may_come_in_pieces_of_any_size(reply, size):
    parts = [reply[at : at + size] for at in range(0, len(reply), size)]
    outcome, learned, _ = await read(*parts)
    assert outcome is FetchOutcome.FETCHED
    assert learned["text"] == POLICY.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("cut", range(0, len(a_reply()) - 1, 5))
async def test_a_reply_that_is_cut_anywhere_is_no_policy(cut):
    outcome, learned, _ = await read(a_reply()[:cut])
    assert outcome is FetchOutcome.CLOSED
    assert "text" not in learned


@pytest.mark.parametrize(
    ("port", "host"), [(443, "mta-sts.example.org"), (8443, "mta-sts.example.org:8443")]
)
async def test_the_host_is_named_with_a_port_that_is_not_the_usual_one(port, host):
    *_, said = await read(a_reply(), port=port)
    assert said.startswith(b"GET /.well-known/mta-sts.txt HTTP/1.1\r\n")
    assert f"host: {host}\r\n" in said.decode().lower()


def test_a_body_is_readable_line_by_line():
    body = b"a:\tb\r\nc: \x1b\x00\xff\r\n\xef\xbb\xbfd"
    assert readable(body) == "a: b\nc: \\x1b\\x00\\xff\n\\ufeffd"
