"""The one door: guards, slots, earlier results, and what this line lacks."""

import asyncio
import errno
from dataclasses import replace

from mxgui.app.network import Network
from mxgui.model.line import Line
from mxgui.model.plan import Plan
from mxgui.model.records import Answer, Question, RecordType, Status
from mxgui.model.resolver import ResolverSpec
from mxgui.model.smtp import Outcome, Probe, Reason, StoppedBy, Target
from mxgui.net.dialer import DirectDialer
from mxgui.net.heard import Heard
from mxgui.net.limiter import Limiter
from mxgui.net.network import PlannedNetwork, Shared, open_network
from mxgui.net.vantage import Machine
from tests.fakes import FakeClock, SleepyClock
from tests.servers.dns_server import DnsServer
from tests.servers.probing import (
    HELO,
    PATIENT,
    FailingDialer,
    HangingDialer,
    a_target_at,
)
from tests.servers.smtp_acts import PLAIN
from tests.servers.smtp_server import LOOPBACK, SmtpServer

PLAN = Plan(helo=HELO, patience=PATIENT)
FAR = Target("mx1.example.org", "192.0.2.1", 25)
FAR_6 = Target("mx1.example.org", "2001:db8::1", 25)
UNREACHABLE = OSError(errno.ENETUNREACH, "no route")


class NoNames:
    """A resolver that knows nothing."""

    shown = "192.0.2.53:53"

    def __init__(self) -> None:
        self.asked: list[Question] = []
        self.closed = False

    async def ask(self, question, watch):
        """Answer that there is no such name."""
        self.asked.append(question)
        return Answer(question, Status.NXDOMAIN)

    def heard(self, question):
        """Have heard nothing."""
        return Heard(Status.NOT_ASKED)

    async def again(self, question, watch):
        """Hear nothing."""
        return Heard(Status.TIMEOUT)

    async def fetch(self, question, watch):
        """Get nothing."""
        return

    async def close(self):
        """Remember."""
        self.closed = True


def a_shared(**differs):
    """What a program shares, on a machine without any route."""
    return Shared(**{"machine": Machine("probe", lambda _address: None), **differs})


def a_network(plan=PLAN, shared=None, clock=None) -> PlannedNetwork:
    """A network on which names do not exist."""
    return PlannedNetwork(plan, shared or a_shared(), clock or FakeClock(), NoNames())


async def probed(network, target) -> Probe:
    """A probe of which only the end is wanted."""
    return await network.probe(target, FakeClock().seconds, lambda _told: None)


async def test_an_opened_network_is_what_the_jobs_want():
    network: Network = open_network(Plan(resolvers=("192.0.2.53",)), a_shared(), FakeClock())
    assert network.resolver == "192.0.2.53:53"
    await network.close()


async def test_questions_go_to_the_resolver():
    asker = NoNames()
    network = PlannedNetwork(PLAN, a_shared(), FakeClock(), asker)
    question = Question("example.org", RecordType.MX)
    assert (await network.ask(question, FakeClock().seconds)).question == question
    assert asker.asked == [question]
    await network.close()
    assert asker.closed


async def test_the_resolvers_of_the_system_are_read_anew_for_every_inspection():
    """A laptop that was carried to another network asks there."""
    table = {("example.org", "MX"): ["10 mx1.example.org."]}
    question = Question("example.org", RecordType.MX)
    async with DnsServer(table) as old, DnsServer(table) as new:
        named = [old]
        shared = a_shared(system=lambda: [ResolverSpec.plain(LOOPBACK, named[0].port)])
        for server in (old, new):
            named[0] = server
            network = open_network(Plan(), shared, FakeClock())
            assert (await network.ask(question, FakeClock().seconds)).mx
            await network.close()
        assert [len(server.seen) for server in (old, new)] == [1, 1]


async def test_without_a_network_the_answer_says_so_and_the_next_inspection_works():
    async with DnsServer({("example.org", "MX"): ["10 mx1.example.org."]}) as server:
        found: list[ResolverSpec] = []
        shared = a_shared(system=lambda: found)
        question = Question("example.org", RecordType.MX)
        away = await open_network(Plan(), shared, FakeClock()).ask(question, FakeClock().seconds)
        assert away.status is Status.TIMEOUT
        found.append(ResolverSpec.plain(LOOPBACK, server.port))
        back = await open_network(Plan(), shared, FakeClock()).ask(question, FakeClock().seconds)
        assert back.status is Status.NOERROR


async def test_a_host_is_knocked_at_again_from_another_network():
    sources = ["198.51.100.7"]
    shared = a_shared(machine=Machine("probe", lambda _address: sources[0]))
    async with SmtpServer(PLAIN) as server:
        for source in ("198.51.100.7", "198.51.100.7", "203.0.113.9"):
            sources[0] = source
            await probed(a_network(shared=shared), a_target_at(server.port))
        assert server.connections == 2


async def test_a_result_from_before_a_long_sleep_is_not_used_again():
    shared, clock = a_shared(), SleepyClock()
    async with SmtpServer(PLAIN) as server:
        for _ in range(2):
            known = await probed(a_network(shared=shared, clock=clock), a_target_at(server.port))
            assert known.reused_age is None
            clock.sleep(hours=8)
        assert server.connections == 2


async def test_the_line_is_found_once_however_many_ask():
    machine = Machine("probe.example.net", lambda _address: None)
    asker = NoNames()
    network = PlannedNetwork(
        replace(PLAN, helo=None), a_shared(machine=machine), FakeClock(), asker
    )
    async with asyncio.TaskGroup() as group:
        found = [group.create_task(network.find_line(FakeClock().seconds)) for _ in range(3)]
    assert {task.result() for task in found} == {Line(ipv4=False, ipv6=False)}
    assert len(asker.asked) == 2


async def test_an_address_that_is_not_allowed_is_never_knocked_at():
    async with SmtpServer(PLAIN) as server:
        asked = []

        def allow(address):
            asked.append(address)
            return False

        network = a_network(shared=a_shared(allow=allow))
        mapped = replace(a_target_at(server.port), address="::ffff:127.0.0.1")
        known = await probed(network, mapped)
        assert (known.outcome, known.reason) == (Outcome.NOT_TRIED, Reason.PRIVATE_ADDRESS)
        assert asked == ["127.0.0.1"]
        assert server.connections == 0


async def test_a_plan_that_allows_private_addresses_has_its_way():
    async with SmtpServer(PLAIN) as server:
        network = a_network(
            replace(PLAN, allow_private=True), a_shared(allow=lambda _address: False)
        )
        assert (await probed(network, a_target_at(server.port))).delivers


async def test_a_result_of_the_last_minutes_is_given_again_with_its_age():
    shared, clock = a_shared(), FakeClock()
    async with SmtpServer(PLAIN) as server:
        target = a_target_at(server.port)
        first = await probed(a_network(shared=shared, clock=clock), target)
        clock.advance(120)
        other = replace(target, host="mx.example.net")
        again = await probed(a_network(shared=shared, clock=clock), other)
        assert (first.reused_age, again.reused_age) == (None, 120)
        assert again.target == other
        assert again.greeting == first.greeting
        assert server.connections == 1


async def test_probe_again_means_again():
    shared = a_shared()
    async with SmtpServer(PLAIN) as server:
        for _ in range(2):
            network = a_network(replace(PLAN, fresh=True), shared)
            known = await probed(network, a_target_at(server.port))
            assert known.reused_age is None
        assert server.connections == 2


async def test_two_who_ask_at_once_for_one_address_share_one_knock():
    shared = a_shared()
    async with SmtpServer(PLAIN) as server, asyncio.TaskGroup() as group:
        networks = [a_network(shared=shared) for _ in range(2)]
        tasks = [group.create_task(probed(one, a_target_at(server.port))) for one in networks]
        ages = [(await task).reused_age for task in tasks]
        assert ages == [None, 0]
        assert server.connections == 1


class OneHostDialer:
    """Whatever the address, the host on loopback answers."""

    async def open(self, address, port, limit):
        """Connect."""
        return await DirectDialer().open(LOOPBACK, port, limit)


async def test_no_more_are_open_at_once_than_the_limiter_lets_in():
    network = a_network(shared=a_shared(limiter=Limiter(total=2), dialer=OneHostDialer()))
    running: set[str] = set()
    at_once: list[int] = []

    async def visit(target):
        def tell(known):
            running.add(known.target.address)
            at_once.append(len(running))

        assert (await network.probe(target, FakeClock().seconds, tell)).delivers
        running.discard(target.address)

    async with SmtpServer(PLAIN) as server:
        async with asyncio.TaskGroup() as group:
            for place in range(8):
                group.create_task(visit(Target("mx1", f"192.0.2.{place}", server.port)))
        assert server.connections == 8
    assert max(at_once) == 2


async def test_a_family_without_a_route_here_is_not_the_hosts_fault():
    network = a_network(shared=a_shared(dialer=FailingDialer(UNREACHABLE)))
    for target, reason in ((FAR, Reason.NO_IPV4_HERE), (FAR_6, Reason.NO_IPV6_HERE)):
        known = await probed(network, target)
        assert (known.outcome, known.reason) == (Outcome.NOT_TRIED, reason)
        assert known.phases == ()


async def test_an_address_without_a_route_is_unreachable_if_its_family_has_one():
    machine = Machine("probe", {"2001:db8::1": "2001:db8:7::7"}.get)
    shared = a_shared(dialer=FailingDialer(UNREACHABLE), machine=machine)
    known = await probed(a_network(shared=shared), replace(FAR_6, address="2001:db8:9::9"))
    assert (known.outcome, known.reason) == (Outcome.UNREACHABLE, None)


async def test_who_is_cancelled_while_waiting_for_a_turn_tells_that_nothing_is_known():
    shared = a_shared(limiter=Limiter(total=1), dialer=HangingDialer())
    told: list[Probe] = []
    async with asyncio.TaskGroup() as group:
        network = a_network(shared=shared)
        first = group.create_task(probed(network, FAR))
        waiting = group.create_task(network.probe(FAR_6, FakeClock().seconds, told.append))
        for _ in range(5):
            await asyncio.sleep(0)
        assert told == []
        waiting.cancel()
        first.cancel()
    assert told == [
        Probe(FAR_6, reason=Reason.CANCELLED, stopped_by=StoppedBy.CANCELLED),
    ]


async def test_a_cancelled_probe_gives_its_place_back_and_is_not_kept():
    shared = a_shared(limiter=Limiter(total=1), dialer=HangingDialer())
    async with asyncio.TaskGroup() as group:
        cancelled = group.create_task(probed(a_network(shared=shared), FAR))
        for _ in range(5):
            await asyncio.sleep(0)
        cancelled.cancel()
    failing = replace(shared, dialer=FailingDialer(OSError(errno.ECONNREFUSED, "")))
    known = await probed(a_network(shared=failing), FAR)
    assert (known.outcome, known.reused_age) == (Outcome.REFUSED, None)
