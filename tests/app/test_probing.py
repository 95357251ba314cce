"""In which order the addresses are probed, and which are not."""

import asyncio
from ipaddress import ip_address

import pytest

from mxgui.app.inspect_domain import inspect_domain
from mxgui.app.probing import MOST_ADDRESSES
from mxgui.model.event import Began
from mxgui.model.plan import Family, Plan, ProbeMode
from mxgui.model.smtp import Outcome, Reason
from mxgui.routing.order import probe_order, try_order
from tests.builders import NOON, an_inspection
from tests.fakes import FakeClock, network_of

FOUR = "10 a.example.org, 10 b.example.org, 10 c.example.org, 20 d.example.org"
TWO_TIERS = {"a.example.org": "192.0.2.1 2001:db8::1", "d.example.org": "192.0.2.9"}
AS_SENDER = Plan(mode=ProbeMode.AS_SENDER)


async def run(wanted, plan=None, network=None):
    first = Began(wanted.entry, plan or wanted.plan, wanted.origin, NOON)
    network = network or network_of(wanted)
    return await inspect_domain(first, network, lambda _: None, FakeClock()), network


@pytest.mark.parametrize("seed", range(6))
async def test_probes_begin_in_the_order_of_tries(seed):
    plan = Plan(seed=seed)
    wanted = an_inspection(mx=FOUR, plan=plan)
    _, network = await run(wanted)
    order = [place.address for place in try_order(wanted)]
    assert [target.address for target in network.probed] == order


async def test_a_slow_lookup_of_a_better_host_holds_the_others_up_for_a_moment_only():
    wanted = an_inspection(mx="10 a.example.org, 20 d.example.org", hosts=TWO_TIERS)
    network = network_of(wanted)
    gate = network.hold("a.example.org A")

    async def release():
        await network.begun("192.0.2.9")
        gate.set()

    async with asyncio.TaskGroup() as group:
        group.create_task(release())
        group.create_task(run(wanted, network=network))
    assert [t.address for t in network.probed] == ["2001:db8::1", "192.0.2.9", "192.0.2.1"]


async def test_walking_as_a_sender_stops_at_the_first_that_takes_mail():
    wanted = an_inspection(mx=FOUR, probes={"192.0.2.3": Outcome.REFUSED}, plan=AS_SENDER)
    found, network = await run(wanted)
    assert [target.address for target in network.probed] == ["192.0.2.3", "192.0.2.2"]
    left = [probe.target.address for probe in found.probes if probe.reason]
    assert left == ["192.0.2.1", "192.0.2.4"]
    assert {p.reason for p in found.probes if p.reason} == {Reason.DELIVERED_EARLIER}


async def test_walking_as_a_sender_a_4xx_greeting_leads_on():
    wanted = an_inspection(
        mx="10 a.example.org, 20 d.example.org",
        hosts=TWO_TIERS,
        probes={"2001:db8::1": Outcome.DEFERRED},
        plan=AS_SENDER,
    )
    _, network = await run(wanted)
    assert [target.address for target in network.probed] == ["2001:db8::1", "192.0.2.1"]


async def test_an_address_of_two_exchanges_is_probed_once():
    hosts = {"a.example.org": "192.0.2.1", "d.example.org": "192.0.2.1"}
    _, network = await run(an_inspection(mx="10 a.example.org, 20 d.example.org", hosts=hosts))
    assert [target.host for target in network.probed] == ["a.example.org"]


@pytest.mark.parametrize("address", ["10.0.0.1", "127.0.0.1", "fe80::1", "::ffff:10.0.0.1"])
async def test_a_private_address_is_refused_unless_allowed(address):
    address = str(ip_address(address))
    wanted = an_inspection(hosts={"mx1.example.org": address})
    found, network = await run(wanted)
    assert found.probe(address).reason is Reason.PRIVATE_ADDRESS
    assert network.probed == []
    _, network = await run(wanted, Plan(allow_private=True))
    assert [target.address for target in network.probed] == [address]


@pytest.mark.parametrize(
    ("family", "tried", "left"),
    [(Family.ONLY_4, "192.0.2.1", "2001:db8::1"), (Family.ONLY_6, "2001:db8::1", "192.0.2.1")],
)
async def test_a_family_can_be_switched_off(family, tried, left):
    wanted = an_inspection(hosts={"mx1.example.org": "192.0.2.1 2001:db8::1"})
    found, network = await run(wanted, Plan(family=family))
    assert [target.address for target in network.probed] == [tried]
    assert found.probe(left).reason is Reason.FAMILY_OFF


async def test_a_domain_cannot_make_us_knock_at_more_addresses_than_the_limit():
    hosts = {f"h{n}.example.org": f"192.0.2.{n} 198.51.100.{n} 203.0.113.{n}" for n in range(1, 81)}
    mx = ", ".join(f"10 {name}" for name in hosts)
    found, network = await run(an_inspection(mx=mx, hosts=hosts))
    left = [probe for probe in found.probes if probe.reason is Reason.TOO_MANY]
    assert (len(network.probed), len(left)) == (MOST_ADDRESSES, 240 - MOST_ADDRESSES)


async def test_records_that_no_sender_can_use_are_not_probed():
    wanted = an_inspection(mx="0 ., 10 192.0.2.7, 10 localhost, 20 a.example.org")
    _, network = await run(wanted)
    assert [target.host for target in network.probed] == ["a.example.org"]


FIVE = {
    "a.example.org": "192.0.2.1 192.0.2.2 192.0.2.3",
    "b.example.org": "192.0.2.4 192.0.2.5 192.0.2.6",
    "d.example.org": "192.0.2.9",
}
TWO_AND_ONE = "10 a.example.org, 10 b.example.org, 20 d.example.org"


@pytest.mark.parametrize("sender", ["postfix", "exim"])
async def test_every_address_is_probed_and_those_of_the_run_first_as_the_sender_has_them(sender):
    plan = Plan(sender=sender, seed=3)
    wanted = an_inspection(mx=TWO_AND_ONE, hosts=FIVE, plan=plan)
    _, network = await run(wanted)
    probed = [target.address for target in network.probed]
    order = [place.address for place in probe_order(wanted) if place.preference == 10]
    assert probed == [*order, "192.0.2.9"]


async def test_walking_as_postfix_ends_after_five_addresses_and_says_so():
    plan = Plan(mode=ProbeMode.AS_SENDER, sender="postfix")
    probes = {f"192.0.2.{n}": Outcome.REFUSED for n in range(1, 7)}
    wanted = an_inspection(mx=TWO_AND_ONE, hosts=FIVE, plan=plan, probes=probes)
    found, network = await run(wanted)
    assert [t.address for t in network.probed] == [p.address for p in try_order(wanted)]
    left = {probe.target.address for probe in found.probes if probe.reason is Reason.NOT_IN_RUN}
    assert (len(network.probed), len(left)) == (5, 2)
    assert "192.0.2.9" in left


async def test_walking_as_a_sender_begins_once_all_addresses_are_known():
    wanted = an_inspection(mx=TWO_AND_ONE, hosts=FIVE, plan=Plan(mode=ProbeMode.AS_SENDER, seed=1))
    network = network_of(wanted)
    gate = network.hold("b.example.org A")

    async def release():
        await network.begun("d.example.org A")
        gate.set()

    async with asyncio.TaskGroup() as group:
        group.create_task(release())
        group.create_task(run(wanted, network=network))
    assert network.probed[0].address == try_order(wanted)[0].address


async def test_an_exchange_that_is_an_address_is_probed_where_the_sender_takes_one():
    wanted = an_inspection(mx="10 192.0.2.7, 20 a.example.org", plan=Plan(sender="postfix"))
    _, network = await run(wanted)
    assert network.probed[0].host == network.probed[0].address == "192.0.2.7"


async def test_nobody_is_knocked_at_by_a_sender_that_returns_the_mail_at_once():
    plan = Plan(mode=ProbeMode.AS_SENDER, sender="postfix")
    found, network = await run(an_inspection(mx="0 ., 20 a.example.org", plan=plan))
    assert network.probed == []
    assert [probe.reason for probe in found.probes] == [Reason.NOT_IN_RUN]


async def test_walking_as_qmail_stays_with_the_first_host_that_answers_at_all():
    plan = Plan(mode=ProbeMode.AS_SENDER, sender="qmail")
    probes = {"192.0.2.1": Outcome.DEFERRED}
    hosts = {"a.example.org": "2001:db8::1 192.0.2.1", "d.example.org": "192.0.2.9"}
    mx = "10 a.example.org, 20 d.example.org"
    wanted = an_inspection(mx=mx, hosts=hosts, plan=plan, probes=probes)
    found, network = await run(wanted)
    assert [target.address for target in network.probed] == ["192.0.2.1"]
    left = {probe.target.address: probe.reason for probe in found.probes if probe.reason}
    assert left == {"192.0.2.9": Reason.STOPPED_EARLIER, "2001:db8::1": Reason.NOT_IN_RUN}
