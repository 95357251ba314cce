"""All that a face of the program needs, put together."""

import json

import pytest

from mxgui.app.heard import HeardLog
from mxgui.app.remembered import Memory
from mxgui.app.services import Services
from mxgui.cli.outcome import INCONCLUSIVE, exit_code
from mxgui.model.entry import read_entry
from mxgui.model.event import Event
from mxgui.model.helo import helo_of
from mxgui.model.plan import Plan
from mxgui.model.proxy import ProxySpec
from mxgui.model.records import Mx, Question, RecordType
from mxgui.model.resolver import BadResolver
from mxgui.model.smtp import Outcome, Probe, Reason
from mxgui.report.contract import saved_value
from mxgui.routing.route import route_of
from mxgui.rules.engine import judge
from mxgui.rules.finding import Severity
from tests.servers.socks_server import Habit, SocksServer


@pytest.fixture
def services(tmp_path):
    return Services(heard=HeardLog(tmp_path / "heard.json"))


async def inspected(services, domain, plan=None):
    return await services.inspect(read_entry(domain), plan or Plan(), lambda _: None)


async def test_in_the_demo_network_a_domain_is_inspected_to_the_end(services):
    async with services.demo_network() as demo:
        found = await inspected(services, demo.domains[0].name)
    assert found.origin.demo
    assert found.origin.resolver.endswith("(demo)")
    assert {probe.outcome for probe in found.probes} == {Outcome.GREETED}


async def test_a_result_of_the_last_five_minutes_is_used_again_unless_fresh(services):
    async with services.demo_network():
        first = await inspected(services, "one-host.example")
        again = await inspected(services, "one-host.example")
        fresh = await inspected(services, "one-host.example", Plan(fresh=True))
    ages = [[probe.reused_age for probe in found.probes] for found in (first, again, fresh)]
    assert ages[0] == ages[2] == [None]
    assert ages[1][0] is not None


async def test_both_families_are_there_in_the_demo_on_any_machine(services):
    async with services.demo_network():
        found = await inspected(services, "ipv6-only.example")
    assert [probe.outcome for probe in found.probes] == [Outcome.GREETED]


async def test_the_demo_network_does_not_open_private_addresses(services):
    async with services.demo_network():
        found = await inspected(services, "private.example")
    assert Reason.PRIVATE_ADDRESS in {probe.reason for probe in found.probes}


async def test_the_demo_network_is_not_remembered_as_the_internet(services, tmp_path):
    async with services.demo_network():
        await inspected(services, "one-host.example")
    assert not (tmp_path / "heard.json").exists()


async def test_after_the_demo_the_real_network_is_used_again(services):
    async with services.demo_network():
        assert services.demo is not None
    assert services.demo is None
    found = await inspected(services, "a.example", Plan(("127.0.0.1:9",), dns_patience=0.2))
    assert not found.origin.demo
    assert found.origin.resolver == "127.0.0.1:9"


async def test_a_resolver_that_cannot_be_understood_is_said_so(services):
    with pytest.raises(BadResolver):
        await inspected(services, "a.example", Plan(resolvers=("what?",)))


async def test_resolvers_can_be_asked_a_question_by_itself(services):
    async with services.demo_network() as demo:
        question = Question(demo.domains[0].name, RecordType.MX)
        answer = await services.ask(Plan(), question)
    assert answer.mx
    with pytest.raises(BadResolver):
        await services.ask(Plan(resolvers=("gopher://dns",)), question)


async def test_another_window_keeps_the_manners_and_not_the_demo(services):
    public = services._open_shared()  # noqa: SLF001
    assert services.another()._open_shared() is public  # noqa: SLF001
    async with services.demo_network():
        other = services.another()
        assert other.demo is None
        assert other._open_shared() is public  # noqa: SLF001
        assert services.demo is not None


async def test_after_the_demo_the_manners_are_those_of_before(services):
    before = services._open_shared()  # noqa: SLF001
    async with services.demo_network():
        assert services._open_shared() is not before  # noqa: SLF001
    assert services._open_shared() is before  # noqa: SLF001


def test_what_windows_remember_can_be_given(tmp_path):
    memory = Memory(tmp_path / "window.json")
    assert Services(memory=memory).memory is memory


async def test_name_servers_are_asked_without_repeating_anything(services):
    async with services.demo_network():
        known = await inspected(services, "two-answers.example")
        told: list[Event] = []
        found = await services.ask_servers(known, told.append)
    assert found.plan.authoritative
    assert not found.running
    assert set(known.facts) < set(found.facts)
    assert not [event for event in told if isinstance(getattr(event, "fact", None), Probe)]
    serials = {own.serial for own in found.server_answers if own.zone == "two-answers.example"}
    assert len(serials - {None}) == 2


async def test_user_and_password_of_a_proxy_are_kept_in_mind_and_nowhere_else(services):
    async with SocksServer(login=("bob", "secret")) as proxy:
        services.use_proxy(ProxySpec("127.0.0.1", proxy.port, "bob", "secret"))
        assert await services.try_proxy(ProxySpec.parse(proxy.url)) == (None, "")
        plan = Plan(resolvers=("127.0.0.1:9",), dns_patience=0.1, proxy=proxy.url)
        found = await inspected(services, "[192.0.2.1]", plan)
        saved = json.dumps(saved_value(found))
        assert proxy.url in saved
        assert "secret" not in saved
        assert "bob" not in saved
        other = services.another()
        assert await other.try_proxy(ProxySpec.parse(proxy.url)) == (None, "")


async def test_a_dead_proxy_is_one_finding_and_leaves_all_open(services):
    async with SocksServer(Habit.GARBAGE) as proxy:
        plan = Plan(resolvers=("127.0.0.1:9",), dns_patience=0.1, proxy=proxy.url)
        found = await inspected(services, "[20.0.0.1]", plan)
    ids = [finding.id for finding in judge(found)]
    assert ids.count("META-PROXY") == 1
    assert not [each for each in ids if each.startswith("SMTP")]
    assert exit_code(found, judge(found), Severity.ERROR) == INCONCLUSIVE


async def test_no_proxy_leads_into_the_demo_network(services):
    async with services.demo_network():
        found = await inspected(services, "one-host.example", Plan(proxy="socks5://127.0.0.1:9"))
    assert [probe.outcome for probe in found.probes] == [Outcome.GREETED]


def test_the_usual_name_is_one_that_may_be_given(services):
    usual = services.usual_helo()
    assert usual == "" or helo_of(usual) == usual


def test_what_an_inspection_would_stand_still_for_can_be_read_before():
    services = Services(heard=HeardLog(None))
    assert len(list(services.prepare())) == 2


async def test_planned_records_are_followed_upon_what_is_known_and_left_again(services):
    events: list[Event] = []
    async with services.demo_network():
        known = await inspected(services, "one-host.example")
        planned = (Mx(10, "mx1.well-kept.example"),)
        found = await services.follow_planned(planned, known, events.append)
        back = await services.follow_planned((), found, lambda _: None)
    assert found.plan.mx == planned
    assert route_of(found).hosts[0].addresses
    assert len(found.probes) == len(known.probes) + 2
    assert back.facts == found.facts
    assert not route_of(back).planned


async def test_a_demo_domain_may_have_a_plan(services):
    async with services.demo_network():
        known = await inspected(services, "planned.example")
        own = await inspected(services, "planned.example", Plan(mx=(Mx(5, "."),)))
    assert [host.name for host in route_of(known).hosts] == [
        "mx1.planned.example",
        "mx2.planned.example",
    ]
    assert own.plan.mx == (Mx(5, "."),)
