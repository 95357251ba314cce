"""How the tests of DNS ask: resolvers on loopback, at a pace that lets no test wait."""

from __future__ import annotations

import asyncio
import ssl
from time import perf_counter

import trustme

from mxgui.model.records import Answer, AttemptResult, Question, RecordType
from mxgui.model.resolver import ResolverSpec
from mxgui.net.resolver import Resolver
from mxgui.net.tries import Pace
from tests.servers.dns_server import DnsServer

MX = RecordType.MX
CALM = Pace(step=10, wait=10)  # nothing is repeated, however busy the machine
AGAIN = Pace(step=0.25, wait=10)  # failures are repeated, and what takes milliseconds is not
QUICK = Pace(step=0.02, wait=10)  # everything is repeated
SHORT = 0.3  # seconds of patience, for what never gets an answer
LONG = 15.0  # for what must get one


def resolver_at(*servers: DnsServer | str, patience: float = LONG, pace: Pace = CALM) -> Resolver:
    """A resolver over these servers, in this order."""
    named = [one if isinstance(one, str) else one.address for one in servers]
    return Resolver([ResolverSpec.parse(name) for name in named], patience, pace=pace)


async def ask(resolver: Resolver, name: str, kind: RecordType = MX) -> Answer:
    """The answer to one question."""
    return await resolver.ask(Question(name, kind), perf_counter)


async def ask_one(server: DnsServer, name: str, kind: RecordType = MX, pace: Pace = CALM) -> Answer:
    """The answer of one server to one question."""
    return await ask(resolver_at(server, pace=pace), name, kind)


async def is_cancelled(resolver: Resolver, turns: int, name: str) -> bool:
    """Ask, and cancel after so many turns of the loop; whether the question ended by that.

    A question that was answered before is fine as well.
    """
    async with asyncio.TaskGroup() as group:
        task = group.create_task(ask(resolver, name))
        for _ in range(turns):
            await asyncio.sleep(0)
        was_done = task.done()
        task.cancel()
    return was_done or task.cancelled()


def results(answer: Answer) -> list[AttemptResult]:
    """What came of each try."""
    return [attempt.result for attempt in answer.attempts]


def serving(authority: trustme.CA, *names: str) -> ssl.SSLContext:
    """A server's context with a certificate for these names."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(context)
    return context


def trusting(authority: trustme.CA) -> ssl.SSLContext:
    """A client's context that trusts this authority alone."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    authority.configure_trust(context)
    return context
