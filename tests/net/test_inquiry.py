"""Asking round several resolvers: who is next, who is asked again, and what wins in the end."""

from __future__ import annotations

import pytest

from mxgui.model.records import AttemptResult, ExtendedError, Mx, Status
from mxgui.model.resolver import ResolverSpec
from mxgui.net.inquiry import Turn
from mxgui.net.servers import Server
from tests.net.asking import AGAIN, QUICK, SHORT, ask, ask_one, resolver_at, results
from tests.servers.dns_acts import (
    MALFORMED,
    NODATA,
    NXDOMAIN,
    REFUSED,
    SERVFAIL,
    SILENT,
    Act,
)
from tests.servers.dns_server import DnsServer, Says

NAME = "example.test"
GOOD = Act(["10 a.test"])
UNREACHABLE = "127.0.0.1:1"  # nothing has that port


def only(says: Says) -> DnsServer:
    """A server that knows one name."""
    return DnsServer({(NAME, "MX"): says})


@pytest.mark.parametrize("act", [SILENT, SERVFAIL, REFUSED, MALFORMED, Act(rcode="NOTIMP")])
async def test_the_next_server_is_asked_when_one_does_not_help(act: Act):
    async with only(act) as first, only(GOOD) as second:
        answer = await ask(resolver_at(first, second, pace=QUICK), NAME)
    assert answer.status is Status.NOERROR
    assert {attempt.server for attempt in answer.attempts} == {first.address, second.address}


@pytest.mark.parametrize("act", [GOOD, NODATA, NXDOMAIN])
async def test_a_definite_answer_ends_the_asking(act: Act):
    async with only(act) as first, only(GOOD) as second:
        answer = await ask(resolver_at(first, second), NAME)
        assert not second.seen
    assert len(answer.attempts) == 1


async def test_a_port_where_nobody_listens_is_told_apart_from_silence():
    async with only(GOOD) as server:
        answer = await ask(resolver_at(UNREACHABLE, server), NAME)
    assert results(answer) == [AttemptResult.UNREACHABLE, AttemptResult.ANSWERED]
    assert answer.attempts[0].note == "Connection refused"


async def test_lost_replies_are_asked_for_again():
    async with only((SILENT, SILENT, SILENT, GOOD)) as server:
        answer = await ask_one(server, NAME, pace=QUICK)
    assert answer.mx == (Mx(10, "a.test"),)
    assert results(answer)[:3] == [AttemptResult.TIMEOUT] * 3
    assert AttemptResult.ANSWERED in results(answer)


async def test_a_reply_is_heard_though_the_question_was_asked_again_meanwhile():
    async with only((Act(["10 late.test"], delay=0.1), SILENT)) as server:
        answer = await ask_one(server, NAME, pace=QUICK)
    assert answer.mx == (Mx(10, "late.test"),)
    assert results(answer)[0] is AttemptResult.ANSWERED


async def test_a_resolver_that_is_always_slow_is_heard():
    async with only(Act(["10 a.test"], delay=0.1)) as server:
        assert (await ask_one(server, NAME, pace=QUICK)).status is Status.NOERROR


async def test_a_failure_is_asked_again_once():
    async with only(SERVFAIL) as server:
        answer = await ask_one(server, NAME, pace=AGAIN)
        assert server.asked(NAME, "MX") == 2
    assert [attempt.rcode for attempt in answer.attempts] == ["SERVFAIL", "SERVFAIL"]


async def test_a_failure_may_have_passed_when_it_is_asked_again():
    async with only((SERVFAIL, GOOD)) as server:
        assert (await ask_one(server, NAME, pace=QUICK)).status is Status.NOERROR


def test_one_failure_counts_once_for_all_tries_that_wait_for_it():
    turn = Turn(Server(ResolverSpec.plain("192.0.2.1")))
    turn.strike(began=0, now=3, step=1)
    turn.strike(began=1, now=3, step=1)
    turn.strike(began=2, now=3.5, step=1)
    assert (turn.strikes, turn.ready, turn.is_over) == (1, 4, False)
    turn.strike(began=4, now=5, step=1)
    assert turn.is_over


async def test_a_refusal_is_final():
    async with only(REFUSED) as first, only(REFUSED) as second:
        answer = await ask(resolver_at(first, second), NAME)
        assert (len(first.seen), len(second.seen)) == (1, 1)
    assert (answer.status, answer.rcode) == (Status.REFUSED, "REFUSED")


@pytest.mark.parametrize(
    ("acts", "status"),
    [
        ((SERVFAIL, SILENT), Status.SERVFAIL),
        ((SILENT, SERVFAIL), Status.SERVFAIL),
        ((REFUSED, SERVFAIL), Status.SERVFAIL),
        ((MALFORMED, SERVFAIL), Status.SERVFAIL),
        ((REFUSED, MALFORMED), Status.BAD_ANSWER),
        ((SILENT, MALFORMED), Status.BAD_ANSWER),
        ((REFUSED, SILENT), Status.REFUSED),
    ],
)
async def test_what_tells_most_of_the_domain_wins_when_nobody_knows(
    acts: tuple[Act, Act], status: Status
):
    async with only(acts[0]) as first, only(acts[1]) as second:
        answer = await ask(resolver_at(first, second, patience=SHORT, pace=QUICK), NAME)
    assert answer.status is status


async def test_a_truncated_reply_that_cannot_be_completed_in_time_is_a_bad_answer():
    half = Act(["10 a.test"], is_truncated=True)
    async with only((half, SILENT)) as server:
        answer = await ask(resolver_at(server, patience=SHORT, pace=QUICK), NAME)
    assert answer.status is Status.BAD_ANSWER
    assert results(answer)[0] is AttemptResult.TRUNCATED


async def test_extended_errors_of_all_who_failed_alike_are_told():
    first_error, second_error = (
        Act(rcode="SERVFAIL", ede=[(22, "")]),
        Act(rcode="SERVFAIL", ede=[(13, "cached")]),
    )
    async with only((first_error, second_error)) as server:
        answer = await ask_one(server, NAME, pace=QUICK)
    assert answer.ede == (ExtendedError(22), ExtendedError(13, "cached"))


async def test_attempts_come_in_the_order_of_their_beginning():
    async with only(SILENT) as first, only(SILENT) as second:
        answer = await ask(resolver_at(first, second, patience=SHORT, pace=QUICK), NAME)
    times = [attempt.at for attempt in answer.attempts]
    assert times == sorted(times)
    assert [attempt.server for attempt in answer.attempts[:2]] == [first.address, second.address]
    assert all(attempt.took > 0 for attempt in answer.attempts)
