"""One fetch from a policy host on loopback, as the tests of the network want it."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import perf_counter

import trustme

from mxgui.model.plan import Patience
from mxgui.model.policy import PolicyFetch
from mxgui.net.dialer import Dialer, DirectDialer
from mxgui.net.policy import Errand, Way, fetch_policy
from mxgui.net.trust import verifying_context
from tests.builders import NOON
from tests.servers.certificates import der_of_authority, leaf, server_context
from tests.servers.policy_server import DOMAIN, HOST, Act, PolicyServer, Reply
from tests.servers.smtp_server import LOOPBACK, SmtpServer

AUTHORITY = trustme.CA()
PATIENT = Patience(10, 10, 10)
HASTY = Patience(0.2, 0.2, 0.2)  # for hosts that never come to an end


def trusting(*authorities: trustme.CA) -> ssl.SSLContext:
    """The context of a sender that trusts these authorities beside the system's."""
    return verifying_context(tuple(der_of_authority(one) for one in authorities or (AUTHORITY,)))


def a_way(patience: Patience = PATIENT, dialer: Dialer | None = None, allow: bool = True) -> Way:
    """A way to fetch, on a real clock."""
    start = perf_counter()

    def watch() -> float:
        return perf_counter() - start

    return Way(dialer or DirectDialer(), patience, watch, trusting, lambda _address: allow)


def an_errand(port: int, *addresses: str, domain: str = DOMAIN, host: str = HOST) -> Errand:
    """What to fetch from a port of this machine."""
    return Errand(domain, host, addresses or (LOOPBACK,), port, "1")


async def fetched_from(port: int, patience: Patience = PATIENT) -> PolicyFetch:
    """Fetch the policy from a port of this machine."""
    return await fetch_policy(an_errand(port), a_way(patience), NOON)


@asynccontextmanager
async def a_host(
    reply: Reply, certificate: trustme.LeafCert | None = None, early: Act | None = None
) -> AsyncIterator[SmtpServer]:
    """A policy host with a good certificate, unless another is given."""
    context = server_context(certificate or leaf(HOST, authority=AUTHORITY))
    async with PolicyServer(reply, context, early) as server:
        yield server


async def fetched(
    reply: Reply,
    certificate: trustme.LeafCert | None = None,
    early: Act | None = None,
    patience: Patience = PATIENT,
) -> PolicyFetch:
    """Fetch from a policy host that answers so."""
    async with a_host(reply, certificate, early) as server:
        return await fetched_from(server.port, patience)
