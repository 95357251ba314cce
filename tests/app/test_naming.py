"""Asking for the names of addresses."""

from mxgui.app.naming import MOST_ADDRESSES, Naming
from mxgui.app.tasks import Tasks
from mxgui.app.work import Work
from mxgui.model.plan import Plan
from mxgui.model.records import Question, RecordType
from mxgui.routing.reverse import reverse_name, reverse_of
from tests.builders import PLAN, a_failed_answer, an_answer, an_inspection, began
from tests.fakes import FakeClock, FakeNetwork


async def named(*addresses, answers=(), plan=PLAN, expected=()):
    """Ask for the names of addresses; the network that was asked, and what is known."""
    network = FakeNetwork(answers)
    work = Work.begun(began(plan=plan), network, lambda _: None, FakeClock())
    for question in expected:
        work.lookups.expect(question)
    async with Tasks() as group:
        naming = Naming(work, group)
        naming.take(addresses)
        naming.take(addresses)
    return [str(question) for question in network.asked], work.known


def pointing(address, names):
    return an_answer(reverse_name(address), "PTR", names)


async def test_the_name_is_asked_for_once_and_then_where_it_leads():
    answers = [
        pointing("192.0.2.1", "mx.example.net"),
        an_answer("mx.example.net", "A", "192.0.2.1"),
    ]
    asked, known = await named("192.0.2.1", answers=answers)
    assert asked == ["1.2.0.192.in-addr.arpa PTR", "mx.example.net A"]
    assert reverse_of(known, "192.0.2.1").confirmed


async def test_a_failed_lookup_is_kept_as_such_and_leads_to_nothing_more():
    failed = a_failed_answer(reverse_name("192.0.2.1"), "PTR")
    asked, known = await named("192.0.2.1", answers=[failed])
    assert len(asked) == 1
    assert reverse_of(known, "192.0.2.1").names is None


async def test_what_is_asked_for_anyway_is_not_asked_for_again():
    answers = [pointing("192.0.2.1", "mx1.example.org")]
    expected = [Question("mx1.example.org", RecordType.A)]
    asked, _ = await named("192.0.2.1", answers=answers, expected=expected)
    assert asked == ["1.2.0.192.in-addr.arpa PTR"]


async def test_few_names_of_an_address_are_looked_up():
    many = ", ".join(f"n{at}.example.net" for at in range(40))
    asked, _ = await named("192.0.2.1", answers=[pointing("192.0.2.1", many)])
    assert asked[1:] == ["n0.example.net A", "n1.example.net A", "n2.example.net A"]


async def test_a_name_that_many_addresses_have_is_looked_up_once():
    answers = [pointing(f"192.0.2.{n}", "mx.example.net") for n in (1, 2, 3)]
    asked, _ = await named("192.0.2.1", "192.0.2.2", "192.0.2.3", answers=answers)
    assert asked.count("mx.example.net A") == 1


async def test_not_all_of_very_many_addresses_are_asked_for():
    asked, _ = await named(*(f"20.0.0.{n}" for n in range(200)))
    assert len(asked) == MOST_ADDRESSES


async def test_private_addresses_have_names_where_they_are_meant():
    assert await named("10.0.0.1") == ([], an_inspection_of_nothing())
    asked, _ = await named("10.0.0.1", plan=Plan(allow_private=True))
    assert asked == ["1.0.0.10.in-addr.arpa PTR"]


def an_inspection_of_nothing():
    return Work.begun(began(), FakeNetwork(), lambda _: None, FakeClock()).known


def test_the_builder_knows_no_names_unless_told():
    assert reverse_of(an_inspection(), "192.0.2.1").names is None
