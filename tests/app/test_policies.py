"""What is asked about encryption beside the mail route, and when a policy is fetched."""

import asyncio

import pytest

from mxgui.app.inspect_domain import inspect_domain
from mxgui.model.event import Ended, Event, PolicyStep
from mxgui.model.plan import Plan, ProbeMode
from mxgui.model.policy import FetchOutcome, Reach
from mxgui.model.records import RecordType, Status
from tests.builders import a_failed_answer, an_answer, an_inspection, began
from tests.fakes import FakeClock, FakeNetwork, network_of
from tests.policies import POLICY, RECORD, a_fetch, a_protected, texts

HOST = "mta-sts.example.org"
OWN = ("_mta-sts.example.org TXT", "_smtp._tls.example.org TXT", "example.org TXT")
ANNOUNCED = texts("_mta-sts.example.org", RECORD)
TWO = (an_answer(HOST, "A", "20.0.9.1"), an_answer(HOST, "AAAA", "2a00::9"))


def a_network(*answers):
    """A domain with one exchange, and the answers given."""
    return FakeNetwork((an_answer(), *answers), facts=[a_fetch()])


async def inspected(network, typed="example.org", **plan):
    """The result of an inspection on that network."""
    return await inspect_domain(
        began(typed, Plan(**plan)), network, lambda _told: None, FakeClock()
    )


def asked(network):
    """The questions, in words."""
    return [str(question) for question in network.asked]


async def test_all_of_it_is_asked_at_once_beside_the_mx():
    network = a_network()
    gates = [network.hold(what) for what in ("example.org MX", *OWN)]

    async def all_begun():
        for what in ("example.org MX", *OWN):
            await network.begun(what)
        for gate in gates:
            gate.set()

    async with asyncio.TaskGroup() as group:
        group.create_task(all_begun())
        group.create_task(inspected(network))
    assert set(OWN) <= set(asked(network))


async def test_nothing_waits_for_a_policy():
    network = network_of(a_protected())
    network.answers.update({answer.question: answer for answer in TWO})
    gate = network.hold("policy")

    async def probed_meanwhile():
        await network.begun("policy")
        await network.begun("20.0.0.1")
        gate.set()

    async with asyncio.TaskGroup() as group:
        group.create_task(probed_meanwhile())
        task = group.create_task(inspected(network))
    assert task.result().policy is not None
    assert not task.result().running


async def test_a_policy_is_fetched_from_ipv6_first_where_a_record_announces_it():
    network = a_network(ANNOUNCED, *TWO)
    known = await inspected(network)
    assert network.fetched == [("example.org", ("2a00::9", "20.0.9.1"))]
    assert known.policy is not None
    assert (known.policy.text, known.policy.version) == (POLICY, "20260101T1")


@pytest.mark.parametrize(
    "answer",
    [
        texts("_mta-sts.example.org"),
        texts("_mta-sts.example.org", "v=STSv1;"),
        texts("_mta-sts.example.org", RECORD, "v=STSv1; id=2"),
        texts("_mta-sts.example.org", status=Status.SERVFAIL),
    ],
)
async def test_without_one_valid_record_nothing_is_fetched(answer):
    network = a_network(answer, *TWO)
    known = await inspected(network)
    assert network.fetched == []
    assert known.policy is None
    assert f"{HOST} A" not in asked(network)


async def test_where_only_dns_was_asked_for_nothing_is_fetched():
    network = a_network(ANNOUNCED, *TWO)
    known = await inspected(network, mode=ProbeMode.NONE)
    assert network.fetched == []
    assert known.policy is None
    assert set(OWN) <= set(asked(network))


@pytest.mark.parametrize(
    ("statuses", "outcome"),
    [
        ((Status.NODATA, Status.NODATA), FetchOutcome.NO_ADDRESS),
        ((Status.NXDOMAIN, Status.NXDOMAIN), FetchOutcome.NO_ADDRESS),
        ((Status.NODATA, Status.SERVFAIL), FetchOutcome.LOOKUP_FAILED),
        ((Status.TIMEOUT, Status.TIMEOUT), FetchOutcome.LOOKUP_FAILED),
    ],
)
async def test_a_policy_host_without_an_address_is_a_fact_of_its_own(statuses, outcome):
    kinds = zip(("A", "AAAA"), statuses, strict=True)
    network = a_network(ANNOUNCED, *(a_failed_answer(HOST, kind, one) for kind, one in kinds))
    known = await inspected(network)
    assert known.policy is not None
    assert known.policy.outcome is outcome
    assert network.fetched == []


async def test_private_addresses_of_a_policy_host_are_refused_like_those_of_mail_hosts():
    private = an_answer(HOST, "A", "10.0.0.1 20.0.9.1")
    network = a_network(ANNOUNCED, private)
    await inspected(network)
    assert network.fetched == [("example.org", ("20.0.9.1",))]
    network = a_network(ANNOUNCED, an_answer(HOST, "A", "10.0.0.1 127.0.0.1"))
    known = await inspected(network)
    assert known.policy is not None
    assert known.policy.outcome is FetchOutcome.PRIVATE_ADDRESS
    assert {one.reach for one in known.policy.tries} == {Reach.PRIVATE}
    assert network.fetched == []
    network = a_network(ANNOUNCED, an_answer(HOST, "A", "10.0.0.1"))
    await inspected(network, allow_private=True)
    assert network.fetched == [("example.org", ("10.0.0.1",))]


async def test_a_null_mx_may_have_a_policy_too():
    network = FakeNetwork([an_answer(records="0 ."), ANNOUNCED, *TWO], facts=[a_fetch()])
    assert (await inspected(network)).policy is not None


async def test_an_address_literal_has_none():
    network = a_network()
    known = await inspected(network, "[192.0.2.1]")
    assert {question.type for question in network.asked} == {RecordType.PTR}
    assert PolicyStep(known.entry.domain.ascii) not in known.facts


async def test_names_that_dns_cannot_hold_are_not_asked():
    domain = ".".join(["a" * 60] * 4) + ".orgs"  # 248 letters
    network = a_network()
    await inspected(network, domain)
    assert f"{domain} TXT" in asked(network)
    assert not [one for one in asked(network) if one.startswith("_")]


async def test_caa_is_looked_for_up_the_tree_each_name_once():
    network = a_network()
    network.answers.update(
        {
            answer.question: answer
            for answer in an_inspection(mx="10 a.example.org, 20 b.example.org").answers
        }
    )
    await inspected(network)
    caa = [one.removesuffix(" CAA") for one in asked(network) if one.endswith("CAA")]
    assert sorted(caa) == ["a.example.org", "b.example.org", "example.org", "org"]


async def test_caa_is_looked_for_no_further_than_it_is_found():
    found = an_answer("example.org", "CAA", "0 issue ca.example.net")
    network = a_network(an_answer("mx1.example.org", "A", "20.0.0.1"), found)
    await inspected(network)
    assert "org CAA" not in asked(network)


async def test_a_cancel_under_a_fetch_still_ends():
    network = a_network(ANNOUNCED, *TWO)
    network.hold("policy")
    told: list[Event] = []
    async with asyncio.TaskGroup() as group:
        task = group.create_task(inspect_domain(began(), network, told.append, FakeClock()))
        await network.begun("policy")
        task.cancel()
    assert task.cancelled()
    assert isinstance(told[-1], Ended)
