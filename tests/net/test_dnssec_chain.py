"""The chain down from the root: what is asked, how often, and where it ends."""

import asyncio
from dataclasses import replace

import dns.name
import dns.rcode
import pytest

from mxgui.app.clock import SystemClock
from mxgui.model.plan import Plan
from mxgui.model.records import Question, RecordType
from mxgui.model.security import Check, Dnssec, Why
from mxgui.net.dnssec_anchors import ROOT_ANCHORS
from mxgui.net.dnssec_keys import MAX_KEYS
from mxgui.net.dnssec_store import Store
from mxgui.net.network import PlannedNetwork, Shared
from tests.net.asking import resolver_at
from tests.net.validating import network_at, validated, world_of
from tests.servers.signed_server import SignedServer, World, drop_signatures
from tests.servers.signing import EXPIRED, FUTURE, Zone

SMALL = (Zone("."), Zone("example"), Zone("deep.example", "@ MX 10 mx\nmx A 192.0.2.1\n"))


def questions(server: SignedServer) -> set[str]:
    return {f"{name} {kind}" for name, kind in server.count}


def distrusting(server: SignedServer, store: Store | None = None) -> PlannedNetwork:
    """A network that asks this server and trusts another root."""
    shared = Shared(anchors=ROOT_ANCHORS, validated=store or Store())
    return PlannedNetwork(Plan(), shared, SystemClock(), resolver_at(server))


async def test_the_chain_is_asked_for_while_the_answer_is_waited_for():
    async with SignedServer(world_of(SMALL)) as server:
        await network_at(server).prepare(Question("deep.example", RecordType.MX))
        zones = ("example", "deep.example")
        wanted = {f"{zone} {kind}" for zone in zones for kind in ("DS", "DNSKEY")}
        assert questions(server) == {". DNSKEY", *wanted}


@pytest.mark.parametrize(
    ("name", "kind"),
    [("mx.deep.example", RecordType.A), ("_25._tcp.mx.deep.example", RecordType.TLSA)],
)
async def test_the_name_of_a_host_is_taken_for_no_zone(name, kind):
    async with SignedServer(world_of(SMALL)) as server:
        await network_at(server).prepare(Question(name, kind))
        assert "deep.example DNSKEY" in questions(server)
        assert "_tcp.mx.deep.example DS" not in questions(server)
        assert "mx.deep.example DNSKEY" not in questions(server)


async def test_what_is_known_of_a_zone_is_shared_and_found_once():
    store = Store()
    async with SignedServer(world_of(SMALL)) as server, asyncio.TaskGroup() as group:
        networks = [network_at(server, store) for _ in range(5)]
        tasks = [group.create_task(validated(one, "deep.example")) for one in networks]
        states = {(await task).state for task in tasks}
        assert states == {Dnssec.SECURE}
        chain = {key: times for key, times in server.count.items() if key[1] != "MX"}
        assert set(chain.values()) == {1}


async def test_other_resolvers_and_other_anchors_are_another_chain():
    store = Store()
    async with SignedServer(world_of(SMALL)) as one, SignedServer(world_of(SMALL)) as other:
        for server in (one, other):
            assert (await validated(network_at(server, store), "deep.example")).steps
            assert server.count[".", "DNSKEY"] == 1
        found = await validated(distrusting(one, store), "deep.example")
        assert found.state is Dnssec.INDETERMINATE


async def test_a_root_that_we_do_not_trust_is_our_own_trouble():
    async with SignedServer(world_of(SMALL)) as server:
        found = await validated(distrusting(server), "deep.example")
        assert found.state is Dnssec.INDETERMINATE
        assert found.cause is not None
        assert (found.cause.check, found.cause.why) == (Check.ANCHOR, Why.NO_ANCHOR)


@pytest.mark.parametrize(("times", "why"), [(EXPIRED, Why.EXPIRED), (FUTURE, Why.NOT_YET_VALID)])
async def test_a_root_out_of_its_time_may_be_our_own_clock(times, why):
    world = World((replace(SMALL[0], times=times), *SMALL[1:]))
    async with SignedServer(world) as server:
        found = await validated(network_at(server), "deep.example")
        assert found.state is Dnssec.INDETERMINATE
        assert found.cause is not None
        assert found.cause.why is why


async def test_a_resolver_that_strips_signatures_is_seen_at_the_root():
    async with SignedServer(world_of(SMALL), change=drop_signatures) as server:
        found = await validated(network_at(server), "deep.example")
        assert (found.state, found.stripped) == (Dnssec.UNKNOWN, True)
        assert found.steps[0].why is Why.STRIPPED


def fails_at(name: str, kind: str):
    """What makes a resolver fail at one question of the chain."""

    def change(message):
        question = message.question[0]
        if (question.name, question.rdtype.name) == (dns.name.from_text(name), kind):
            message.set_rcode(dns.rcode.REFUSED)
            message.answer, message.authority = [], []

    return change


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        (".", "DNSKEY"),
        ("example", "DS"),
        ("example", "DNSKEY"),
        ("deep.example", "DS"),
        ("deep.example", "DNSKEY"),
    ],
)
async def test_what_could_not_be_had_makes_nothing_bogus(name, kind):
    async with SignedServer(world_of(SMALL), change=fails_at(name, kind)) as server:
        found = await validated(network_at(server), "deep.example")
        assert found.state is Dnssec.INDETERMINATE
        assert found.cause is not None
        assert found.cause.why is Why.NOT_ANSWERED


@pytest.mark.parametrize("keys", [MAX_KEYS + 1, 700])
async def test_a_key_set_that_is_too_large_is_not_looked_at_and_condemns_nobody(keys):
    crowd = Zone("crowd.example", "@ MX 10 mx\n", keys=keys)
    async with SignedServer(World((*SMALL, crowd))) as server:
        found = await validated(network_at(server), "crowd.example")
        assert found.state is Dnssec.INDETERMINATE
        assert found.cause is not None
        assert found.cause.why in (Why.TOO_MUCH, Why.NOT_ANSWERED)


def tall(levels: int, **facts) -> tuple[World, str]:
    """A zone with a name so many levels below its apex."""
    deep = ".".join(f"l{number}" for number in range(levels))
    unsigned = [(deep, "MX")] if facts.get("is_bare") else []
    zone = Zone("tall.example", f"{deep} MX 10 mx\n", unsigned=unsigned)
    return World((*SMALL, zone)), f"{deep}.tall.example"


async def test_a_name_of_fifty_levels_costs_no_question_for_each_where_it_is_signed():
    world, name = tall(48)
    async with SignedServer(world) as server:
        assert (await validated(network_at(server), name)).state is Dnssec.SECURE
        assert server.count.total() < 10


async def test_where_it_is_not_signed_fifty_levels_are_walked_and_no_more():
    world, name = tall(55, is_bare=True)
    async with SignedServer(world) as server:
        found = await validated(network_at(server), name)
        assert found.state is Dnssec.INDETERMINATE
        assert found.cause is not None
        assert found.cause.why is Why.TOO_MUCH
        assert server.count.total() < 60


async def test_a_cancelled_validation_leaves_nothing_behind():
    async with SignedServer(world_of(SMALL)) as server:
        network = network_at(server)
        question = Question("deep.example", RecordType.MX)
        await network.ask(question, lambda: 0.0)
        before = asyncio.all_tasks()
        async with asyncio.TaskGroup() as group:
            task = group.create_task(network.validate(question, lambda: 0.0))
            for _ in range(4):
                await asyncio.sleep(0)
            task.cancel()
        assert task.cancelled()
        assert asyncio.all_tasks() == before
        assert (await validated(network, "deep.example")).state is Dnssec.SECURE
