"""What a session's certificates are worth for one host: names, dates, path and strength.

Everything is judged as of the probe, never as of today. A certificate that nobody should trust
still encrypts: most senders look at none (RFC 7435), so nothing here makes mail stop by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from mxgui.model.certificate import Certificate
from mxgui.model.chain import Chain, PathProblem
from mxgui.model.inspection import Inspection
from mxgui.model.once import once
from mxgui.model.smtp import Probe, StartTls
from mxgui.routing.names import names_host, names_host_by_cn

# Below these, senders with OpenSSL's usual settings refuse a key that they verify
LEAST_BITS = {"RSA": 2048, "EC": 224}
BROKEN_DIGESTS = ("md5", "sha1")
_ENCRYPTED = (StartTls.UNVERIFIED, StartTls.VERIFIED)


class Flaw(Enum):
    """What is wrong with a certificate; the values are the words of the JSON."""

    EXPIRED = "expired"
    NOT_YET_VALID = "not_yet_valid"
    SELF_SIGNED = "self_signed"
    UNKNOWN_ISSUER = "unknown_issuer"
    MISSING_INTERMEDIATE = "missing_intermediate"
    NAME_MISMATCH = "name_mismatch"
    WEAK = "weak"
    MALFORMED = "malformed"
    UNFIT = "unfit"


UNTRUSTED = (Flaw.SELF_SIGNED, Flaw.UNKNOWN_ISSUER, Flaw.MISSING_INTERMEDIATE, Flaw.UNFIT)
OUT_OF_DATE = (Flaw.EXPIRED, Flaw.NOT_YET_VALID)


class Part(Enum):
    """What of a certificate is weak."""

    KEY = "key"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Weakness:
    """A weak part of the certificate at that place of the chain, and what it is: `RSA 1024`."""

    place: int
    part: Part
    what: str


@dataclass(frozen=True, slots=True)
class CertificateView:
    """One session's certificates as they are for one host at the moment `at`.

    `dns_id` and `cn` tell whether a DNS-ID, or a common name, is for the host: policies of MTA-STS
    take the first alone. `chain` is None as long as the path was not checked; then nothing is said
    of it. `certificates` are as sent, leaf first, at least one.
    """

    host: str
    certificates: tuple[Certificate, ...]
    at: datetime
    dns_id: bool
    cn: bool
    chain: Chain | None
    weaknesses: tuple[Weakness, ...]
    flaws: tuple[Flaw, ...]

    @property
    def leaf(self) -> Certificate:
        """The server's own certificate."""
        return self.certificates[0]

    @property
    def trusted(self) -> bool | None:
        """Whether the path leads to an authority of the web; None if that was not checked."""
        return self.chain.trusted if self.chain is not None else None

    @property
    def verified(self) -> bool:
        """Whether a sender that insists on web PKI and the host's name would go on."""
        return self.trusted is True and self.dns_id

    @property
    def problems(self) -> tuple[str, ...]:
        """The flaws in the words of the JSON."""
        return tuple(flaw.value for flaw in self.flaws)

    @property
    def left(self) -> timedelta | None:
        """How long the leaf is valid yet, from the moment of the probe; negative once it ended."""
        return self.leaf.not_after - self.at if self.leaf.not_after is not None else None

    @property
    def days_left(self) -> int | None:
        """The same in whole days."""
        return self.left // timedelta(days=1) if self.left is not None else None

    def has(self, *flaws: Flaw) -> bool:
        """Whether it has one of these."""
        return any(flaw in self.flaws for flaw in flaws)


@once
def certificate_view(
    inspection: Inspection, probe: Probe | None, host: str
) -> CertificateView | None:
    """Give what the certificates of a probe are worth for a host; None if there were none."""
    if probe is None or probe.tls is None or not probe.tls.chain:
        return None
    certificates, at = probe.tls.chain, probe.began or inspection.began
    chain = inspection.chain_of(probe)
    dns_id = names_host(certificates[0], (host,))
    weaknesses = tuple(_weaknesses(certificates, chain))
    flaws = set(_flaws(certificates[0], at, chain))
    if not dns_id:
        flaws.add(Flaw.NAME_MISMATCH)
    if weaknesses:
        flaws.add(Flaw.WEAK)
    return CertificateView(
        host,
        certificates,
        at,
        dns_id,
        names_host_by_cn(certificates[0], (host,)),
        chain,
        weaknesses,
        tuple(flaw for flaw in Flaw if flaw in flaws),
    )


def starttls_of(inspection: Inspection, probe: Probe, host: str) -> StartTls:
    """Tell what came of STARTTLS for a host, its certificate included (RFC 8461, section 4.2)."""
    if probe.starttls not in _ENCRYPTED:
        return probe.starttls
    view = certificate_view(inspection, probe, host)
    return StartTls.VERIFIED if view is not None and view.verified else StartTls.UNVERIFIED


def path_places(chain: Chain | None, certificates: tuple[Certificate, ...]) -> tuple[int, ...]:
    """Give the places of the path in what was sent; the leaf alone as long as nothing is known."""
    found = chain.path if chain is not None else ()
    return tuple(place for place in found if 0 <= place < len(certificates)) or (0,)


def out_of_date(certificate: Certificate, at: datetime) -> Flaw | None:
    """Tell whether a certificate was out of date at that moment, and how."""
    if certificate.not_after is not None and at > certificate.not_after:
        return Flaw.EXPIRED
    if certificate.not_before is not None and at < certificate.not_before:
        return Flaw.NOT_YET_VALID
    return None


def _flaws(leaf: Certificate, at: datetime, chain: Chain | None) -> Iterator[Flaw]:
    problems: tuple[PathProblem, ...] = chain.problems if chain is not None else ()
    yield from (Flaw(problem.value) for problem in problems)
    dated = out_of_date(leaf, at)
    if dated is not None:
        yield dated
    if leaf.malformed:
        yield Flaw.MALFORMED


def _weaknesses(certificates: tuple[Certificate, ...], chain: Chain | None) -> Iterator[Weakness]:
    """Look at the path alone; a root is trusted for itself, and not for its signature."""
    for place in path_places(chain, certificates):
        certificate = certificates[place]
        if place and certificate.is_self_issued:
            continue
        least = LEAST_BITS.get(certificate.key_kind)
        bits = certificate.key_bits
        if certificate.key_kind == "DSA" or (least and bits is not None and bits < least):
            yield Weakness(place, Part.KEY, certificate.key)
        if not certificate.is_self_issued and _digest_of(certificate) in BROKEN_DIGESTS:
            yield Weakness(place, Part.SIGNATURE, certificate.signature)


def _digest_of(certificate: Certificate) -> str:
    """Give the hash under a signature; files of an earlier version have it in the name alone."""
    if certificate.digest:
        return certificate.digest
    written = certificate.signature.lower()
    return next((digest for digest in BROKEN_DIGESTS if written.endswith(digest)), "")
