"""Hostile certificates: chains that are broken, huge, slow to check, or lie."""

from __future__ import annotations

import ssl
from collections.abc import Callable

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.hostile.papers import (
    HOST,
    KEY,
    authority,
    by_hand,
    common_name,
    context_of,
    der,
    leaf,
    names_of,
    shown_by_hand,
    usual_context,
)
from tests.hostile.peer import Peer, Words
from tests.hostile.records import showing
from tests.hostile.stage import Stage
from tests.servers.minting import a_leaf, an_authority
from tests.servers.signing import NOW
from tests.servers.smtp_acts import encrypting
from tests.servers.smtp_server import SmtpServer

GREETED: Words = {"outcome": "greeted", "stage": "quit"}
GOOD: Words = {**GREETED, "verdict": "flows", "starttls": "verified", "problems": []}
BAD: Words = {**GREETED, "starttls": "unverified", "trusted": False}
MISNAMED: Words = {**BAD, "trusted": True, "problems": ["name_mismatch"]}
MALFORMED: Words = {**BAD, "problems": ["name_mismatch", "malformed"]}
UNREAD: Words = {"outcome": "greeted", "stage": "handshake", "starttls": "failed"}
PLANTED = b"<x-hostile>\x1b[2J\xe2\x80\xae\0</x-hostile>"
OUR_NAME = HOST.encode()


def peer(
    name: str, context: Callable[[], ssl.SSLContext], finds: str = "", **wanted: object
) -> Peer:
    """A host with that certificate."""
    stage = Stage(mail=lambda: SmtpServer(encrypting(), context()))
    return Peer(name, stage, wanted, tuple(finds.split()))


def made(**differs: bytes) -> Callable[[], ssl.SSLContext]:
    """A host with one certificate made by hand."""
    return lambda: shown_by_hand(by_hand(**differs))()


def behind(**differs: bytes) -> Callable[[], ssl.SSLContext]:
    """A host with a good leaf, and behind it a certificate made by hand."""
    name = authority().certificate.subject.public_bytes()
    return lambda: shown_by_hand(leaf().der, by_hand(subject=name, **differs))()


def unread(name: str, **differs: bytes) -> Peer:
    """A host with a certificate that not even OpenSSL reads: the handshake comes to nothing."""
    stage = Stage(
        mail=lambda: SmtpServer(encrypting(STARTTLS=showing(by_hand(**differs))), usual_context())
    )
    return Peer(name, stage, UNREAD, ("TLS-OFFERED-FAILS",))


def many(count: int) -> Callable[[], ssl.SSLContext]:
    """A leaf, and behind it certificates that all claim to have issued it and each other."""

    def context() -> ssl.SSLContext:
        alike = [
            by_hand(
                serial=b"\1" + number.to_bytes(2),
                subject=authority().certificate.subject.public_bytes(),
            )
            for number in range(count)
        ]
        return shown_by_hand(leaf().der, *alike)()

    return context


def in_a_circle() -> ssl.SSLContext:
    """A leaf whose two authorities have each issued the other."""
    first = an_authority("First", at=NOW)
    second = an_authority("Second", first, at=NOW)
    again = an_authority("First", second, first.key, at=NOW)
    own = a_leaf(again, KEY, common_name=HOST, names=(HOST,), at=NOW)
    return context_of(own, again, second)


def with_big_key() -> ssl.SSLContext:
    """A leaf that seems issued by an authority with a key of 16,384 bits, which is slow to use."""
    numbers = rsa.RSAPublicNumbers(2**31 - 1, (1 << 16_383) + 1)
    slow = numbers.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    name = authority().certificate.subject.public_bytes()
    return shown_by_hand(leaf().der, *[by_hand(serial=bytes([n]), subject=name, key=slow)
                                       for n in range(1, 14)])()  # fmt: skip


ODD_NAMES = der(0x30, der(0x06, b"\x55\x1d\x11"), der(0x04, b"\x30\x84\xff\xff\xff\xff"))
SIZES = (
    peer("a certificate with a name of 1 MB", made(subject=common_name(b"x" * 1_000_000)),
         "TLS-OFFERED-FAILS", **UNREAD),
    peer("a certificate with a name of 90 kB", made(subject=common_name(b"x" * 90_000)), **GOOD),
    peer("a certificate with 100,000 names",
         made(extensions=names_of(*[b"n%d.example" % n for n in range(100_000)])),
         "TLS-OFFERED-FAILS", **UNREAD),
    peer("a certificate with 5,000 names",
         made(extensions=names_of(*[b"n%d.example" % n for n in range(5_000)])),
         "TLS-CERT-NAME", **MISNAMED),
    peer("a certificate with 5,000 names, the right one last",
         made(extensions=names_of(*[b"n%d.example" % n for n in range(5_000)], OUR_NAME)), **GOOD),
    peer("100 certificates that each claim to be the issuer", many(100), **GOOD),
    peer("200 kB of certificates", many(400), "TLS-OFFERED-FAILS", **UNREAD),
    peer("issuers that go in a circle", in_a_circle, "TLS-CERT-UNTRUSTED", **BAD),
    peer("issuers with keys of 16,384 bits", with_big_key, **GOOD),
)  # fmt: skip
CONTENTS = (
    peer("a certificate with a negative serial", made(serial=b"\xff\x01"), **GOOD),
    unread("a certificate with a serial of zero bytes", serial=b""),
    peer("a certificate with a serial of 10 kB", made(serial=b"\x01" * 10_000), **GOOD),
    peer("a NUL behind the common name",
         made(subject=common_name(OUR_NAME + b"\0.evil.example"), extensions=names_of(b"a.test")),
         "TLS-CERT-NAME", **MISNAMED),
    peer("a NUL behind the DNS name", made(extensions=names_of(OUR_NAME + b"\0.evil.example")),
         "TLS-CERT-NAME", **MISNAMED),
    peer("names of markup, escapes and turned letters",
         made(subject=common_name(PLANTED), extensions=names_of(PLANTED, OUR_NAME)), **GOOD),
    unread("a name that is no UTF-8", subject=common_name(b"\xff\xfe\x80")),
    unread("a name of letters that do not exist", subject=common_name(b"\0\x11\0\0" * 5, 0x1C)),
    peer("a certificate of the year 9999", made(ends=b"99991231235959Z"), **GOOD),
    peer("a certificate from 1950", made(begins=b"19500101000000Z"), **GOOD),
    peer("a certificate of the year 0", made(begins=b"00000101000000Z"),
         **{**GOOD, "problems": ["malformed"]}),
    peer("a certificate of the 31st of February", made(ends=b"20400231000000Z"), **MALFORMED),
    peer("a certificate whose dates are words", made(ends=b"<x-hostile>"), **MALFORMED),
    peer("a certificate that ends before it begins", made(ends=b"20190101000000Z"),
         "TLS-CERT-EXPIRED", **BAD),
    peer("an issuer with an extension that is cut off", behind(extensions=ODD_NAMES), **GOOD),
    peer("an issuer with its names twice", behind(extensions=names_of(OUR_NAME) * 2), **GOOD),
    peer("10,000 unknown extensions",
         made(extensions=names_of(OUR_NAME) + der(0x30, b"\x06\1\x2a", der(4, b"")) * 10_000),
         **{**MALFORMED, "trusted": True}),
)  # fmt: skip
PEERS = (*SIZES, *CONTENTS)
