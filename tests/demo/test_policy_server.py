"""The demo's policy hosts speak HTTPS, each with the certificate that it is to have."""

import asyncio
import ssl

import pytest

from mxgui.demo.conversations import Conversations
from mxgui.demo.dialer import DemoDialer
from mxgui.demo.hosts import Fate
from mxgui.demo.policy_server import PolicyHosts, policy_hosts
from tests.demo.world import CONTEXTS

LIMIT = 100_000  # bytes
HOSTS = {name: known.address for name, _, known in policy_hosts()}


def strict_context() -> ssl.SSLContext:
    context = ssl.create_default_context(cadata=CONTEXTS.authority.pem.decode())
    context.verify_flags &= ~ssl.VerifyFlags.VERIFY_X509_STRICT
    return context


async def fetched(domain: str, path: str = "/.well-known/mta-sts.txt") -> bytes:
    """The whole response of a domain's policy host; raises where its certificate is not right."""
    conversations = Conversations()
    doors = await PolicyHosts.with_papers(conversations, CONTEXTS).open()
    name = f"mta-sts.{domain}"
    try:
        reader, writer = await DemoDialer({}, 25, doors).open(HOSTS[domain], 443, LIMIT)
        try:
            await writer.start_tls(strict_context(), server_hostname=name)
            writer.write(f"GET {path} HTTP/1.1\r\nHost: {name}\r\n\r\n".encode())
            return await reader.read()
        finally:
            writer.close()
    finally:
        await conversations.close()


async def test_a_policy_is_given_to_one_who_verifies_the_host():
    response = await fetched("sts.example")
    assert response.startswith(b"HTTP/1.1 200 ")
    assert b"mode: enforce\r\nmx: mx.sts.example\r\n" in response


@pytest.mark.parametrize(
    ("domain", "status"), [("sts-missing.example", b"404"), ("sts-redirect.example", b"302")]
)
async def test_other_statuses_are_given_as_told(domain, status):
    assert (await fetched(domain)).split()[1] == status


async def test_a_policy_may_be_larger_than_policies_may_be():
    assert len(await fetched("sts-too-big.example")) > 64 * 1024


async def test_anything_else_is_not_there():
    assert (await fetched("sts.example", "/")).startswith(b"HTTP/1.1 404 ")


async def test_a_host_may_show_the_certificate_of_another():
    with pytest.raises(ssl.SSLCertVerificationError):
        await fetched("sts-wrong-certificate.example")


async def test_every_address_has_a_door_with_its_fate():
    conversations = Conversations()
    doors = await PolicyHosts.with_papers(conversations, CONTEXTS).open()
    await conversations.close()
    fates = {known.address: known.fate for _, _, known in policy_hosts()}
    assert {address: door.fate for address, door in doors.items()} == fates
    assert Fate.REFUSES in fates.values()


async def test_they_live_on_the_windows_loop_too(qloop):
    assert b"mode: enforce" in await fetched("sts.example")
    assert asyncio.get_running_loop() is not None
