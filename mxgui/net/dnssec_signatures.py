"""Whether a signature over a set of records is good (RFC 4035, section 5.3)."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import dns.name
import dns.rdataclass
from dns.rdtypes.ANY.DNSKEY import DNSKEY
from dns.rdtypes.ANY.RRSIG import RRSIG

from mxgui.model.security import Why
from mxgui.net.dnssec_keys import ALGORITHMS, MAX_SAME_TAG, is_signed_by, is_usable_key, tag_of
from mxgui.net.dnssec_sets import RRset

MAX_FAILURES = 8  # verifications in vain over one set; unbound gives up there as well
_HEAD = 18  # bytes of a signature before the signer's name (RFC 4034, section 3.1)


@dataclass(slots=True)
class Budget:
    """How much may still be done for one inspection, whatever hostile zones ask for.

    Twenty exchanges with all their lookups need a few hundred signatures and hashes.
    """

    signatures: int = 2_000
    hashes: int = 20_000  # names of NSEC3
    questions: int = 600

    def has_signature(self) -> bool:
        """Take one verification off, if any is left."""
        self.signatures -= 1
        return self.signatures >= 0

    def has_hash(self) -> bool:
        """Take one hash off, if any is left."""
        self.hashes -= 1
        return self.hashes >= 0

    def has_question(self) -> bool:
        """Take one question off, if any is left."""
        self.questions -= 1
        return self.questions >= 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of the signatures over a set, and the one that it rests on, if there is one."""

    why: Why
    signature: RRSIG | None = None

    @property
    def is_good(self) -> bool:
        """Whether one of them is good."""
        return self.why is Why.SIGNED


# What is told if none of several signatures is good: the one that came nearest.
_NEAREST = (
    Why.TOO_MUCH,
    Why.MISMATCH,
    Why.EXPIRED,
    Why.NOT_YET_VALID,
    Why.NO_KEY,
    Why.UNSUPPORTED,
    Why.WRONG_SIGNER,
)


def verify(
    rrset: RRset, zone: dns.name.Name, keys: Sequence[DNSKEY], now: int, budget: Budget
) -> Verdict:
    """Look for a good signature of the zone over a set; `now` is seconds since 1970.

    At most eight are tried in vain, and four keys for each of them.
    """
    if not rrset.signatures:
        return Verdict(Why.NO_SIGNATURE)
    failures, seen = [0], []
    for signature in rrset.signatures:
        why = _before_keys(rrset, zone, signature, now)
        if why is None:
            why = _by_keys(rrset, signature, keys, budget, failures)
        if why is Why.SIGNED:
            return Verdict(why, signature)
        seen.append(Verdict(why, signature))
        if failures[0] >= MAX_FAILURES:
            break
    return min(seen, key=lambda verdict: _NEAREST.index(verdict.why))


def label_count(owner: dns.name.Name) -> int:
    """Count labels as a signature does: without the root, and without an asterisk in front."""
    return len(owner) - 1 - owner.is_wild()


def is_expanded(rrset: RRset, signature: RRSIG) -> bool:
    """Whether the records were made out of a wildcard (RFC 4035, section 5.3.4)."""
    return bool(signature.labels < label_count(rrset.owner))


def _before_keys(rrset: RRset, zone: dns.name.Name, signature: RRSIG, now: int) -> Why | None:
    """Give what is wrong with a signature before any key is looked at; None if nothing is."""
    is_own = signature.signer == zone and rrset.owner.is_subdomain(zone)
    if not is_own or signature.labels > label_count(rrset.owner):
        return Why.WRONG_SIGNER
    if signature.algorithm not in ALGORITHMS:
        return Why.UNSUPPORTED
    if signature.expiration < now:
        return Why.EXPIRED
    return Why.NOT_YET_VALID if signature.inception > now else None


def _by_keys(
    rrset: RRset, signature: RRSIG, keys: Sequence[DNSKEY], budget: Budget, failures: list[int]
) -> Why:
    fitting = list(_fitting(signature, keys))
    if not fitting:
        return Why.NO_KEY
    signed = _signed(rrset, signature)
    for key in fitting:
        if failures[0] >= MAX_FAILURES:
            break
        if not budget.has_signature():
            return Why.TOO_MUCH
        if is_signed_by(key, signature.signature, signed):
            return Why.SIGNED
        failures[0] += 1
    return Why.MISMATCH


def _fitting(signature: RRSIG, keys: Sequence[DNSKEY]) -> Iterator[DNSKEY]:
    """Give the keys that a signature may be of, four at most."""
    count = 0
    for key in keys:
        is_it = tag_of(key) == signature.key_tag and key.algorithm == signature.algorithm
        if is_it and is_usable_key(key):
            yield key
            count += 1
            if count == MAX_SAME_TAG:
                return


def _signed(rrset: RRset, signature: RRSIG) -> bytes:
    """Give the bytes that are signed (RFC 4034, section 3.1.8.1)."""
    owner = rrset.owner
    if signature.labels < len(owner) - 1:
        owner = dns.name.Name((b"*", *owner.labels[-signature.labels - 1 :]))
    fixed = struct.pack("!HHI", rrset.kind, dns.rdataclass.IN, signature.original_ttl)
    head = (owner.to_digestable() or b"") + fixed
    made = [(signature.to_wire() or b"")[:_HEAD] + (signature.signer.to_digestable() or b"")]
    for data in sorted({rdata.to_digestable() or b"" for rdata in rrset.records}):
        made.append(head + struct.pack("!H", len(data)) + data)
    return b"".join(made)
