"""Policies over HTTPS: what a good host gives, what it costs, and which way it ended otherwise."""

import asyncio
import errno

import pytest

from mxgui.model.plan import NORMAL, PATIENT, QUICK, Patience
from mxgui.model.policy import FetchOutcome, Reach, TlsProblem
from mxgui.net.https import BODY_BYTES
from mxgui.net.policy import Errand, fetch_policy
from tests.builders import NOON
from tests.net.fetching import AUTHORITY, HASTY, a_host, a_way, an_errand, fetched, fetched_from
from tests.servers.certificates import expired, leaf, self_signed
from tests.servers.policy_server import DOMAIN, HEAD, HOST, POLICY, PolicyServer, a_reply, in_chunks
from tests.servers.probing import FailingDialer, HangingDialer
from tests.servers.smtp_server import LOOPBACK

READ = "version: STSv1\nmode: enforce\nmx: *.example.org\nmax_age: 604800\n"


@pytest.mark.parametrize(
    "reply",
    [
        a_reply(),
        in_chunks(POLICY, 7),
        in_chunks(POLICY, 1),
        HEAD + b"Connection: close\r\n\r\n" + POLICY,
        b"HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\n" + POLICY,
        b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + a_reply(),
    ],
    ids=["length", "chunks", "single bytes", "until the end", "HTTP/1.0", "after a hint"],
)
async def test_a_policy_is_fetched_whole(reply):
    fetch = await fetched(reply)
    assert (fetch.outcome, fetch.status, fetch.text) == (FetchOutcome.FETCHED, 200, READ)
    assert fetch.media_type == "text/plain"
    assert fetch.moment == NOON
    assert [one.reach for one in fetch.tries] == [Reach.CONNECTED]
    assert fetch.tls is not None
    assert fetch.tls.chain[0].names == (HOST,)


async def test_the_request_is_for_the_one_path_with_the_hosts_name_and_nothing_compressed():
    async with a_host(a_reply()) as server:
        await fetched_from(server.port)
    first, *headers = server.heard
    assert first == "GET /.well-known/mta-sts.txt HTTP/1.1"
    known = dict(line.lower().split(": ", 1) for line in headers)
    assert known["host"] == f"{HOST}:{server.port}"
    assert known["accept-encoding"] == "identity"
    assert server.names == [HOST]


async def test_on_the_usual_port_the_host_is_named_without_it():
    async with a_host(a_reply()) as server:

        class Usual:
            async def open(self, address, port, limit):
                assert port == 443
                return await asyncio.open_connection(address, server.port, limit=limit)

        await fetch_policy(an_errand(443), a_way(dialer=Usual()), NOON)
    assert f"host: {HOST}" in [line.lower() for line in server.heard]


@pytest.mark.parametrize("status", [b"301 Moved", b"302 Found", b"304 As Before", b"308 Over"])
async def test_a_redirect_is_told_and_never_followed(status):
    reply = a_reply(b"", b"Location: https://127.0.0.1/\xe2\x80\xaex", status=status)
    async with a_host(reply) as server:
        fetch = await fetched_from(server.port)
    assert (fetch.outcome, fetch.status) == (FetchOutcome.REDIRECT, int(status[:3]))
    assert server.connections == 1
    assert fetch.location == "https://127.0.0.1/\\u202ex"


@pytest.mark.parametrize("status", [b"404 Not Found", b"500 No", b"206 Partial", b"204 None"])
async def test_no_other_status_counts(status):
    fetch = await fetched(a_reply(POLICY, status=status))
    assert fetch.outcome is FetchOutcome.STATUS
    assert fetch.status == int(status[:3])
    assert fetch.text == ""


@pytest.mark.parametrize(
    ("certificate", "problem"),
    [
        (lambda: leaf("example.org", authority=AUTHORITY), TlsProblem.NAME_MISMATCH),
        (lambda: leaf("*.example.org", authority=AUTHORITY), None),
        (lambda: leaf("*.org", authority=AUTHORITY), TlsProblem.NAME_MISMATCH),
        (lambda: self_signed(HOST), TlsProblem.SELF_SIGNED),
        (lambda: expired(HOST, AUTHORITY), TlsProblem.EXPIRED),
        (lambda: leaf(HOST), TlsProblem.UNKNOWN_ISSUER),
        (
            lambda: AUTHORITY.issue_cert("other.example.org", common_name=HOST),
            TlsProblem.NAME_MISMATCH,
        ),
    ],
    ids=["other name", "star", "star too high", "self-signed", "expired", "unknown", "CN alone"],
)
async def test_the_certificate_has_to_be_good_for_the_policy_host(certificate, problem):
    fetch = await fetched(a_reply(), certificate())
    assert fetch.tls_problem is problem
    wanted = FetchOutcome.TLS_FAILED if problem else FetchOutcome.FETCHED
    assert fetch.outcome is wanted


async def test_64_kib_are_a_policy_and_one_byte_more_is_none():
    body = POLICY + b"#" * (BODY_BYTES - len(POLICY))
    assert (await fetched(a_reply(body))).outcome is FetchOutcome.FETCHED
    fetch = await fetched(a_reply(body + b"#"))
    assert (fetch.outcome, fetch.text) == (FetchOutcome.TOO_BIG, "")


async def test_the_media_type_is_kept_with_its_parameters():
    reply = a_reply(POLICY, b"Content-Type: text/html; charset=x")
    assert (await fetched(reply)).media_type == "text/html; charset=x"
    assert (await fetched(a_reply(POLICY, b"X: y"))).media_type is None


async def test_what_is_compressed_stays_so_and_is_told():
    reply = a_reply(b"\x1f\x8b" + bytes(60), b"Content-Encoding: gzip")
    fetch = await fetched(reply)
    assert (fetch.outcome, fetch.encoding) == (FetchOutcome.FETCHED, "gzip")
    assert not fetch.is_utf8


@pytest.mark.parametrize(
    ("error", "reach"),
    [
        (ConnectionRefusedError(errno.ECONNREFUSED, "no"), Reach.REFUSED),
        (OSError(errno.ENETUNREACH, "no"), Reach.UNREACHABLE),
        (OSError(errno.EPERM, "no"), Reach.BLOCKED_HERE),
        (OSError(errno.EMFILE, "no"), Reach.NOT_TRIED),
    ],
)
async def test_every_way_of_not_connecting_has_its_name(error, reach):
    fetch = await fetch_policy(an_errand(443), a_way(dialer=FailingDialer(error)), NOON)
    assert fetch.outcome is FetchOutcome.NOT_REACHABLE
    assert [one.reach for one in fetch.tries] == [reach]


async def test_a_connection_that_does_not_come_about_is_given_up():
    way = a_way(HASTY, HangingDialer())
    fetch = await fetch_policy(an_errand(443, "192.0.2.1", "192.0.2.2"), way, NOON)
    assert fetch.outcome is FetchOutcome.NOT_REACHABLE
    assert {one.reach for one in fetch.tries} == {Reach.TIMED_OUT}
    assert fetch.limit == pytest.approx(0.6)


async def test_the_next_address_is_tried_where_one_cannot_be_connected_to():
    async with a_host(a_reply()) as server:

        class FirstRefuses:
            async def open(self, address, port, limit):
                if address == "2001:db8::1":
                    raise ConnectionRefusedError(errno.ECONNREFUSED, "no")
                return await asyncio.open_connection(address, port, limit=limit)

        errand = an_errand(server.port, "2001:db8::1", LOOPBACK)
        fetch = await fetch_policy(errand, a_way(dialer=FirstRefuses()), NOON)
    assert fetch.outcome is FetchOutcome.FETCHED
    assert [(one.address, one.reach) for one in fetch.tries] == [
        ("2001:db8::1", Reach.REFUSED),
        (LOOPBACK, Reach.CONNECTED),
    ]


async def test_a_private_address_is_never_connected_to():
    async with PolicyServer(a_reply()) as server:
        fetch = await fetch_policy(an_errand(server.port), a_way(allow=False), NOON)
    assert fetch.outcome is FetchOutcome.PRIVATE_ADDRESS
    assert [one.reach for one in fetch.tries] == [Reach.PRIVATE]
    assert server.connections == 0


async def test_without_an_address_nothing_is_tried():
    errand = Errand(DOMAIN, HOST, ())
    assert (await fetch_policy(errand, a_way(), NOON)).outcome is FetchOutcome.NO_ADDRESS


@pytest.mark.parametrize(
    ("patience", "limit"), [(QUICK, 25.0), (NORMAL, 60.0), (PATIENT, 60.0), (Patience(1, 1, 1), 3)]
)
def test_the_whole_has_a_minute_at_most(patience, limit):
    assert a_way(patience).limit == limit


async def test_a_cancel_goes_on_and_leaves_no_connection():
    async def never(peer):
        waiting.set()
        await peer.stay()
        left.set()

    waiting, left = asyncio.Event(), asyncio.Event()
    async with a_host(never) as server, asyncio.TaskGroup() as group:
        task = group.create_task(fetched_from(server.port))
        await waiting.wait()
        task.cancel()
        await left.wait()
    assert task.cancelled()
