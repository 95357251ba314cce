"""The network through a proxy: its own line, its own manners, its own memory."""

from dataclasses import replace

from mxgui.model.line import DIRECT, PROXY, ProxyProblem
from mxgui.model.plan import Plan
from mxgui.model.proxy import ProxySpec
from mxgui.model.smtp import Outcome, Reason
from mxgui.net.network import PlannedNetwork, Shared
from mxgui.net.vantage import Machine
from tests.fakes import FakeClock
from tests.net.test_network import NoNames
from tests.servers.probing import FailingDialer, a_target_at
from tests.servers.smtp_acts import PLAIN
from tests.servers.smtp_server import LOOPBACK, SmtpServer
from tests.servers.socks_server import Habit, SocksServer

LOGIN = ("bob", "secret")
MACHINE = Machine("probe", {"192.0.2.1": "198.51.100.7"}.get)


def a_network(proxy, shared=None, **plan) -> PlannedNetwork:
    shared = shared or Shared(machine=MACHINE, system=lambda: ())
    wanted = Plan(proxy=proxy, allow_private=True, **plan)
    return PlannedNetwork(wanted, shared, FakeClock(), NoNames())


async def probed(network, port, vantage=PROXY):
    target = replace(a_target_at(port), vantage=vantage)
    return await network.probe(target, FakeClock().seconds, lambda _told: None)


async def test_a_probe_goes_through_the_proxy_and_one_beside_it_does_not():
    async with SmtpServer(PLAIN) as host, SocksServer() as proxy:
        network = a_network(proxy.url, also_direct=True)
        through, direct = await probed(network, host.port), await probed(network, host.port, DIRECT)
        assert (through.delivers, direct.delivers) == (True, True)
        assert (through.reused_age, direct.reused_age) == (None, None)
        assert len(proxy.asked) == 1


async def test_behind_a_proxy_we_greet_by_our_own_address_if_there_is_no_name():
    async with SmtpServer(PLAIN) as host, SocksServer() as proxy:
        await probed(a_network(proxy.url), host.port)
        assert "EHLO [198.51.100.7]" in host.heard
        await probed(a_network(proxy.url, helo="probe.example.net"), host.port)
        assert "EHLO probe.example.net" in host.heard


async def test_who_may_use_a_proxy_is_known_to_the_network_alone():
    spec = ProxySpec.parse(f"socks5://bob:secret@{LOOPBACK}:1")
    assert (spec.shown, "secret" in repr(spec)) == (f"socks5://{LOOPBACK}:1", False)
    async with SmtpServer(PLAIN) as host, SocksServer(login=LOGIN) as proxy:
        known = ProxySpec(LOOPBACK, proxy.port, *LOGIN)
        shared = Shared(machine=MACHINE, system=lambda: ())
        shared.proxies.use(known)
        network = a_network(known.shown, shared)
        assert (await probed(network, host.port)).delivers
        assert "secret" not in repr(await network.find_line(FakeClock().seconds, PROXY))


async def test_a_dead_proxy_is_the_lines_problem_and_no_hosts():
    async with SocksServer(Habit.GARBAGE) as proxy:
        network = a_network(proxy.url)
        line = await network.find_line(FakeClock().seconds, PROXY)
        assert (line.problem, line.proxy) == (ProxyProblem.NOT_SOCKS, proxy.url)
        for port in (25, 26):
            known = await probed(network, port)
            assert (known.outcome, known.reason) == (Outcome.NOT_TRIED, Reason.PROXY_DOWN)
        assert proxy.connections == 1


async def test_without_a_route_of_our_own_the_proxy_is_still_asked():
    """No IPv6 here is no matter where the proxy has some."""
    shared = Shared(machine=MACHINE, dialer=FailingDialer(OSError()), system=lambda: ())
    async with SocksServer(code=3) as proxy:
        known = await probed(a_network(proxy.url, shared), 25)
        assert (known.outcome, known.reason) == (Outcome.UNREACHABLE, None)


async def test_a_result_through_another_proxy_is_not_used_again():
    shared = Shared(machine=MACHINE, system=lambda: ())
    async with SmtpServer(PLAIN) as host, SocksServer() as one, SocksServer() as other:
        for proxy in (one, one, other):
            await probed(a_network(proxy.url, shared), host.port)
        assert (len(one.asked), len(other.asked)) == (1, 1)
