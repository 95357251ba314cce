"""What the demo's resolver replies to a question, as a validating one with a cache does.

It offers recursion and has no authority; TTLs count down from the moment it started, and begin
anew when they run out, as a cache's do when it asks again. Aliases are followed. What fails
validation is SERVFAIL unless checking is disabled; signatures and proofs are given to those who
want them (RFC 4035, section 3.2). Nothing is shuffled: dnspython would do so when it writes an
RRset.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import dns.edns
import dns.exception
import dns.flags
import dns.message
import dns.opcode
import dns.rcode
import dns.rdataclass
import dns.rdatatype
import dns.rrset

from mxgui.demo.lookup import Lookup, Part
from mxgui.demo.tree import ARPA, TOP, State, state_of
from mxgui.demo.zone import Signing, Trouble
from mxgui.model.records import ROOT

UDP_LIMIT = 1232  # octets; what travels unfragmented over any path (DNS flag day 2020)
PLAIN_UDP_LIMIT = 512  # octets without EDNS; RFC 1035, section 2.3.4
MAX_ALIASES = 12
_MALFORMED_TAIL = b"\xff\xff\xff no DNS message"
_RCODES = {
    Trouble.SERVFAIL: dns.rcode.SERVFAIL,
    Trouble.REFUSED: dns.rcode.REFUSED,
}
_WHY_BOGUS = {
    Signing.EXPIRED: dns.edns.EDECode.SIGNATURE_EXPIRED,
    Signing.NOT_YET: dns.edns.EDECode.SIGNATURE_NOT_YET_VALID,
    Signing.WRONG_DS: dns.edns.EDECode.DNSKEY_MISSING,
    Signing.NOT_SIGNED: dns.edns.EDECode.DNSKEY_MISSING,
}
_KNOWN_TOPS = (TOP, ARPA, "localhost", ROOT)


def read_query(wire: bytes) -> dns.message.Message | None:
    """Read a question; None for what is none, and gets no reply."""
    try:
        query = dns.message.from_wire(wire)
    except dns.exception.DNSException:
        return None
    return None if query.flags & dns.flags.QR else query


def reply(wire: bytes, lookup: Lookup, elapsed: float, limited: bool) -> bytes | None:
    """Answer one question in wire form, `elapsed` seconds after the cache was filled.

    None where no reply is to be sent. `limited` cuts the reply to what fits a datagram.
    """
    query = read_query(wire)
    if query is None:
        return None
    parts = find(query, lookup) if is_understood(query) else ()
    trouble = parts[-1].trouble if parts else None
    if trouble is Trouble.DROPPED:
        return None
    if trouble is Trouble.MALFORMED:
        return wire[:2] + b"\x81\x80" + wire[4:12] + _MALFORMED_TAIL
    return written(query, respond(query, parts, lookup, elapsed), limited)


def written(query: dns.message.Message, response: dns.message.Message, limited: bool) -> bytes:
    """Write a reply, cut to what fits a datagram if it is to travel in one."""
    return response.to_wire(
        max_size=size_limit(query) if limited else 0xFFFF,
        prefer_truncation=True,
        want_shuffle=False,
    )


def size_limit(query: dns.message.Message) -> int:
    """How many octets a datagram in reply to this query may have."""
    return min(query.payload, UDP_LIMIT) if query.edns >= 0 else PLAIN_UDP_LIMIT


def query_name(query: dns.message.Message) -> str:
    """Give the name that is asked for, in lower case without the trailing dot."""
    return query.question[0].name.to_text(omit_final_dot=True).lower()


def query_kind(query: dns.message.Message) -> str:
    """Give the kind of record that is asked for."""
    return dns.rdatatype.to_text(query.question[0].rdtype)


def is_understood(query: dns.message.Message) -> bool:
    """Whether it is a plain question."""
    return (
        query.opcode() == dns.opcode.QUERY
        and len(query.question) == 1
        and query.question[0].rdclass == dns.rdataclass.IN
    )


def find(query: dns.message.Message, lookup: Lookup) -> tuple[Part, ...]:
    """Follow the aliases of a name to their end; a loop ends where it closes."""
    parts: list[Part] = []
    name: str | None = query_name(query)
    kind = query_kind(query)
    while name and name not in (part.name for part in parts) and len(parts) < MAX_ALIASES:
        parts.append(lookup.part(lookup.zone_for(name, kind), name, kind))
        name = parts[-1].target
    return tuple(parts)


def respond(
    query: dns.message.Message, parts: Sequence[Part], lookup: Lookup, elapsed: float
) -> dns.message.Message:
    """Give the whole reply, before it is cut to size."""
    response = dns.message.make_response(query, recursion_available=True, our_payload=UDP_LIMIT)
    if not parts:
        response.set_rcode(dns.rcode.NOTIMP)
        return response
    bogus = _bogus(query, parts, lookup)
    response.set_rcode(dns.rcode.SERVFAIL if bogus else rcode_of(parts[-1]))
    if response.rcode() in (dns.rcode.NOERROR, dns.rcode.NXDOMAIN):
        _fill(response, query, parts, lookup)
        for rrset in (*response.answer, *response.authority):
            rrset.ttl = _left(rrset.ttl, elapsed)
        if _wants_ad(query) and all(map(lookup.is_secure, parts)):
            response.flags |= dns.flags.AD
    _explain(query, response, parts[-1], bogus)
    return response


def rcode_of(part: Part) -> dns.rcode.Rcode:
    """Give the code that a reply ends with."""
    if part.trouble is not None:
        return _RCODES[part.trouble]
    if part.source is not None:
        return dns.rcode.NOERROR
    last = part.name.rpartition(".")[2] or ROOT
    return dns.rcode.NXDOMAIN if last in _KNOWN_TOPS or last.isdigit() else dns.rcode.REFUSED


def fill_part(
    response: dns.message.Message, part: Part, lookup: Lookup, wants_dnssec: bool
) -> None:
    """Put what one zone found into the answer, with signature and proof of a wildcard."""
    if part.found is None:
        return
    response.answer.append(part.found)
    if not wants_dnssec:
        return
    signature = lookup.signature_of(part)
    if signature is not None:
        response.answer.append(signature)
    if part.is_expanded:
        response.authority.extend(lookup.proofs_of(part))


def fill_denial(
    response: dns.message.Message, part: Part, lookup: Lookup, wants_dnssec: bool
) -> None:
    """Put into the reply what proves an absence, and the SOA that lets a cache keep it."""
    zone = part.zone
    if not wants_dnssec:
        response.authority.extend(lookup.rrset_of(zone, zone.name, "SOA"))
        return
    response.authority.extend(lookup.signed_of(zone, zone.name, "SOA"))
    response.authority.extend(lookup.proofs_of(part))


def wants_dnssec(query: dns.message.Message) -> bool:
    """Whether signatures and proofs are wanted (RFC 3225)."""
    return query.edns >= 0 and bool(query.ednsflags & dns.flags.DO)


def _fill(
    response: dns.message.Message,
    query: dns.message.Message,
    parts: Sequence[Part],
    lookup: Lookup,
) -> None:
    wanted = wants_dnssec(query)
    for part in parts:
        fill_part(response, part, lookup, wanted)
    if parts[-1].found is None:
        fill_denial(response, parts[-1], lookup, wanted)


def _bogus(query: dns.message.Message, parts: Sequence[Part], lookup: Lookup) -> Part | None:
    """Give the first part that fails validation, unless the client does that itself."""
    if query.flags & dns.flags.CD:
        return None
    zones = lookup.tables.zones
    return next((part for part in parts if state_of(part.zone, zones) is State.BOGUS), None)


def _wants_ad(query: dns.message.Message) -> bool:
    return bool(query.flags & dns.flags.AD) or wants_dnssec(query)  # RFC 6840, section 5.7


def _left(ttl: int, elapsed: float) -> int:
    return ttl - int(elapsed) % ttl if ttl else 0


def _explain(
    query: dns.message.Message, response: dns.message.Message, last: Part, bogus: Part | None
) -> None:
    """Say more than the reply code does, to one who understands it (RFC 8914)."""
    if query.edns >= 0:
        options = list(_reasons(response, last, bogus))
        response.use_edns(0, query.ednsflags & dns.flags.DO, UDP_LIMIT, options=options)


def _reasons(
    response: dns.message.Message, last: Part, bogus: Part | None
) -> Iterator[dns.edns.Option]:
    if bogus is not None:
        code = _WHY_BOGUS.get(bogus.zone.signing, dns.edns.EDECode.DNSSEC_BOGUS)
        yield dns.edns.EDEOption(code, f"validation failure of {bogus.zone.name}.")
    elif response.rcode() == dns.rcode.SERVFAIL:
        words = f"at delegation {last.name}."
        yield dns.edns.EDEOption(dns.edns.EDECode.NO_REACHABLE_AUTHORITY, words)
    elif response.rcode() == dns.rcode.REFUSED:
        words = f"the demo network knows names under {TOP} only"
        if last.trouble is not None:
            words = "this question is refused, as the demo's tables say"
        yield dns.edns.EDEOption(dns.edns.EDECode.OTHER, words)
