"""Probes through a proxy: what it says of a host is told, and what it is worth itself, once."""

import pytest

from mxgui.model.line import ProxyProblem
from mxgui.model.plan import Patience
from mxgui.model.proxy import ProxySpec
from mxgui.model.smtp import Outcome, Stage, StoppedBy
from mxgui.net.socks import SocksDialer, trial
from tests.servers.probing import PATIENT, knock
from tests.servers.smtp_acts import PLAIN
from tests.servers.smtp_server import LOOPBACK, SmtpServer
from tests.servers.socks_server import Habit, SocksServer

LOGIN = ("bob", "s:cret")


def through(server: SocksServer, user: str = "", password: str = "") -> SocksDialer:
    return SocksDialer(ProxySpec(LOOPBACK, server.port, user, password))


async def test_a_host_is_talked_to_through_the_proxy():
    async with SmtpServer(PLAIN) as host, SocksServer() as proxy:
        known = await knock(host.port, dialer=through(proxy))
        assert known.delivers
        assert proxy.asked == [(LOOPBACK, host.port)]


async def test_user_and_password_are_given_to_the_proxy():
    async with SmtpServer(PLAIN) as host, SocksServer(login=LOGIN) as proxy:
        assert (await knock(host.port, dialer=through(proxy, *LOGIN))).delivers


@pytest.mark.parametrize(
    ("code", "outcome", "note"),
    [
        (1, Outcome.PROXY_NO_ANSWER, "General SOCKS server failure"),
        (2, Outcome.PROXY_NO_ANSWER, "not allowed by ruleset"),
        (3, Outcome.UNREACHABLE, "Network unreachable"),
        (4, Outcome.UNREACHABLE, "Host unreachable"),
        (5, Outcome.REFUSED, "refused"),
        (6, Outcome.UNREACHABLE, "TTL expired"),
        (7, Outcome.PROXY_NO_ANSWER, "Command not supported"),
        (8, Outcome.PROXY_NO_ANSWER, "Address type not supported"),
        (99, Outcome.PROXY_NO_ANSWER, ""),
    ],
)
async def test_what_the_proxy_says_of_a_host_is_told_as_if_it_were_seen(code, outcome, note):
    async with SocksServer(code=code) as proxy:
        known = await knock(25, dialer=through(proxy))
        assert (known.outcome, known.stage) == (outcome, Stage.CONNECT)
        assert note in known.note


@pytest.mark.parametrize("habit", [Habit.HANGS_UP, Habit.GARBAGE, Habit.ODD_REPLY])
async def test_an_end_without_a_reply_says_nothing_of_the_host(habit):
    """Of a proxy that was seen to work before; ssh -D hangs up for every failure."""
    async with SocksServer(habit) as proxy:
        assert (await knock(25, dialer=through(proxy))).outcome is Outcome.PROXY_NO_ANSWER


async def test_a_proxy_that_went_away_in_the_middle_says_nothing_of_the_host():
    async with SocksServer() as proxy:
        dialer = through(proxy)
    assert (await knock(25, dialer=dialer)).outcome is Outcome.PROXY_NO_ANSWER


async def test_a_connect_that_hangs_is_silence():
    async with SocksServer(Habit.SILENT) as proxy:
        known = await knock(25, Patience(0.2, 10, 10), dialer=through(proxy))
        assert (known.outcome, known.stopped_by) == (Outcome.TIMED_OUT, StoppedBy.TIMEOUT)


async def test_a_host_that_hangs_up_behind_the_proxy_is_closed():
    async def hang_up(peer):
        peer.close()

    async with SmtpServer({"greeting": hang_up}) as host, SocksServer() as proxy:
        known = await knock(host.port, PATIENT, dialer=through(proxy))
        assert known.outcome is Outcome.CLOSED


@pytest.mark.parametrize(
    ("server", "login", "problem"),
    [
        (SocksServer(), ("", ""), None),
        (SocksServer(login=LOGIN), LOGIN, None),
        (SocksServer(login=LOGIN), ("", ""), ProxyProblem.WANTS_LOGIN),
        (SocksServer(login=LOGIN), ("bob", "wrong"), ProxyProblem.WRONG_LOGIN),
        (SocksServer(Habit.GARBAGE), ("", ""), ProxyProblem.NOT_SOCKS),
        (SocksServer(Habit.HANGS_UP), ("", ""), None),
    ],
)
async def test_a_trial_tells_whether_a_proxy_can_be_used(server, login, problem):
    async with server:
        assert (await trial(ProxySpec(LOOPBACK, server.port, *login)))[0] is problem
        assert server.asked == []


async def test_a_proxy_that_is_not_there_is_told_with_the_systems_word():
    async with SocksServer() as server:
        port = server.port
    problem, note = await trial(ProxySpec(LOOPBACK, port))
    assert problem is ProxyProblem.NO_CONNECTION
    assert "refused" in note.lower()


async def test_a_mail_host_is_no_proxy():
    async with SmtpServer(PLAIN) as host:
        problem, _ = await trial(ProxySpec(LOOPBACK, host.port))
        assert problem is ProxyProblem.NOT_SOCKS
