"""What another sender makes of MTA-STS: the resolver that Debian has for Postfix, on loopback.

Its own resolver object does all of it, DNS, HTTPS and parsing; only the ways to the servers of the
test are laid by this script: the port of the name server, and the port of the policy host.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from time import perf_counter

import trustme

from mxgui.app.inspect_domain import inspect_domain
from mxgui.model.event import Began
from mxgui.model.plan import Origin, Patience, Plan
from mxgui.model.resolver import ResolverSpec
from mxgui.model.sts import Mode
from mxgui.net.network import PlannedNetwork, Shared
from mxgui.net.resolver import Resolver
from mxgui.net.roots import Roots
from mxgui.net.vantage import Machine
from mxgui.routing.sts import StsVerdict, sts_of
from tests.builders import NOON, an_entry
from tests.fakes import FakeClock
from tests.integration.debian import unpack
from tests.servers.certificates import der_of_authority, expired, leaf, self_signed, server_context
from tests.servers.dns_server import DnsServer
from tests.servers.policy_server import PolicyServer
from tests.servers.smtp_server import LOOPBACK
from tests.sts_cases import FAILED, NONE, VALID, StsCase

DOMAIN = "case.test"
HOST = f"mta-sts.{DOMAIN}"
PUBLIC = "20.0.0.1"  # where the policy host is said to be; nothing ever goes there
AUTHORITY = trustme.CA()
COMPANIONS = (
    "python3-aiodns", "python3-pycares", "python3-aiohttp", "python3-multidict", "python3-yarl",
    "python3-frozenlist", "python3-aiosignal", "python3-attr", "python3-charset-normalizer",
    "python3-async-timeout", "python3-yaml", "python3-cffi-backend", "python3-idna",
)  # fmt: skip
SCRIPT = """
import asyncio, functools, json, socket, ssl, sys
import aiodns, aiohttp
from aiohttp.abc import AbstractResolver
from postfix_mta_sts_resolver import resolver

domain, dns_port, web_port, authority = sys.argv[1:]

class Here(AbstractResolver):
    async def resolve(self, host, port=0, family=socket.AF_INET):
        return [{"hostname": host, "host": "127.0.0.1", "port": int(web_port),
                 "family": socket.AF_INET, "proto": 0, "flags": socket.AI_NUMERICHOST}]
    async def close(self):
        pass

async def main():
    loop = asyncio.get_running_loop()
    sender = resolver.STSResolver(loop=loop, timeout=12)
    sender._resolver = aiodns.DNSResolver(nameservers=["127.0.0.1"], loop=loop, timeout=12,
                                          udp_port=int(dns_port), tcp_port=int(dns_port))
    context = ssl.create_default_context(cafile=authority)
    way = aiohttp.TCPConnector(resolver=Here(), ssl=context)
    aiohttp.ClientSession = functools.partial(aiohttp.ClientSession, connector=way)
    verdict, policy = await sender.resolve(domain)
    print(json.dumps([verdict.name, policy and policy[1]]))

asyncio.run(main())
"""
_THEIRS = {"VALID": VALID, "NONE": NONE, "FETCH_ERROR": FAILED}
_OURS = {
    StsVerdict.VALID: VALID,
    StsVerdict.NONE: NONE,
    StsVerdict.RECORD_INVALID: NONE,
    StsVerdict.FETCH_FAILED: FAILED,
    StsVerdict.POLICY_INVALID: FAILED,
}


class Here:
    """Leads every connection to one port of this machine, but those to mail hosts."""

    def __init__(self, port: int) -> None:
        self._port = port

    async def open(
        self, address: str, port: int, limit: int
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Connect."""
        if port != 443:
            raise ConnectionRefusedError
        return await asyncio.open_connection(LOOPBACK, self._port, limit=limit)


@asynccontextmanager
async def staged(case: StsCase) -> AsyncIterator[tuple[int, int]]:
    """The ports of a name server and of a policy host that play the case."""
    made = {
        "good": lambda: leaf(HOST, authority=AUTHORITY),
        "wrong name": lambda: leaf("www.case.test", authority=AUTHORITY),
        "self-signed": lambda: self_signed(HOST),
        "expired": lambda: expired(HOST, AUTHORITY),
    }
    records = [f'"{text}"' for text in case.records]
    table = {(HOST, "A"): [PUBLIC], (DOMAIN, "MX"): ["0 ."]}
    if records:
        table[f"_mta-sts.{DOMAIN}", "TXT"] = records
    async with (
        DnsServer(table) as dns,
        PolicyServer(case.reply, server_context(made[case.certificate]())) as web,
    ):
        yield dns.port, web.port


async def ours(case: StsCase) -> str:
    """What a sender would do by this program's verdict; with the mode of a policy that counts."""
    async with staged(case) as (dns, web):
        plan = Plan(patience=Patience(10, 10, 10), helo="probe.example.net")
        shared = Shared(
            dialer=Here(web),
            machine=Machine("probe", lambda _address: LOOPBACK),
            roots=Roots((der_of_authority(AUTHORITY),)),
        )
        asker = Resolver([ResolverSpec.parse(f"{LOOPBACK}:{dns}")], 10.0)
        network = PlannedNetwork(plan, shared, FakeClock(), asker)
        began = Began(an_entry(DOMAIN), plan, Origin("0", "loopback"), NOON)
        known = await inspect_domain(began, network, lambda _told: None, FakeClock())
        await network.close()
    sts = sts_of(known)
    assert sts.verdict is not None
    return _told(_OURS[sts.verdict], sts.mode.value if sts.mode else "")


def fetched() -> Path:
    """The folder with the sender that Debian has."""
    return unpack("postfix-mta-sts-resolver", *COMPANIONS)


def _libraries(tree: Path) -> str:
    return str(next(iter(tree.glob("usr/lib/*-linux-gnu")), tree))


async def theirs(case: StsCase, tree: Path, folder: Path) -> str:
    """What the sender does that lies in the tree."""
    authority = folder / "authority.pem"
    authority.write_bytes(AUTHORITY.cert_pem.bytes())
    modules = f"{tree}/usr/lib/python3/dist-packages"
    paths = {"PYTHONPATH": modules, "LD_LIBRARY_PATH": _libraries(tree)}
    async with staged(case) as (dns, web):
        asked = await asyncio.create_subprocess_exec(
            "/usr/bin/python3", "-c", SCRIPT, DOMAIN, str(dns), str(web), str(authority),
            env={**os.environ, **paths}, stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        said, complained = await asked.communicate()
    if not said:
        raise ValueError(complained.decode())
    verdict, policy = json.loads(said)
    return _told(_THEIRS[verdict], policy["mode"] if policy else "")


def _told(verdict: str, mode: str) -> str:
    return f"{verdict} {mode}" if mode and Mode(mode) else verdict


async def row(case: StsCase, folder: Path) -> str:
    """One line of the table: case, our verdict and time, theirs, and the RFC where they differ."""
    began = perf_counter()
    own = await ours(case)
    took = perf_counter() - began
    other = await theirs(case, fetched(), folder)
    why = f"RFC 8461 {case.section}" + (f": {case.why}" if case.why else "")
    return f"{case.name:32}  {own:15}  {took * 1000:5.0f} ms  {other:15}  {why}"
