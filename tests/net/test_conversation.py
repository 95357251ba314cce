"""Replies as they come off the wire: parsed, bounded, and never more than a reply."""

import asyncio
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mxgui.model.smtp import Reply, StoppedBy
from mxgui.net.conversation import Broken, Conversation, ReplyLine, may_be_smtp, reply_line
from mxgui.net.limits import LINE_BYTES, REPLY_LINES
from mxgui.net.transcript import Transcript


class Silent:
    """A writer that nobody writes to."""


def a_conversation(*chunks: bytes) -> Conversation:
    """One in which the other side has said all that it will ever say."""
    reader = asyncio.StreamReader(LINE_BYTES)
    for chunk in chunks:
        reader.feed_data(chunk)
    reader.feed_eof()
    return Conversation(reader, cast("asyncio.StreamWriter", Silent()), Transcript(lambda: 0.0))


async def outcome_of(*chunks: bytes) -> Reply | StoppedBy | None:
    """The reply, or what was in its way."""
    try:
        return await a_conversation(*chunks).reply()
    except Broken as broken:
        return broken.by


@pytest.mark.parametrize(
    ("line", "read"),
    [
        (b"250 ok", ReplyLine(250, True, "ok")),
        (b"250-ok", ReplyLine(250, False, "ok")),
        (b"250", ReplyLine(250, True, "")),
        (b"250 ", ReplyLine(250, True, "")),
        (b"250  two", ReplyLine(250, True, " two")),
        (b"599 -", ReplyLine(599, True, "-")),
        (b"25 ok", None),
        (b"2500 ok", None),
        (b"250ok", None),
        (b"050 ok", None),
        (b"650 ok", None),
        (b" 250 ok", None),
        ("٢٥٠ ok".encode(), None),
        (b"", None),
    ],
)
def test_a_line_of_a_reply_is_a_code_and_what_a_hyphen_says(line, read):
    assert reply_line(line) == read


@pytest.mark.parametrize(
    ("beginning", "may"),
    [
        (b"", True),
        (b"2", True),
        (b"22", True),
        (b"220", True),
        (b"220-", True),
        (b"220 mx", True),
        (b"220x", False),
        (b"1", False),
        (b"S", False),
        (b"\x16\x03", False),
    ],
)
def test_a_beginning_tells_if_smtp_can_come_of_it(beginning, may):
    assert may_be_smtp(beginning) is may


async def test_a_reply_may_come_in_pieces_of_any_size():
    said = b"220-mx1 welcomes\r\n220-you\n220 here\r\n"
    pieces = [said[place : place + 1] for place in range(len(said))]
    assert await outcome_of(*pieces) == Reply(220, ("mx1 welcomes", "you", "here"))


async def test_the_code_is_that_of_the_last_line():
    assert await outcome_of(b"250-a\r\n550 b\r\n") == Reply(550, ("a", "b"))


async def test_as_many_lines_as_are_allowed_are_read_and_not_one_more():
    longest = b"250-x\r\n" * (REPLY_LINES - 1) + b"250 x\r\n"
    reply = await outcome_of(longest)
    assert isinstance(reply, Reply)
    assert len(reply.lines) == REPLY_LINES
    assert await outcome_of(b"250-x\r\n" + longest) is StoppedBy.TOO_LONG


async def test_a_line_may_be_as_long_as_is_allowed_and_not_one_byte_more():
    longest = b"250 " + b"x" * (LINE_BYTES - 6) + b"\r\n"
    assert len(longest) == LINE_BYTES
    assert isinstance(await outcome_of(longest), Reply)
    assert await outcome_of(b"x" + longest) is StoppedBy.TOO_LONG


async def test_a_reply_is_bounded_in_bytes_too():
    line = b"250-" + b"x" * 1_994 + b"\r\n"
    assert await outcome_of(line * 8, b"250 x\r\n") == Reply(250, ("x" * 1_994,) * 8 + ("x",))
    assert await outcome_of(line * 9, b"250 x\r\n") is StoppedBy.TOO_LONG


async def test_what_comes_too_early_is_taken_out_of_the_way():
    talk = a_conversation(b"220 go\r\n250 ", b"evil\r\n")
    await talk.reply()
    assert await talk.early() == b"250 evil\r\n"
    assert await talk.early() == b""


async def test_nothing_early_is_nothing():
    reader = asyncio.StreamReader(LINE_BYTES)
    reader.feed_data(b"220 go\r\n")
    writer = cast("asyncio.StreamWriter", Silent())
    talk = Conversation(reader, writer, Transcript(lambda: 0.0))
    await talk.reply()
    assert await talk.early() == b""
    reader.feed_data(b"250 later\r\n")  # a read that was dropped leaves the reader fit for use
    assert (await talk.reply()).code == 250


async def test_a_flood_that_comes_early_is_not_kept():
    talk = a_conversation(b"220 go\r\n", b"x" * 100_000)
    await talk.reply()
    with pytest.raises(Broken):
        await talk.early()


@given(st.lists(st.binary(max_size=3_000), max_size=12))
def test_whatever_is_said_comes_out_as_a_plain_reply_or_as_a_named_end(chunks):
    outcome = asyncio.run(outcome_of(*chunks))
    assert outcome is not None
    if isinstance(outcome, Reply):
        assert 200 <= outcome.code <= 599
        assert all(line.isprintable() for line in outcome.lines)


@given(st.lists(st.from_regex(rb"[2-5][0-9]{2}[ -][ -~]{0,40}\r?\n", fullmatch=True), max_size=20))
def test_every_reply_of_the_grammar_is_read_up_to_its_last_line(lines):
    ends = [place for place, line in enumerate(lines) if line[3:4] == b" "]
    outcome = asyncio.run(outcome_of(b"".join(lines)))
    if ends:
        assert isinstance(outcome, Reply)
        assert len(outcome.lines) == ends[0] + 1
    else:
        assert outcome is StoppedBy.CLOSED
