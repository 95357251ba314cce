"""What the line can do: its families, its name. The system is asked on loopback only."""

import asyncio
from pathlib import Path
from time import perf_counter

import pytest

from mxgui.model.line import Line
from mxgui.model.records import Answer, Question, RecordType, Status
from mxgui.net.limits import OWN_NAME_WAIT
from mxgui.net.vantage import Machine, find_line, hosts_file, source_of, this_machine
from tests.fakes import FakeClock

BOTH = {"192.0.2.1": "198.51.100.7", "2001:db8::1": "2001:db8:7::7"}
WATCH = FakeClock().seconds


def a_machine(name="probe.example.net", routes=BOTH):
    """A machine of that name with a way to those addresses."""
    return Machine(name, routes.get)


class Names:
    """A resolver that knows one name of each type, or never answers."""

    def __init__(self, *known: Question, mute: bool = False) -> None:
        self.asked: list[Question] = []
        self._known = known
        self._mute = mute

    async def ask(self, question, watch):
        """Answer."""
        self.asked.append(question)
        if self._mute:
            await asyncio.Event().wait()
        found = question in self._known
        return Answer(question, Status.NOERROR if found else Status.NXDOMAIN)


async def line_of(wanted=None, machine=None, names=None) -> Line:
    """The line as it is found."""
    names = names or Names()
    return await find_line(wanted, machine or a_machine(), names.ask, WATCH)


async def test_a_line_knows_its_families_by_their_routes():
    line = await line_of()
    assert (line.ipv4, line.ipv6) == (True, True)
    assert line.sources == ("198.51.100.7", "2001:db8:7::7")
    only_4 = await line_of(machine=a_machine(routes={"192.0.2.1": "198.51.100.7"}))
    assert (only_4.ipv4, only_4.ipv6, only_4.sources) == (True, False, ("198.51.100.7",))


async def test_the_name_that_the_user_gave_is_taken_without_a_question():
    names = Names()
    assert (await line_of("mail.example.org", names=names)).helo == "mail.example.org"
    assert names.asked == []


async def test_a_name_that_may_not_be_given_leaves_the_address():
    assert (await line_of("localhost")).helo == ""


@pytest.mark.parametrize("kind", [RecordType.A, RecordType.AAAA])
async def test_this_machines_name_is_given_if_it_resolves(kind):
    names = Names(Question("probe.example.net", kind))
    assert (await line_of(names=names)).helo == "probe.example.net"


async def test_a_name_that_does_not_resolve_leaves_the_address():
    assert (await line_of()).helo == ""


@pytest.mark.parametrize(
    "name", ["workstation", "workstation.local", "localhost", "", "[192.0.2.1]"]
)
async def test_a_name_of_this_network_only_is_not_even_asked_for(name):
    names = Names()
    assert (await line_of(machine=a_machine(name), names=names)).helo == ""
    assert names.asked == []


async def test_a_resolver_that_never_answers_costs_two_seconds_at_most():
    start = perf_counter()
    names = Names(mute=True)
    line = await find_line(None, a_machine(), names.ask, lambda: perf_counter() - start)
    assert line.helo == ""
    assert line.took >= 0.9 * OWN_NAME_WAIT
    assert len(names.asked) == 2


def test_a_machine_reaches_an_address_by_its_own_route_or_by_that_of_the_family():
    assert a_machine().reaches("198.51.100.9")
    assert a_machine(routes={"198.51.100.9": "198.51.100.7"}).reaches("198.51.100.9")
    assert not a_machine(routes={"192.0.2.1": "198.51.100.7"}).reaches("2001:db8:9::9")


def test_the_system_tells_the_source_address_for_loopback():
    assert source_of("127.0.0.1") == "127.0.0.1"


def test_an_address_without_a_way_has_no_source():
    assert source_of("::1%no-such-interface") is None


def test_this_machine_has_a_name():
    assert this_machine().name


def test_every_system_keeps_a_file_of_hosts():
    assert hosts_file("linux", {}) == hosts_file("darwin", {}) == Path("/etc/hosts")
    places = {"SYSTEMROOT": "D:/Windows"}
    assert hosts_file("win32", places) == Path("D:/Windows/System32/drivers/etc/hosts")
