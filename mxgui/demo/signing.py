"""The keys and signatures of the demo's zones, made when they are first asked for.

Each zone has one key, for its records and for itself. A signature covers the TTL that the zone
gives, whatever a cache has left of it (RFC 4035, section 2.2).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import cast

import dns.dnssec
import dns.name
import dns.rdata
import dns.rdataclass
import dns.rdatatype
import dns.rrset
from cryptography.hazmat.primitives.asymmetric import ec
from dns.rdtypes.ANY.DNSKEY import DNSKEY
from dns.rdtypes.ANY.DS import DS
from dns.rdtypes.ANY.RRSIG import RRSIG

from mxgui.demo.tables import fqdn
from mxgui.demo.tree import Zone
from mxgui.demo.zone import Signing

LIFE = timedelta(days=30)
ALREADY = timedelta(days=1)  # clocks differ
ALGORITHM = "ECDSAP256SHA256"
ZONE_KEY = 257  # flags: a zone's key that its parent vouches for (RFC 4034, section 2.1.1)


@dataclass(frozen=True, slots=True)
class Key:
    """A private key and its record."""

    private: ec.EllipticCurvePrivateKey
    record: DNSKEY

    @classmethod
    def fresh(cls) -> Key:
        """Make a key."""
        private = ec.generate_private_key(ec.SECP256R1())
        return cls(private, dns.dnssec.make_dnskey(private.public_key(), ALGORITHM, ZONE_KEY))


@dataclass(slots=True)
class Signer:
    """Signs at the moment `at`; every key and signature is kept."""

    at: datetime
    _keys: dict[str, Key] = field(default_factory=dict)
    _signatures: dict[tuple[str, str], RRSIG] = field(default_factory=dict)

    def key_of(self, zone: Zone) -> Key:
        """Give the key of a zone."""
        if zone.name not in self._keys:
            self._keys[zone.name] = Key.fresh()
        return self._keys[zone.name]

    def ds_of(self, zone: Zone) -> DS:
        """Give the record by which a parent vouches for the key of a zone, rightly or wrongly."""
        is_right = zone.signing.has_keys and zone.signing is not Signing.WRONG_DS
        key = self.key_of(zone) if is_right else self._lost_key_of(zone)
        return dns.dnssec.make_ds(dns.name.from_text(fqdn(zone.name)), key.record, "SHA256")

    def sign(self, rrset: dns.rrset.RRset, zone: Zone) -> RRSIG:
        """Give the signature of records of the zone, with the zone's own fault in it."""
        known = (zone.name, rrset.to_text())
        if known not in self._signatures:
            self._signatures[known] = self._fresh(rrset, zone)
        return self._signatures[known]

    def _fresh(self, rrset: dns.rrset.RRset, zone: Zone) -> RRSIG:
        key = self.key_of(zone)
        begins, ends = self._span(zone.signing)
        signature = dns.dnssec.sign(
            rrset,
            key.private,
            dns.name.from_text(fqdn(zone.name)),
            key.record,
            inception=begins,
            expiration=ends,
        )
        if zone.signing is Signing.TAMPERED and rrset.rdtype != dns.rdatatype.DNSKEY:
            turned = bytes((*signature.signature[:-1], signature.signature[-1] ^ 1))
            return cast("RRSIG", signature.replace(signature=turned))
        return signature

    def _span(self, signing: Signing) -> tuple[datetime, datetime]:
        match signing:
            case Signing.EXPIRED:
                return self.at - LIFE - ALREADY, self.at - ALREADY
            case Signing.NOT_YET:
                return self.at + 7 * ALREADY, self.at + 7 * ALREADY + LIFE
            case _:
                return self.at - ALREADY, self.at + LIFE

    def _lost_key_of(self, zone: Zone) -> Key:
        """Give a key that the zone had once, and has no more."""
        lost = f"{zone.name} before"
        if lost not in self._keys:
            self._keys[lost] = Key.fresh()
        return self._keys[lost]
