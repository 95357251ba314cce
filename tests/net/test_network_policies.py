"""The one door to policies: what is kept for five minutes, whom it trusts, where it never goes."""

import asyncio
from dataclasses import replace

from mxgui.model.policy import FetchOutcome, TlsProblem
from mxgui.net.roots import Roots
from tests.fakes import FakeClock
from tests.net.fetching import AUTHORITY, a_host
from tests.net.test_network import PLAN, a_network, a_shared
from tests.servers.certificates import der_of_authority
from tests.servers.policy_server import a_reply
from tests.servers.smtp_server import LOOPBACK


def a_policy_network(server, *, fresh=False, shared=None, clock=None, **plan):
    """A network whose policy hosts listen on the port of a server, by an authority of the test."""
    wanted = replace(PLAN, mta_sts_port=server.port, fresh=fresh, **plan)
    shared = shared or a_shared(roots=Roots((der_of_authority(AUTHORITY),)))
    return a_network(wanted, shared, clock)


async def a_policy(network, version="1"):
    """The policy of the domain, fetched from loopback."""
    return await network.fetch_policy("example.org", [LOOPBACK], FakeClock().seconds, version)


async def test_a_policy_is_fetched_once_in_five_minutes_unless_a_fresh_one_is_wanted():
    clock = FakeClock()
    async with a_host(a_reply()) as server:
        shared = a_shared(roots=Roots((der_of_authority(AUTHORITY),)))
        network = a_policy_network(server, shared=shared, clock=clock)
        first = await a_policy(network)
        clock.advance(60)
        again = await a_policy(network)
        fresh = await a_policy(a_policy_network(server, fresh=True, shared=shared, clock=clock))
    assert first.outcome is again.outcome is fresh.outcome is FetchOutcome.FETCHED
    assert (first.reused_age, again.reused_age, fresh.reused_age) == (None, 60, None)
    assert server.connections == 2


async def test_a_fetch_that_failed_is_repeated_for_another_version_alone():
    clock = FakeClock()
    async with a_host(a_reply(status=b"404 Not Found")) as server:
        shared = a_shared(roots=Roots((der_of_authority(AUTHORITY),)))
        network = a_policy_network(server, fresh=True, shared=shared, clock=clock)
        await a_policy(network)
        clock.advance(299)
        again = await a_policy(network)
        assert (again.outcome, again.reused_age) == (FetchOutcome.STATUS, 299)
        assert server.connections == 1
        assert (await a_policy(network, "2")).reused_age is None
        clock.advance(1)
        assert (await a_policy(network)).reused_age is None
    assert server.connections == 3


async def test_two_at_once_fetch_one_policy():
    async with a_host(a_reply()) as server:
        network = a_policy_network(server)
        first, second = await asyncio.gather(a_policy(network), a_policy(network))
    assert first.text == second.text
    assert server.connections == 1


async def test_an_authority_that_nobody_knows_is_not_believed():
    async with a_host(a_reply()) as server:
        fetch = await a_policy(a_policy_network(server, shared=a_shared()))
    assert fetch.tls_problem is TlsProblem.UNKNOWN_ISSUER


async def test_the_last_guard_keeps_policies_from_private_addresses_too():
    async with a_host(a_reply()) as server:
        guarded = a_shared(allow=lambda _address: False)
        fetch = await a_policy(a_policy_network(server, shared=guarded))
        assert fetch.outcome is FetchOutcome.PRIVATE_ADDRESS
        assert server.connections == 0
        roots = Roots((der_of_authority(AUTHORITY),))
        meant = a_shared(allow=lambda _address: False, roots=roots)
        fetch = await a_policy(a_policy_network(server, shared=meant, allow_private=True))
    assert fetch.outcome is FetchOutcome.FETCHED


async def test_without_an_address_there_is_nothing_to_fetch_from():
    fetch = await a_network().fetch_policy("example.org", [], FakeClock().seconds)
    assert fetch.outcome is FetchOutcome.NO_ADDRESS
