"""What a scripted DNS server does with a question, and the messages that come of it."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

import dns.edns
import dns.flags
import dns.message
import dns.name
import dns.rcode
import dns.rdata
import dns.rdataclass
import dns.rdatatype
import dns.rrset

TTL = 300
SOA = "ns.invalid. hostmaster.invalid. 1 7200 900 1209600 60"


@dataclass(frozen=True, slots=True)
class Act:
    """How one question is answered; without anything set the table alone decides.

    `records` are of the type asked for. `delay` is seconds. `wire` goes out in place of a message,
    behind the id of the query if `keeps_id`.
    """

    records: Sequence[str] = ()
    only_alias: str = ""  # an alias comes alone, without what lies behind it
    rcode: str = "NOERROR"
    ttl: int = TTL
    ede: Sequence[tuple[int, str]] = ()
    ad: bool = False
    aa: bool = False
    has_soa: bool = True  # where nothing is found
    is_resolver: bool = True  # whether it says that it resolves for others
    authority: Sequence[str] = ()  # lines of a zone file
    signed_ttl: int | None = None  # a signature over the records, with this original TTL
    delay: float = 0.0
    is_silent: bool = False
    is_truncated: bool = False  # over UDP
    closes_tcp: bool = False
    wire: bytes | None = None
    keeps_id: bool = True
    strangers: int = 0  # messages with another id that come first
    copies: int = 1  # of the reply
    other_question: bool = False
    refuses_edns: bool = False


SERVFAIL = Act(rcode="SERVFAIL")
REFUSED = Act(rcode="REFUSED")
NXDOMAIN = Act(rcode="NXDOMAIN")
NODATA = Act()
SILENT = Act(is_silent=True)
MALFORMED = Act(wire=b"\x81\x80\x00\x01\x00\x01\x00\x00\x00\x00\xff\xff\xff")


def message_of(
    query: dns.message.Message, act: Act, answer: tuple[str, list[dns.rrset.RRset]]
) -> dns.message.Message:
    """Make the reply to a query: the code and the records found, changed as the act wants."""
    message = dns.message.make_response(query, recursion_available=act.is_resolver)
    rcode, message.answer = answer
    if act.refuses_edns and query.edns >= 0:
        rcode, message.answer = "FORMERR", []
        message.use_edns(False)
    message.set_rcode(dns.rcode.from_text(rcode))
    message.flags |= dns.flags.AD if act.ad else 0
    message.flags |= dns.flags.AA if act.aa else 0
    if act.only_alias:
        owner = message.question[0].name.to_text()
        message.answer = [rrset_of(owner, act.ttl, "CNAME", [act.only_alias])]
    _add_authority(message, act)
    if act.ede and query.edns >= 0:
        message.use_edns(options=[_error(code, said) for code, said in act.ede])
    if act.signed_ttl is not None:
        message.answer += [_signature(rrset, act) for rrset in message.answer]
    if act.other_question:
        message.question[0].name = dns.name.from_text("other.invalid")
    return message


def _add_authority(message: dns.message.Message, act: Act) -> None:
    """Add what is told, else the SOA record where nothing was found."""
    kind = message.question[0].rdtype
    is_empty = not any(rrset.rdtype == kind for rrset in message.answer)
    has_soa = act.has_soa and not act.only_alias
    if is_empty and has_soa and message.rcode() in (dns.rcode.NOERROR, dns.rcode.NXDOMAIN):
        message.authority = [rrset_of(".", act.ttl, "SOA", [SOA])]
    for line in act.authority:
        owner, ttl, _, record_type, *rest = line.split()
        message.authority.append(rrset_of(owner, int(ttl), record_type, [" ".join(rest)]))


def rrset_of(name: str, ttl: int, kind: str, records: Sequence[str]) -> dns.rrset.RRset:
    """Make a set of records that keeps their order; names are absolute without a dot."""
    made = dns.rrset.RRset(
        dns.name.from_text(name), dns.rdataclass.IN, dns.rdatatype.from_text(kind)
    )
    for record in records:
        made.add(
            dns.rdata.from_text(
                dns.rdataclass.IN, made.rdtype, record, origin=dns.name.root, relativize=False
            ),
            ttl,
        )
    return made


def _error(code: int, said: str) -> dns.edns.Option:
    return dns.edns.EDEOption(dns.edns.EDECode.make(code), said or None)


def _signature(rrset: dns.rrset.RRset, act: Act) -> dns.rrset.RRset:
    covered = dns.rdatatype.to_text(rrset.rdtype)
    written = f"{covered} 13 2 {act.signed_ttl} 20300101000000 20200101000000 1 test. AAAA"
    return rrset_of(rrset.name.to_text(), rrset.ttl, "RRSIG", [written])


def truncate(message: dns.message.Message) -> None:
    """Leave one record of the answer, and say that there are more."""
    message.flags |= dns.flags.TC
    for rrset in message.answer:
        for rdata in list(rrset)[1:]:
            rrset.remove(rdata)


def wire_of(message: dns.message.Message) -> bytes:
    """Give the message as bytes, with its records in their order; dnspython shuffles unasked."""
    return message.to_wire(max_size=65_535, want_shuffle=False)


def strange(message: dns.message.Message, number: int) -> bytes:
    """Give the message as it would reply to another query."""
    other_id = (message.id + 1 + number) % 65_536
    return struct.pack("!H", other_id) + wire_of(message)[2:]
