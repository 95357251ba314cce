"""Name servers asked directly: what is sent, and what is made of the reply."""

import asyncio
import socket
from time import perf_counter
from typing import Any

import pytest

from mxgui.model.authority import ServerAnswer
from mxgui.model.records import Question, RecordType, Status, Transport
from mxgui.net.authority import Courtesy, Direct, straight
from tests.servers.dns_acts import MALFORMED, SILENT, Act
from tests.servers.dns_server import DnsServer

ZONE = "example.org"
SHORT = 0.2  # seconds, for what never gets an answer
SOA = "ns1.example.org. hostmaster.example.org. 2026112301 7200 900 1209600 60"
AUTHORITY: dict[str, Any] = {"aa": True, "is_resolver": False}


def asked(kind="MX", name=ZONE, transport=Transport.UDP):
    question = Question(name, RecordType(kind))
    return ServerAnswer(ZONE, "ns1.example.org", "192.0.2.1", question, transport)


async def heard(says, *what, wait=5.0, **more):
    """Ask a scripted server, and give what came of it and what the server saw."""
    about = asked(*what, **more)
    table = {(f"{about.question.name}", about.question.type.value): says}
    async with DnsServer(table) as server:
        way = ("127.0.0.1", server.port)
        found = await Direct(about, lambda _: way, perf_counter, wait).run()
    return found, server.seen


async def test_the_query_wants_no_recursion_and_no_signatures():
    _, seen = await heard(Act(records=("10 mx1.example.org.",), **AUTHORITY))
    assert [(one.flags, one.edns, one.wants_signatures) for one in seen] == [(0, 0, False)]


async def test_an_answer_with_authority_is_kept_as_sorted_text():
    records = ("20 mx2.example.org.", "10 mx1.example.org.")
    found, _ = await heard(Act(records=records, ttl=3600, **AUTHORITY))
    assert found.answer == ("10 mx1.example.org", "20 mx2.example.org")
    assert (found.status, found.rcode) == (Status.NOERROR, "NOERROR")
    assert (found.authoritative, found.recursive) == (True, False)
    assert found.ttl == 3600
    assert found.is_heard


async def test_the_soa_gives_the_serial():
    found, _ = await heard(Act(records=(SOA,), ttl=900, **AUTHORITY), "SOA")
    assert found.serial == 2026112301
    assert found.answer == ("ns1.example.org hostmaster.example.org 2026112301",)
    assert found.ttl == 900


async def test_addresses_and_aliases_are_text_too():
    found, _ = await heard(Act(records=("192.0.2.9", "192.0.2.7"), **AUTHORITY), "A")
    assert found.answer == ("192.0.2.7", "192.0.2.9")
    found, _ = await heard(Act(only_alias="mx.example.net.", **AUTHORITY), "A")
    assert (found.status, found.answer) == (Status.NOERROR, ("CNAME mx.example.net",))


async def test_no_record_is_no_failure():
    found, _ = await heard(Act(**AUTHORITY))
    assert (found.status, found.answer, found.authoritative) == (Status.NODATA, (), True)


@pytest.mark.parametrize("rcode", ["REFUSED", "SERVFAIL", "NXDOMAIN"])
async def test_an_error_is_told_by_its_code(rcode):
    found, _ = await heard(Act(rcode=rcode, is_resolver=False))
    assert found.rcode == rcode
    assert found.status.value == rcode.lower()


async def test_an_answer_out_of_a_resolver_is_told_from_one_with_authority():
    found, _ = await heard(Act(records=("10 mx1.example.org.",)))
    assert (found.authoritative, found.recursive) == (False, True)


async def test_a_referral_is_not_taken_for_an_answer():
    lines = ("example.org. 300 IN NS ns9.example.net.",)
    act = Act(authority=lines, has_soa=False, is_resolver=False)
    found, _ = await heard(act)
    assert found.status is Status.BAD_ANSWER
    assert "referral" in found.note


async def test_the_zone_above_tells_servers_and_glue():
    about = ServerAnswer("org", "a.org", "192.0.2.1", Question(ZONE, RecordType.NS))
    lines = (
        "example.org. 300 IN NS ns2.example.org.",
        "example.org. 300 IN NS ns1.example.org.",
    )
    table = {(ZONE, "NS"): Act(authority=lines, has_soa=False, is_resolver=False)}
    async with DnsServer(table) as server:
        way = ("127.0.0.1", server.port)
        found = await Direct(about, lambda _: way, perf_counter).run()
    assert found.answer == ("ns1.example.org", "ns2.example.org")
    assert (found.status, found.authoritative, found.ttl) == (Status.NOERROR, False, 300)


async def test_what_does_not_fit_is_asked_for_over_tcp():
    act = Act(records=("10 mx1.example.org.",), is_truncated=True, **AUTHORITY)
    found, seen = await heard(act)
    assert found.transport is Transport.TCP
    assert found.answer
    assert [one.transport for one in seen] == ["udp", "tcp"]


async def test_over_tcp_alone_when_that_is_wanted():
    found, seen = await heard(Act(records=(SOA,), **AUTHORITY), "SOA", transport=Transport.TCP)
    assert found.serial
    assert [one.transport for one in seen] == ["tcp"]


async def test_a_server_that_knows_no_edns_is_asked_without():
    found, seen = await heard(Act(records=("10 a.example.",), refuses_edns=True, **AUTHORITY))
    assert found.answer == ("10 a.example",)
    assert [one.edns for one in seen] == [0, -1]


async def test_a_silent_server_is_asked_twice_and_then_left_alone():
    found, seen = await heard(SILENT, wait=SHORT)
    assert (found.status, found.rcode) == (Status.TIMEOUT, None)
    assert [one.edns for one in seen] == [0, -1]


async def test_a_closed_port_is_told_at_once():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    found = await Direct(asked(), lambda _: ("127.0.0.1", port), perf_counter).run()
    assert found.status is Status.TIMEOUT
    assert found.note


async def test_nonsense_is_told_as_such():
    found, _ = await heard(MALFORMED)
    assert found.status is Status.BAD_ANSWER
    assert not found.is_heard


async def test_a_flood_of_strangers_ends():
    found, _ = await heard(Act(records=("10 a.example.",), strangers=200), wait=1.0)
    assert found.status is Status.BAD_ANSWER


async def test_a_name_that_no_message_carries_is_not_asked():
    found = await Direct(asked(name="x" * 80), straight, perf_counter).run()
    assert found.status is Status.NOT_ASKED
    assert found.note


def test_the_way_leads_to_the_port_of_dns_unless_told():
    assert straight("2001:db8::1") == ("2001:db8::1", 53)


async def test_a_server_is_asked_one_thing_at_a_time_and_few_servers_at_once():
    courtesy, now, most = Courtesy(at_once=2), [], []

    async def visit(address):
        async with courtesy.turn(address):
            now.append(address)
            most.append((len(now), now.count(address)))
            await asyncio.sleep(0)
            now.remove(address)

    async with asyncio.TaskGroup() as group:
        for address in ("192.0.2.1", "192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.3"):
            group.create_task(visit(address))
    assert max(count for count, _ in most) == 2
    assert max(count for _, count in most) == 1
