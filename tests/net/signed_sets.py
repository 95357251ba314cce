"""Sets as validation reads them, written as in a master file."""

from __future__ import annotations

from collections.abc import Iterable

import dns.message
import dns.rrset

from mxgui.net.dnssec_sets import RRset, Sets


def rrsets(*lines: str) -> list[dns.rrset.RRset]:
    """One set a line, as `example. NSEC b.example. A RRSIG`."""
    made = []
    for line in lines:
        owner, kind, record = line.split(None, 2)
        made.append(dns.rrset.from_text(owner, 300, "IN", kind, record))
    return made


def sets_of(answer: Iterable[dns.rrset.RRset], authority: Iterable[dns.rrset.RRset] = ()) -> Sets:
    """A reply with these sections."""
    message = dns.message.make_response(dns.message.make_query("example.", "MX"))
    message.answer, message.authority = list(answer), list(authority)
    return Sets(message)


def links(*lines: str) -> list[RRset]:
    """NSEC or NSEC3 sets."""
    return sets_of([], rrsets(*lines)).authority(47, 50)
