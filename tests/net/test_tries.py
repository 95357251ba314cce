"""One server asked once: what it may take to get an answer out of it."""

from __future__ import annotations

from time import perf_counter

from mxgui.model.records import Attempt, AttemptResult, Question, RecordType, Status, Transport
from mxgui.model.resolver import ResolverSpec
from mxgui.net.answers import Reading
from mxgui.net.servers import Server
from mxgui.net.tries import Try
from tests.servers.dns_acts import REFUSED, SILENT, Act
from tests.servers.dns_server import LOOPBACK, DnsServer

NAME = "example.test"


async def tried(act: Act, wait: float = 10) -> tuple[Reading | AttemptResult, list[Attempt]]:
    """What came of one try at a server that acts so, and the messages it took."""
    attempts: list[Attempt] = []
    async with DnsServer({(NAME, "MX"): act}) as server:
        asked = Server(ResolverSpec.plain(LOOPBACK, server.port))
        one = Try(asked, Question(NAME, RecordType.MX), perf_counter, wait, attempts)
        return await one.run(), attempts


async def test_a_server_from_before_edns_is_asked_without_it():
    heard, attempts = await tried(Act(["10 a.test"], refuses_edns=True))
    assert isinstance(heard, Reading)
    assert heard.answer.status is Status.NOERROR
    assert [attempt.rcode for attempt in attempts] == ["FORMERR", "NOERROR"]


async def test_a_server_that_never_understands_is_a_bad_answer():
    heard, attempts = await tried(Act(rcode="FORMERR"))
    assert isinstance(heard, Reading)
    assert heard.answer.status is Status.BAD_ANSWER
    assert [attempt.note for attempt in attempts] == ["the server said FORMERR"] * 2


async def test_a_failure_over_tcp_after_truncation_is_a_bad_answer():
    heard, attempts = await tried(Act(["10 a.test"], is_truncated=True, closes_tcp=True))
    assert heard is AttemptResult.BAD_ANSWER
    assert [attempt.transport for attempt in attempts] == [Transport.UDP, Transport.TCP]
    assert attempts[1].note == "the connection was closed"


async def test_silence_is_a_timeout_that_took_what_it_took():
    heard, (attempt,) = await tried(SILENT, wait=0.05)
    assert heard is AttemptResult.TIMEOUT
    assert (attempt.rcode, attempt.note) == (None, "")
    assert attempt.took > 0


async def test_replies_to_other_questions_alone_are_a_bad_answer():
    heard, (attempt,) = await tried(Act(["10 a.test"], other_question=True), wait=0.05)
    assert heard is AttemptResult.BAD_ANSWER
    assert attempt.note == "replies to other questions: 1"


async def test_a_reply_is_found_among_those_to_other_questions():
    heard, (attempt,) = await tried(Act(["10 a.test"], strangers=3))
    assert isinstance(heard, Reading)
    assert heard.answer.records
    assert attempt.note == "replies to other questions: 3"


async def test_a_flood_of_replies_to_other_questions_ends_the_try():
    heard, (attempt,) = await tried(Act(["10 a.test"], strangers=40))
    assert heard is AttemptResult.BAD_ANSWER
    assert "32" in attempt.note


async def test_an_attempt_tells_server_transport_code_and_time():
    _, (attempt,) = await tried(REFUSED)
    assert attempt.server.startswith(f"{LOOPBACK}:")
    assert (attempt.transport, attempt.rcode) == (Transport.UDP, "REFUSED")
    assert attempt.result is AttemptResult.ANSWERED


async def test_a_referral_is_no_answer_about_the_name():
    act = Act(has_soa=False, is_resolver=False, authority=["test. 300 IN NS ns.test."])
    heard, (attempt,) = await tried(act)
    assert isinstance(heard, Reading)
    assert heard.answer.status is Status.BAD_ANSWER
    assert attempt.note == "a referral: this server does not resolve names for us"
