"""The authoritative pass: who is asked what, and what is told of it."""

from mxgui.app.authorities import MOST_ADDRESSES, ask_authorities, questions_of
from mxgui.app.inspect_domain import inspect_domain
from mxgui.app.resuming import resume
from mxgui.app.work import Work
from mxgui.model.authority import Skipped
from mxgui.model.event import Asked, Event, Learned, ServerStep
from mxgui.model.inspection import learn
from mxgui.model.plan import Plan, ProbeMode
from mxgui.model.records import RecordType, Status, Transport
from tests.builders import a_line, a_server_answer, an_answer, an_inspection, began
from tests.fakes import FakeClock, FakeNetwork, network_of

KNOWN = an_inspection(
    mx="10 mx1.example.org, 20 mx.example.net",
    hosts={"mx1.example.org": "192.0.2.1", "mx.example.net": "192.0.2.2"},
)
PLAN = Plan(mode=ProbeMode.NONE, authoritative=True)
NS1, NS2, TOP = "198.51.100.1", "198.51.100.2", "198.51.100.9"
NAMES = (
    an_answer("example.org", "NS", "ns1.example.org"),
    an_answer("example.net", "NS", "ns2.example.net"),
    an_answer("org", "NS", "a.top"),
    an_answer("net", "NS", "a.top"),
    an_answer("ns1.example.org", "A", NS1),
    an_answer("ns2.example.net", "A", NS2),
    an_answer("a.top", "A", TOP),
)
SERVERS = (
    a_server_answer("example.org SOA", NS1, serial=7),
    a_server_answer("example.org NS", NS1, "ns1.example.org"),
    a_server_answer("example.org MX", NS1, "10 mx1.example.org", "20 mx.example.net"),
    a_server_answer("mx1.example.org A", NS1, "192.0.2.1"),
    a_server_answer("example.net SOA", NS2, serial=3),
    a_server_answer("example.org NS", TOP, "ns1.example.org", glue=(f"ns1.example.org {NS1}",)),
    a_server_answer("example.net NS", TOP, "ns2.example.net"),
)


async def passed(servers=SERVERS, names=NAMES, line=None, known=KNOWN):
    """Do the pass upon what is known; the events, what is known then, and who was asked."""
    network = FakeNetwork((*known.answers, *names), line=line, facts=servers)
    told: list[Event] = []
    found = await resume(known, PLAN, network, told.append, FakeClock(), ask_authorities)
    return told, found, network


def put_to(network, address):
    return [
        f"{one.question} {one.transport.value}"
        for one in network.asked_directly
        if one.address == address
    ]


async def test_every_server_of_every_zone_is_asked_for_what_lies_in_it():
    _, _, network = await passed()
    assert put_to(network, NS1) == [
        "example.org SOA udp",
        "example.org SOA tcp",
        "example.org NS udp",
        "example.org MX udp",
        "mx1.example.org A udp",
        "mx1.example.org AAAA udp",
        "ns1.example.org A udp",
        "ns1.example.org AAAA udp",
    ]
    assert "mx.example.net A udp" in put_to(network, NS2)
    assert "example.org MX udp" not in put_to(network, NS2)


async def test_the_zone_above_is_asked_for_the_delegation():
    _, found, network = await passed()
    assert put_to(network, TOP) == ["example.org NS udp", "example.net NS udp"]
    (delegation, *_) = [one for one in found.server_answers if one.zone == "org"]
    assert delegation.answer == ("ns1.example.org",)


async def test_nothing_that_was_known_is_asked_again_and_nothing_is_probed():
    _, _, network = await passed()
    assert not {answer.question for answer in KNOWN.answers} & set(network.asked)
    assert not network.probed


async def test_all_questions_to_a_zone_are_told_before_the_first_is_answered():
    told, _, _ = await passed()
    steps = [
        (type(event), event.step)
        for event in told
        if isinstance(event, Asked | Learned)
        and isinstance(event.step, ServerStep)
        and event.step.zone == "example.org"
    ]
    asked = [step for kind, step in steps if kind is Asked]
    assert [step for _, step in steps[: len(asked)]] == asked
    assert {step for kind, step in steps if kind is Learned} == set(asked)


async def test_folding_what_was_told_gives_the_result():
    told, found, _ = await passed()
    known = KNOWN
    for event in told:
        known = learn(known, event)
    assert known == found
    assert not found.running


async def test_a_silent_server_gets_no_further_questions():
    _, found, network = await passed(servers=())
    assert put_to(network, NS1) == ["example.org SOA udp", "example.org SOA tcp"]
    rest = [one for one in found.server_answers if one.address == NS1][2:]
    assert {one.skipped for one in rest} == {Skipped.SILENT}


async def test_a_server_that_is_heard_over_tcp_alone_is_asked_over_tcp():
    only = a_server_answer("example.org SOA", NS1, serial=7, transport=Transport.TCP)
    _, _, network = await passed(servers=(only,))
    assert put_to(network, NS1)[2:4] == ["example.org NS tcp", "example.org MX tcp"]


async def test_a_family_that_this_line_lacks_is_not_asked():
    six = an_answer("ns1.example.org", "AAAA", "2001:db8::1")
    names = [answer for answer in NAMES if answer.question != six.question]
    _, found, network = await passed(names=(*names, six), line=a_line(ipv6=False))
    assert not put_to(network, "2001:db8::1")
    mine = [one for one in found.server_answers if one.address == "2001:db8::1"]
    assert {one.skipped for one in mine} == {Skipped.NO_IPV6_HERE}


async def test_few_addresses_of_a_server_are_asked_and_those_of_the_zone_above_too():
    many = an_answer("ns1.example.org", "A", " ".join(f"20.0.0.{n}" for n in range(9)))
    names = [answer for answer in NAMES if answer.question != many.question]
    _, _, network = await passed(names=(*names, many))
    asked = {one.address for one in network.asked_directly if one.zone == "example.org"}
    assert asked == {"20.0.0.0", "20.0.0.1", NS1}
    assert len(asked) == MOST_ADDRESSES


async def test_where_the_resolver_fails_the_zone_above_names_the_servers():
    known = an_inspection(mx=Status.SERVFAIL)
    broken = (
        an_answer("org", "NS", "a.top"),
        an_answer("a.top", "A", TOP),
    )
    network = FakeNetwork((*known.answers, *broken), facts=SERVERS)
    network.answers |= {a.question: a for a in (failing("example.org", "NS"),)}
    found = await resume(known, PLAN, network, lambda _: None, FakeClock(), ask_authorities)
    assert "example.org MX udp" in put_to(network, NS1)
    assert found.server_answers[-1].zone == "example.org"


def failing(name, kind):
    return an_answer(name, kind, status=Status.SERVFAIL)


async def test_what_was_not_reached_in_time_is_told():
    network = FakeNetwork((*KNOWN.answers, *NAMES), facts=SERVERS)
    network.hold(f"{NS1} example.org MX")
    work = Work(KNOWN, network, lambda _: None, FakeClock())
    await ask_authorities(work, within=0.05)
    late = [one for one in work.known.server_answers if one.skipped is Skipped.OUT_OF_TIME]
    assert "example.org MX" in [str(one.question) for one in late]


def test_an_address_literal_has_no_zone_to_ask_about():
    work = Work(an_inspection("[192.0.2.7]"), network_of(KNOWN), lambda _: None, FakeClock())
    assert questions_of(work) == ()


async def test_the_main_job_does_the_pass_if_the_plan_wants_it():
    network = FakeNetwork((*KNOWN.answers, *NAMES), KNOWN.probes, facts=SERVERS)
    first = began(plan=Plan(authoritative=True))
    found = await inspect_domain(first, network, lambda _: None, FakeClock())
    assert {one.zone for one in found.server_answers} == {
        "example.org",
        "example.net",
        "org",
        "net",
    }
    kinds = {one.question.type for one in found.server_answers}
    assert kinds == {RecordType.SOA, RecordType.NS, RecordType.MX, RecordType.A, RecordType.AAAA}
