"""The keys of the root that validation begins with: those of IANA, or those of a file.

The two built in are the digests of https://data.iana.org/root-anchors/root-anchors.xml (RFC 9718):
20326 signed the root from 2018 on, 38696 follows it in 2026.
"""

from __future__ import annotations

from dataclasses import dataclass

import dns.exception
import dns.name
import dns.rdata
import dns.rdataclass
from dns.rdtypes.ANY.DNSKEY import DNSKEY
from dns.rdtypes.ANY.DS import DS

from mxgui.model.text import Text, text
from mxgui.net.dnssec_keys import SHA_256, ds_of, is_usable_key

MAX_ANCHORS = 32  # a file has one or two
MAX_LETTERS = 65_536

_ROOT = (
    "20326 8 2 e06d44b80b8f1d39a95c0b0d7c65d08458e880409bbc683457104237c7f8ec8d",
    "38696 8 2 683d2d0acb8c9b712a1948b27f741219298d0a450d612c483af444a4c0fb2b16",
)


class BadAnchors(ValueError):
    """What was given has no anchor for the root; `text` says what to change."""

    def __init__(self, why: Text) -> None:
        """Keep the sentence."""
        super().__init__(str(why))
        self.text = why


@dataclass(frozen=True, slots=True)
class Anchors:
    """The keys that are trusted for the root, by their digests."""

    ds: tuple[DS, ...]


def read_anchors(written: str) -> Anchors:
    """Read lines of DS or DNSKEY records of the root, as in a master file.

    Other lines are passed over, and what stands behind `;` or `#`. Raises BadAnchors if nothing
    of use is left.
    """
    found = (_anchor(line) for line in written[:MAX_LETTERS].splitlines())
    kept = dict.fromkeys(ds for ds in found if ds is not None)
    if not kept:
        raise BadAnchors(
            text(
                "The file of the trust anchor has no DS or DNSKEY record of the root in it, such "
                "as “. IN DS 20326 8 2 e06d44b8…”."
            )
        )
    return Anchors(tuple(kept)[:MAX_ANCHORS])


def _anchor(line: str) -> DS | None:
    words = line.partition(";")[0].partition("#")[0].split()
    if words[:1] != ["."]:
        return None
    del words[0]
    while words and (words[0].isdigit() or words[0].upper() == "IN"):
        del words[0]
    kind = words.pop(0).upper() if words else ""
    if kind not in ("DS", "DNSKEY"):
        return None
    try:
        rdata = dns.rdata.from_text(dns.rdataclass.IN, kind, " ".join(words))
    except (dns.exception.DNSException, ValueError):
        return None
    if isinstance(rdata, DNSKEY):
        return ds_of(dns.name.root, rdata, SHA_256) if is_usable_key(rdata) else None
    return rdata if isinstance(rdata, DS) else None


ROOT_ANCHORS = read_anchors("\n".join(f". IN DS {digest}" for digest in _ROOT))
