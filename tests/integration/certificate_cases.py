"""Certificates of every make, shown over SMTP: what mxgui, OpenSSL and Postfix make of them."""

from __future__ import annotations

import re
import ssl
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from cryptography.hazmat.primitives.asymmetric import ec, ed25519

from mxgui.model.event import Learned, chain_step, probe_step
from mxgui.model.inspection import learn
from mxgui.model.plan import Plan
from mxgui.model.smtp import Probe
from mxgui.net.chain import chain_of
from mxgui.net.roots import Roots
from mxgui.routing.certificates import certificate_view
from tests.builders import an_inspection
from tests.integration.calm import write_calm
from tests.integration.debian import unpack
from tests.integration.saying import said_by
from tests.servers.minting import (
    HOST,
    Minted,
    a_leaf,
    an_authority,
    an_rsa_key,
    as_version_1,
    pem_of,
    with_sha1,
)
from tests.servers.probing import knock
from tests.servers.smtp_acts import encrypting
from tests.servers.smtp_server import LOOPBACK, SmtpServer

LENIENT = "ALL:@SECLEVEL=0"
POSTFIX = """\
compatibility_level = 3.6
config_directory = {folder}
daemon_directory = {tree}/usr/lib/postfix/sbin
shlib_directory = {tree}/usr/lib/postfix
meta_directory = {tree}/etc/postfix
mail_owner = daemon
setgid_group = mail
inet_protocols = all
myhostname = sender.example
maillog_file = {folder}/posttls.log
dnssec_probe =
tls_medium_cipherlist = ALL:@SECLEVEL=0
"""


@dataclass(frozen=True)
class World:
    """One authority that all know, and what hangs from it; all of one moment."""

    at: datetime
    root: Minted
    middle: Minted
    strange: Minted

    @classmethod
    def of(cls, at: datetime) -> World:
        root = an_authority("Known Root", key=an_rsa_key(), at=at)
        middle = an_authority("Middle", root, an_rsa_key(2048, 1), at=at)
        return cls(at, root, middle, an_authority("Strange Root", key=an_rsa_key(2048, 2), at=at))

    def leaf(self, by: Minted | None = None, **make: object) -> Minted:
        return a_leaf(by or self.middle, at=self.at, **make)  # type: ignore[arg-type]


Chain: TypeAlias = "Sequence[Minted]"


def _expired_middle(world: World) -> Chain:
    old = an_authority("Old Middle", world.root, at=world.at, ends=-1)
    return (world.leaf(old), old)


def _strange(world: World) -> Chain:
    return (world.leaf(world.strange), world.strange)


def _version_1(world: World) -> Chain:
    return (as_version_1(world.leaf(world.root), world.root),)


def _sha1(world: World) -> Chain:
    return (with_sha1(world.leaf(), world.middle), world.middle)


def _wrong_order(world: World) -> Chain:
    low = an_authority("Low", world.middle, at=world.at)
    return (world.leaf(low), world.middle, low)


def _keyed(key: Callable[[], object]) -> Callable[[World], Chain]:
    return lambda world: (world.leaf(key=key()), world.middle)


CASES: dict[str, Callable[[World], Chain]] = {
    "good": lambda w: (w.leaf(), w.middle),
    "wildcard": lambda w: (w.leaf(names=("*.example.org",)), w.middle),
    "wildcard, two labels": lambda w: (w.leaf(names=("*.org",)), w.middle),
    "expired": lambda w: (w.leaf(ends=-1), w.middle),
    "not yet valid": lambda w: (w.leaf(begins=1), w.middle),
    "other name": lambda w: (w.leaf(names=("x.example.net",), common_name="x"), w.middle),
    "common name only": lambda w: (w.leaf(names=()), w.middle),
    "common name beside others": lambda w: (w.leaf(names=("x.example.net",)), w.middle),
    "self-signed": lambda w: (a_leaf(at=w.at),),
    "self-signed, expired": lambda w: (a_leaf(at=w.at, ends=-1),),
    "unknown root": _strange,
    "unknown root not sent": lambda w: _strange(w)[:1],
    "intermediate missing": lambda w: (w.leaf(),),
    "expired intermediate": _expired_middle,
    "root sent too": lambda w: (w.leaf(), w.middle, w.root),
    "wrong order": _wrong_order,
    "superfluous": lambda w: (w.leaf(), w.strange, w.middle),
    "SHA-1": _sha1,
    "version 1": _version_1,
    "RSA 1024": _keyed(lambda: an_rsa_key(1024)),
    "EC P-224": _keyed(lambda: ec.generate_private_key(ec.SECP224R1())),
    "Ed25519": _keyed(ed25519.Ed25519PrivateKey.generate),
    "TLS 1.0": lambda w: (w.leaf(key=an_rsa_key(2048, 3)), w.middle),
}


@dataclass(frozen=True)
class Opinions:
    """One row of the table: does each verify the host, and in which words."""

    case: str
    mxgui: bool
    problems: tuple[str, ...]
    version: str
    openssl_verify: str  # OK, or the number of its error
    openssl_client: str
    postfix: str  # Verified, Untrusted, or no TLS

    def __str__(self) -> str:
        ours = ", ".join((*(["verified"] if self.mxgui else []), *self.problems))
        return (
            f"{self.case:26} {self.version:8} {ours:36} "
            f"{self.openssl_verify:7} {self.openssl_client:9} {self.postfix}"
        )


async def opinions(case: str, world: World, folder: Path) -> Opinions:
    """Show the chain of a case, and ask everybody."""
    chain = CASES[case](world)
    (folder / "root.pem").write_bytes(world.root.pem)
    async with SmtpServer(encrypting(), _context(chain, folder, old=case == "TLS 1.0")) as server:
        probe = await knock(server.port)
        client = await _client(server.port, folder)
        postfix = await _postfix(server.port, folder)
    verify = await _verify(chain, folder)
    verified, problems = _ours(probe, world)
    version = probe.tls.version if probe.tls is not None else ""
    return Opinions(case, verified, problems, version, verify, client, postfix)


def _ours(probe: Probe, world: World) -> tuple[bool, tuple[str, ...]]:
    tls, probe = probe.tls, replace(probe, began=world.at)
    if tls is None:
        return False, ("no TLS",)
    chain = chain_of(tls, world.at, Roots((world.root.der,), system=False))
    step = probe_step(probe.target)
    known = an_inspection(plan=Plan(port=probe.target.port))
    known = learn(learn(known, Learned(step, probe)), Learned(chain_step(step), chain))
    view = certificate_view(known, probe, HOST)
    assert view is not None
    return view.verified, view.problems


def _context(chain: Chain, folder: Path, *, old: bool) -> ssl.SSLContext:
    file = folder / "chain.pem"
    file.write_bytes(chain[0].key_pem + pem_of(chain))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.set_ciphers(LENIENT)
    context.load_cert_chain(file)
    if old:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1
    return context


async def _verify(chain: Chain, folder: Path) -> str:
    (folder / "leaf.pem").write_bytes(chain[0].pem)
    (folder / "rest.pem").write_bytes(pem_of(chain[1:]))
    rest = ("-untrusted", str(folder / "rest.pem")) if chain[1:] else ()
    said = await said_by(
        "openssl", "verify", "-purpose", "sslserver", "-verify_hostname", HOST, *_ROOTS,
        str(folder / "root.pem"), *rest, str(folder / "leaf.pem"),
    )  # fmt: skip
    found = re.search(r"error (\d+) at", said)
    return found[1] if found else "OK"


_ROOTS = ("-no-CApath", "-no-CAstore", "-CAfile")


async def _client(port: int, folder: Path) -> str:
    said = await said_by(
        "openssl", "s_client", "-starttls", "smtp", "-brief", "-verify_hostname", HOST,
        "-cipher", LENIENT, "-min_protocol", "TLSv1", *_ROOTS, str(folder / "root.pem"),
        "-connect", f"{LOOPBACK}:{port}",
    )  # fmt: skip
    found = re.search(r"^Verification: OK", said, re.MULTILINE)
    error = re.search(r"^verify error:num=(\d+)", said, re.MULTILINE)
    return "OK" if found and not error else (error[1] if error else "no TLS")


async def _postfix(port: int, folder: Path) -> str:
    tree = unpack("postfix")
    write_calm(folder / "main.cf", POSTFIX.format(folder=folder, tree=tree))
    libraries = f"{tree}/usr/lib/postfix:{tree}/usr/lib/x86_64-linux-gnu"
    said = await said_by(
        "env", f"MAIL_CONFIG={folder}", f"LD_LIBRARY_PATH={libraries}",
        f"{tree}/usr/sbin/posttls-finger", "-c", "-l", "secure", "-p", ">=TLSv1",
        "-F", str(folder / "root.pem"), f"[{LOOPBACK}]:{port}", HOST,
    )  # fmt: skip
    found = re.search(r"(Verified|Trusted|Untrusted|Anonymous) TLS connection established", said)
    return found[1] if found else "no TLS"
