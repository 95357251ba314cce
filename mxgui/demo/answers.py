"""What the demo's resolver replies to a question, as a recursive resolver with a cache does.

It offers recursion and has no authority; TTLs count down from the moment it started, and begin
anew when they run out, as a cache's do when it asks again. Aliases are followed. Nothing is
shuffled: dnspython would do so when it writes an RRset.
"""

from __future__ import annotations

from dataclasses import dataclass

import dns.edns
import dns.exception
import dns.flags
import dns.message
import dns.opcode
import dns.rcode
import dns.rdataclass
import dns.rdatatype
import dns.rrset

from mxgui.demo.names import Names, Owner
from mxgui.demo.zone import Trouble
from mxgui.model.records import ROOT

BACKWARDS = "arpa"  # holds the names of addresses
TOP = "example"  # the domain that holds all demo names (RFC 2606, section 3)
UDP_LIMIT = 1232  # octets; what travels unfragmented over any path (DNS flag day 2020)
PLAIN_UDP_LIMIT = 512  # octets without EDNS; RFC 1035, section 2.3.4
NEGATIVE_TTL = 900  # seconds
MAX_ALIASES = 12
_MALFORMED_TAIL = b"\xff\xff\xff no DNS message"
_RCODES = {
    Trouble.MISSING: dns.rcode.NXDOMAIN,
    Trouble.SERVFAIL: dns.rcode.SERVFAIL,
    Trouble.REFUSED: dns.rcode.REFUSED,
}


@dataclass(frozen=True, slots=True)
class Found:
    """The end of an alias chain: its steps, the last name and its zone, and what is there."""

    aliases: tuple[Owner, ...]
    name: str
    owner: Owner | None
    rcode: dns.rcode.Rcode
    zone: str


def reply(wire: bytes, names: Names, elapsed: float, limited: bool) -> bytes | None:
    """Answer one question in wire form, `elapsed` seconds after the cache was filled.

    None where no reply is to be sent. `limited` cuts the reply to what fits a datagram.
    """
    try:
        query = dns.message.from_wire(wire)
    except dns.exception.DNSException:
        return None
    if query.flags & dns.flags.QR:
        return None
    found = find(query_name(query), names)
    trouble = found.owner.trouble if found.owner else None
    if trouble is Trouble.DROPPED:
        return None
    if trouble is Trouble.MALFORMED:
        return wire[:2] + b"\x81\x80" + wire[4:12] + _MALFORMED_TAIL
    return respond(query, found, elapsed).to_wire(
        max_size=size_limit(query) if limited else 0xFFFF,
        prefer_truncation=True,
        want_shuffle=False,
    )


def size_limit(query: dns.message.Message) -> int:
    """How many octets a datagram in reply to this query may have."""
    return min(query.payload, UDP_LIMIT) if query.edns >= 0 else PLAIN_UDP_LIMIT


def query_name(query: dns.message.Message) -> str:
    """Give the name that is asked for, in lower case without the trailing dot."""
    if not query.question:
        return ROOT
    return query.question[0].name.to_text(omit_final_dot=True).lower()


def find(name: str, names: Names) -> Found:
    """Follow the aliases of a name to their end; a loop ends where it closes."""
    steps: list[Owner] = []
    owner = names.get(name)
    while owner and owner.alias and owner not in steps and len(steps) < MAX_ALIASES:
        steps.append(owner)
        name = owner.alias
        owner = names.get(name)
    return Found(tuple(steps), name, owner, _rcode_of(name, owner, names), _zone_of(name, names))


def respond(query: dns.message.Message, found: Found, elapsed: float) -> dns.message.Message:
    """Give the whole reply, before it is cut to size."""
    response = dns.message.make_response(query, recursion_available=True, our_payload=UDP_LIMIT)
    if not _is_understood(query):
        response.set_rcode(dns.rcode.NOTIMP)
        return response
    kind = query.question[0].rdtype
    response.set_rcode(found.rcode)
    for step in found.aliases:
        response.answer.append(
            _rrset(step.name, _left(step.ttl, elapsed), "CNAME", [f"{step.alias}."])
        )
    records = _records(found.owner, kind) if found.rcode == dns.rcode.NOERROR else []
    if records and found.owner:
        ttl = found.owner.ttl if kind == dns.rdatatype.MX else found.owner.address_ttl
        kind_word = dns.rdatatype.to_text(kind)
        response.answer.append(_rrset(found.name, _left(ttl, elapsed), kind_word, records))
    elif found.rcode in (dns.rcode.NOERROR, dns.rcode.NXDOMAIN) and not _is_loop(found):
        response.authority.append(_soa(found.zone, elapsed))
    _explain(query, response, found)
    return response


def _is_understood(query: dns.message.Message) -> bool:
    return (
        query.opcode() == dns.opcode.QUERY
        and len(query.question) == 1
        and query.question[0].rdclass == dns.rdataclass.IN
    )


def _is_loop(found: Found) -> bool:
    return found.owner is not None and found.owner.alias is not None


def _rcode_of(name: str, owner: Owner | None, names: Names) -> dns.rcode.Rcode:
    if owner:
        return _RCODES.get(owner.trouble, dns.rcode.NOERROR) if owner.trouble else dns.rcode.NOERROR
    if name == TOP or any(other.endswith(f".{name}") for other in names):
        return dns.rcode.NOERROR  # an empty non-terminal: the name exists, with nothing at it
    last = name.rpartition(".")[2]
    is_known = last in (TOP, BACKWARDS) or last.isdigit()
    return dns.rcode.NXDOMAIN if is_known else dns.rcode.REFUSED


def _zone_of(name: str, names: Names) -> str:
    """Give the zone of a name; every domain under the top one is a zone of its own."""
    if not f".{name}".endswith(f".{TOP}"):
        return ROOT
    domain = names.get(".".join(name.split(".")[-2:]))
    return domain.name if domain and domain.trouble is not Trouble.MISSING else TOP


def _records(owner: Owner | None, kind: dns.rdatatype.RdataType) -> list[str]:
    if owner is None:
        return []
    match kind:
        case dns.rdatatype.MX:
            return [f"{mx.preference} {mx.exchange.rstrip('.')}." for mx in owner.mx]
        case dns.rdatatype.A:
            return [str(address) for address in owner.addresses if address.version == 4]
        case dns.rdatatype.AAAA:
            return [str(address) for address in owner.addresses if address.version == 6]
        case dns.rdatatype.PTR:
            return [f"{owner.pointer}."] if owner.pointer else []
        case _:
            return []


def _rrset(name: str, ttl: int, kind: str, records: list[str]) -> dns.rrset.RRset:
    return dns.rrset.from_text(f"{name}.", ttl, "IN", kind, *records)


def _soa(zone: str, elapsed: float) -> dns.rrset.RRset:
    """Give the SOA that lets a cache keep a denial (RFC 2308, section 3)."""
    numbers = f"2026010101 7200 3600 1209600 {NEGATIVE_TTL}"
    soa = f"ns.demo.{TOP}. hostmaster.demo.{TOP}. {numbers}"
    return _rrset(zone.rstrip(ROOT), _left(NEGATIVE_TTL, elapsed), "SOA", [soa])


def _left(ttl: int, elapsed: float) -> int:
    return ttl - int(elapsed) % ttl


def _explain(query: dns.message.Message, response: dns.message.Message, found: Found) -> None:
    """Say more than the reply code does, to one who understands it (RFC 8914)."""
    if query.edns < 0:
        return
    options: list[dns.edns.Option] = []
    if found.rcode == dns.rcode.SERVFAIL:
        words = f"at delegation {found.name}."
        options.append(dns.edns.EDEOption(dns.edns.EDECode.NO_REACHABLE_AUTHORITY, words))
    elif found.rcode == dns.rcode.REFUSED:
        words = f"the demo network knows names under {TOP} only"
        if found.owner:
            words = "this question is refused, as the demo's tables say"
        options.append(dns.edns.EDEOption(dns.edns.EDECode.OTHER, words))
    response.use_edns(0, query.ednsflags & dns.flags.DO, UDP_LIMIT, options=options)
