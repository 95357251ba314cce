"""Questions put to a resolver: what comes back for every way in which DNS can answer or fail."""

from __future__ import annotations

import asyncio
from ipaddress import ip_address
from random import Random

import pytest

from mxgui.model.records import (
    Alias,
    AttemptResult,
    ExtendedError,
    Mx,
    RecordType,
    Status,
    Transport,
)
from mxgui.model.resolver import BadResolver, ResolverSpec
from mxgui.net.resolver import MAX_IN_FLIGHT, Resolver, require_doh
from tests.net.asking import AGAIN, QUICK, SHORT, ask, ask_one, resolver_at, results
from tests.servers.dns_acts import (
    MALFORMED,
    NODATA,
    NXDOMAIN,
    REFUSED,
    SERVFAIL,
    SILENT,
    Act,
)
from tests.servers.dns_server import DnsServer, Says

NAME = "example.test"


async def test_records_come_in_the_order_of_the_answer():
    table: dict[tuple[str, str], Says] = {
        (NAME, "MX"): ["20 b.test", "10 C.test", "10 a.test", "0 ."]
    }
    async with DnsServer(table) as server:
        answer = await ask_one(server, NAME)
    assert answer.status is Status.NOERROR
    assert answer.mx == (Mx(20, "b.test"), Mx(10, "c.test"), Mx(10, "a.test"), Mx(0, "."))
    assert (answer.ttl, answer.ttl_original, answer.ad) == (300, None, False)
    assert (answer.rcode, answer.flags) == ("NOERROR", "qr rd ra")
    assert "10 C.test." in answer.raw


@pytest.mark.parametrize(
    ("kind", "records"),
    [
        (RecordType.A, ["192.0.2.2", "192.0.2.1"]),
        (RecordType.AAAA, ["2001:db8::2", "2001:db8::1"]),
    ],
)
async def test_addresses_are_told_as_addresses(kind: RecordType, records: list[str]):
    async with DnsServer({(NAME, kind.value): records}) as server:
        answer = await ask_one(server, NAME, kind)
    assert answer.addresses == tuple(ip_address(record) for record in records)


@pytest.mark.parametrize(
    ("act", "status"),
    [
        (NODATA, Status.NODATA),
        (NXDOMAIN, Status.NXDOMAIN),
        (SERVFAIL, Status.SERVFAIL),
        (REFUSED, Status.REFUSED),
        (MALFORMED, Status.BAD_ANSWER),
        (Act(rcode="NOTIMP"), Status.BAD_ANSWER),
        (Act(["10 a.test"], is_truncated=True, closes_tcp=True), Status.BAD_ANSWER),
    ],
)
async def test_every_way_to_answer_has_its_own_status(act: Act, status: Status):
    async with DnsServer({(NAME, "MX"): act}) as server:
        answer = await ask_one(server, NAME, pace=QUICK)
    assert answer.status is status
    assert not answer.records


@pytest.mark.parametrize(
    ("act", "status"),
    [
        (SILENT, Status.TIMEOUT),
        (Act(["10 a.test"], other_question=True), Status.BAD_ANSWER),
        (Act(["10 a.test"], wire=b"junk", keeps_id=False), Status.BAD_ANSWER),
    ],
)
async def test_patience_ends_where_no_reply_comes(act: Act, status: Status):
    async with DnsServer({(NAME, "MX"): act}) as server:
        answer = await ask(resolver_at(server, patience=SHORT, pace=QUICK), NAME)
        assert server.asked(NAME, "MX") > 1
    assert answer.status is status
    assert answer.took >= SHORT
    assert (answer.ad, answer.rcode, answer.ttl) == (None, None, None)


async def test_an_absence_holds_as_long_as_the_soa_record_says():
    async with DnsServer({(NAME, "A"): ["192.0.2.1"]}) as server:
        assert (await ask_one(server, NAME)).ttl == 60
        assert (await ask_one(server, "none.test")).ttl == 60


@pytest.mark.parametrize("rcode", ["NOERROR", "NXDOMAIN", "SERVFAIL", "REFUSED"])
async def test_extended_errors_are_kept_whatever_the_status(rcode: str):
    act = Act(rcode=rcode, ede=[(22, "no \x1b[31m reach"), (9, ""), (18, "\a" * 300)])
    async with DnsServer({(NAME, "MX"): act}) as server:
        answer = await ask_one(server, NAME, pace=QUICK)
    assert answer.ede[:2] == (ExtendedError(22, r"no \x1b[31m reach"), ExtendedError(9))
    assert len(answer.ede[2].text) == 200


async def test_what_the_resolver_says_of_validation_is_kept():
    async with DnsServer({(NAME, "MX"): Act(["10 a.test"], ad=True)}) as server:
        answer = await ask_one(server, NAME)
    assert answer.ad is True
    assert answer.flags == "qr rd ra ad"


async def test_a_query_asks_for_validation_and_signatures_in_a_size_no_path_cuts():
    async with DnsServer({(NAME, "MX"): ["10 a.test"]}) as server:
        await ask_one(server, NAME)
    (seen,) = server.seen
    assert seen.edns == 0
    assert seen.flags & 0x0020, "AD"
    assert (seen.payload, seen.wants_signatures) == (1232, True)


async def test_a_truncated_reply_is_asked_for_over_tcp():
    records = [f"10 mx{number}.example.test" for number in range(60)]
    async with DnsServer({(NAME, "MX"): Act(records, is_truncated=True)}) as server:
        answer = await ask_one(server, NAME)
    assert len(answer.records) == 60
    assert [attempt.transport for attempt in answer.attempts] == [Transport.UDP, Transport.TCP]
    assert results(answer) == [AttemptResult.TRUNCATED, AttemptResult.ANSWERED]


async def test_a_part_of_the_records_is_never_taken_for_the_whole():
    act = Act(["10 a.test", "20 b.test"], is_truncated=True, closes_tcp=True)
    async with DnsServer({(NAME, "MX"): act}) as server:
        answer = await ask_one(server, NAME, pace=AGAIN)
    assert not answer.records
    assert results(answer)[:2] == [AttemptResult.TRUNCATED, AttemptResult.UNREACHABLE]


async def test_an_alias_is_followed_within_an_answer():
    table: dict[tuple[str, str], Says] = {
        ("www.test", "CNAME"): ["Mail.test"],
        ("mail.test", "CNAME"): [NAME],
        (NAME, "MX"): ["10 a.test"],
    }
    async with DnsServer(table) as server:
        answer = await ask_one(server, "www.test")
        assert len(server.seen) == 1
    assert answer.aliases == (Alias("www.test", "mail.test", 300), Alias("mail.test", NAME, 300))
    assert (answer.canonical, answer.mx) == (NAME, (Mx(10, "a.test"),))


async def test_an_alias_that_leads_out_of_an_answer_is_asked_on():
    table: dict[tuple[str, str], Says] = {
        ("www.test", "MX"): Act(only_alias="mail.test", ttl=90, ede=[(3, "stale")]),
        ("mail.test", "MX"): Act(["10 a.test"], ttl=200, ad=True),
    }
    async with DnsServer(table) as server:
        answer = await ask_one(server, "www.test")
    assert answer.question.name == "www.test"
    assert answer.aliases == (Alias("www.test", "mail.test", 90),)
    assert (answer.mx, answer.ttl, answer.ad) == ((Mx(10, "a.test"),), 90, False)
    assert answer.ede == (ExtendedError(3, "stale"),)
    assert len(answer.attempts) == 2
    assert "www.test." in answer.raw
    assert "a.test." in answer.raw


async def test_the_end_of_an_alias_may_not_exist():
    async with DnsServer({("www.test", "CNAME"): ["gone.test"]}) as server:
        answer = await ask_one(server, "www.test")
    assert answer.status is Status.NXDOMAIN
    assert answer.aliases == (Alias("www.test", "gone.test", 300),)


async def test_the_aliases_stay_when_their_end_cannot_be_resolved():
    table: dict[tuple[str, str], Says] = {
        ("www.test", "MX"): Act(only_alias="broken.test"),
        ("broken.test", "MX"): SERVFAIL,
    }
    async with DnsServer(table) as server:
        answer = await ask_one(server, "www.test", pace=QUICK)
    assert answer.status is Status.SERVFAIL
    assert answer.aliases == (Alias("www.test", "broken.test", 300),)
    assert answer.ttl is None


@pytest.mark.parametrize("apart", [False, True])
async def test_aliases_in_a_circle_are_a_loop(apart: bool):
    table: dict[tuple[str, str], Says] = {
        ("a.test", "CNAME"): ["b.test"],
        ("b.test", "CNAME"): ["a.test"],
    }
    if apart:
        table = {
            ("a.test", "MX"): Act(only_alias="b.test"),
            ("b.test", "MX"): Act(only_alias="a.test"),
        }
    async with DnsServer(table) as server:
        answer = await ask_one(server, "a.test")
    assert answer.status is Status.LOOP
    assert [alias.target for alias in answer.aliases] == ["b.test", "a.test"]


@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize(("steps", "status"), [(10, Status.NOERROR), (11, Status.LOOP)])
async def test_ten_aliases_are_followed_and_no_more(apart: bool, steps: int, status: Status):
    table: dict[tuple[str, str], Says] = {(f"n{steps}.test", "MX"): ["10 a.test"]}
    for step in range(steps):
        target = f"n{step + 1}.test"
        if apart:
            table[f"n{step}.test", "MX"] = Act(only_alias=target)
        else:
            table[f"n{step}.test", "CNAME"] = [target]
    async with DnsServer(table) as server:
        answer = await ask_one(server, "n0.test")
    assert answer.status is status
    assert len(answer.aliases) == 10
    assert bool(answer.records) == (status is Status.NOERROR)


async def test_a_name_that_fits_into_no_message_is_not_asked():
    async with DnsServer({}) as server:
        answer = await ask_one(server, "a" * 64 + ".test")
    assert answer.status is Status.NOT_ASKED
    assert not server.seen


async def test_no_more_questions_are_in_flight_than_one_resolver_bears():
    table: dict[tuple[str, str], Says] = {(NAME, "MX"): Act(["10 a.test"], delay=0.5)}
    async with DnsServer(table) as server:
        resolver = resolver_at(server)
        async with asyncio.TaskGroup() as group:
            asked = [group.create_task(ask(resolver, NAME)) for _ in range(MAX_IN_FLIGHT + 10)]
    assert server.most_waiting == MAX_IN_FLIGHT
    assert all(task.result().status is Status.NOERROR for task in asked)


async def test_whatever_bytes_come_back_there_is_an_answer():
    chance = Random(1)
    names = [f"n{number}.test" for number in range(200)]
    bodies = {name: chance.randbytes(chance.randrange(120)) for name in names}
    flags = b"\x81\x80\0\1"  # so that the bytes are looked into
    async with DnsServer(
        {(n, "MX"): Act(wire=flags + body) for n, body in bodies.items()}
    ) as server:
        resolver = resolver_at(server, patience=0.1, pace=QUICK)
        async with asyncio.TaskGroup() as group:
            asked = [group.create_task(ask(resolver, name)) for name in names]
    assert {task.result().status for task in asked} <= {Status.BAD_ANSWER, Status.TIMEOUT}


def test_resolvers_are_shown_as_they_will_be_asked():
    def system() -> list[ResolverSpec]:
        return [ResolverSpec.plain("192.0.2.53"), ResolverSpec.plain("2001:db8::53")]

    specs = [ResolverSpec.parse(one) for one in ("system", "192.0.2.1", "tls://dns.test#192.0.2.2")]
    shown = Resolver(specs, 1, system=system).shown
    assert shown == (
        "192.0.2.53:53 (system), [2001:db8::53]:53 (system), 192.0.2.1:53, tls://dns.test#192.0.2.2"
    )


async def test_a_machine_without_resolver_says_so_at_once():
    resolver = Resolver([ResolverSpec.parse("system")], 60, system=list)
    answer = await ask(resolver, NAME)
    assert resolver.shown == "none (system)"
    assert answer.status is Status.TIMEOUT
    assert [attempt.note for attempt in answer.attempts] == ["this system names no resolver"]


def test_dns_over_https_without_its_extra_says_what_to_install():
    with pytest.raises(BadResolver, match=r"pip install mxgui\[doh\]"):
        require_doh(lambda _name: None)
