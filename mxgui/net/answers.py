"""What a DNS reply says of one name, in our own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from ipaddress import IPv4Address, IPv6Address

import dns.flags
import dns.name
import dns.rcode
import dns.rdatatype
from dns.rdtypes.ANY.CAA import CAA
from dns.rdtypes.ANY.CNAME import CNAME
from dns.rdtypes.ANY.MX import MX
from dns.rdtypes.ANY.NS import NS
from dns.rdtypes.ANY.PTR import PTR
from dns.rdtypes.ANY.SOA import SOA
from dns.rdtypes.ANY.TLSA import TLSA
from dns.rdtypes.ANY.TXT import TXT
from dns.rdtypes.IN.A import A
from dns.rdtypes.IN.AAAA import AAAA

from mxgui.model.records import (
    Alias,
    Answer,
    Caa,
    ExtendedError,
    Mx,
    NameServer,
    Pointer,
    Question,
    Record,
    RecordType,
    Status,
    Tlsa,
    Txt,
)
from mxgui.net.names import name_of, written
from mxgui.net.queries import Message, rcode_of
from mxgui.net.sections import Section, Term
from mxgui.net.visible import cut, visible

MAX_ALIASES = 10  # steps in all, over several replies; resolvers themselves give up at 8 to 16
# The largest sets of MX that mail domains really have are near thirty.
MAX_RECORDS = {RecordType.TLSA: 200, RecordType.TXT: 50}
MAX_RECORDS_OTHERWISE = 64
TEXT_LETTERS = 4096  # of one TXT record; 450 octets of SPF are thought long (RFC 7208, 3.4)
MAX_ERRORS = 8  # extended errors of one answer
ERROR_LETTERS = 200  # of the text of one extended error
RAW_BYTES = 16_384  # of the reply as text

_STATUS = {
    dns.rcode.NOERROR: Status.NOERROR,
    dns.rcode.NXDOMAIN: Status.NXDOMAIN,
    dns.rcode.SERVFAIL: Status.SERVFAIL,
    dns.rcode.REFUSED: Status.REFUSED,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reply says; `leads_on` if its aliases end at a name of which it says nothing.

    `message` is the reply itself, where there is one: validation needs all of it.
    """

    answer: Answer
    leads_on: bool = False
    note: str = ""
    message: Message | None = None


@dataclass(frozen=True, slots=True)
class _Chain:
    """The aliases from the name that was asked for, how long each holds, and where they end."""

    aliases: tuple[Alias, ...]
    terms: tuple[Term | None, ...]
    end: dns.name.Name


def read(message: Message, question: Question) -> Reading:
    """Give what the reply says of the question, along the aliases in it.

    At most 64 MX records or addresses, 200 TLSA records and 10 aliases are kept; the note tells if
    records were cut. A record that stands there twice counts once (RFC 2181, section 5).
    """
    return replace(_read(message, question), message=message)


def _read(message: Message, question: Question) -> Reading:
    section = Section(message.answer, is_own=bool(message.flags & dns.flags.AA))
    chain = _follow(section, name_of(question.name))
    head = _head(message, question, chain.aliases)
    if is_endless(question.name, chain.aliases):
        return Reading(replace(head, status=Status.LOOP))
    match _STATUS.get(message.rcode(), Status.BAD_ANSWER):
        case Status.NOERROR:
            return _read_records(message, section, head, chain)
        case Status.NXDOMAIN:  # said of the last name of the chain (RFC 6604, section 2.1)
            ending = _absence(message, chain.end)
            return Reading(_timed(replace(head, status=Status.NXDOMAIN), (*chain.terms, ending)))
        case Status.BAD_ANSWER:
            return Reading(head, note=f"the server said {head.rcode}")
        case failure:
            return Reading(replace(head, status=failure))


def joined(before: Answer, after: Answer) -> Answer:
    """Give as one answer two of which the first has the aliases that lead to the second."""
    aliases = before.aliases + after.aliases
    status = Status.LOOP if is_endless(before.question.name, aliases) else after.status
    is_timed = status is Status.NOERROR or status.is_absent
    return replace(
        after,
        question=before.question,
        status=status,
        records=after.records if status is Status.NOERROR else (),
        aliases=aliases[:MAX_ALIASES],
        ttl=_least(before.ttl, after.ttl) if is_timed else None,
        ttl_original=_least(before.ttl_original, after.ttl_original) if is_timed else None,
        ede=tuple(dict.fromkeys(before.ede + after.ede))[:MAX_ERRORS],
        ad=None if after.ad is None else bool(before.ad and after.ad),
        attempts=before.attempts + after.attempts,
        raw=_bounded(f"{before.raw}\n\n{after.raw}".strip()),
    )


def is_endless(first: str, aliases: Sequence[Alias]) -> bool:
    """Tell whether the aliases of a name lead in a circle, or are more than anyone follows."""
    if not aliases:
        return False
    names = [written(name_of(first)), *(alias.target for alias in aliases)]
    return len(aliases) > MAX_ALIASES or len(set(names)) < len(names)


def _follow(section: Section, name: dns.name.Name) -> _Chain:
    """Walk the aliases to their end, until a circle is closed, or one beyond the limit."""
    aliases: list[Alias] = []
    terms: list[Term | None] = []
    seen: set[dns.name.Name] = set()
    while name not in seen and len(aliases) <= MAX_ALIASES:
        seen.add(name)
        found = section.records(name, dns.rdatatype.CNAME)
        term = section.term(name, dns.rdatatype.CNAME)
        if not found or term is None or not isinstance(found[0], CNAME):
            break
        target = found[0].target
        aliases.append(Alias(written(name), written(target), term.left))
        terms.append(term)
        name = target
    return _Chain(tuple(aliases), tuple(terms), name)


def _read_records(message: Message, section: Section, head: Answer, chain: _Chain) -> Reading:
    """Tell apart records, their absence, a chain that leads on, and a referral."""
    kind = dns.rdatatype.from_text(head.question.type.value)
    said = [_record(rdata) for rdata in section.records(chain.end, kind)]
    records = tuple(dict.fromkeys(record for record in said if record is not None))
    if records:
        terms = (*chain.terms, section.term(chain.end, kind))
        limit = MAX_RECORDS.get(head.question.type, MAX_RECORDS_OTHERWISE)
        over = max(0, len(records) - limit)
        kept = records[:limit]
        whole = replace(head, status=Status.NOERROR, records=kept, left_out=over)
        note = f"only the first {limit} records are kept"
        return Reading(_timed(whole, terms), note=note if over else "")
    ending = _absence(message, chain.end)
    absent = replace(head, status=Status.NODATA)
    if chain.aliases and ending is None:
        return Reading(_timed(absent, chain.terms), leads_on=True)
    if _is_referral(message):
        return Reading(head, note="a referral: this server does not resolve names for us")
    return Reading(_timed(absent, (*chain.terms, ending)))


def _record(rdata: object) -> Record | None:
    match rdata:
        case MX():
            return Mx(rdata.preference, written(rdata.exchange))
        case A():
            return IPv4Address(rdata.address)
        case AAAA():
            return IPv6Address(rdata.address)
        case TXT():
            return Txt(cut(visible(b"".join(rdata.strings)), TEXT_LETTERS))
        case _:
            return _rarer(rdata)


def _rarer(rdata: object) -> Record | None:
    match rdata:
        case TLSA():
            return Tlsa(rdata.usage, rdata.selector, rdata.mtype, rdata.cert)
        case CAA():
            value = cut(visible(rdata.value), TEXT_LETTERS)
            return Caa(rdata.flags, visible(rdata.tag).lower(), value)
        case PTR():
            return Pointer(written(rdata.target))
        case NS():
            return NameServer(written(rdata.target))
        case _:
            return None


def _absence(message: Message, name: dns.name.Name) -> Term | None:
    """Give how long an absence holds, if an SOA record tells (RFC 2308, section 5)."""
    section = Section(message.authority, is_own=bool(message.flags & dns.flags.AA))
    for owner in section.owners(dns.rdatatype.SOA):
        soa, term = (
            section.records(owner, dns.rdatatype.SOA)[0],
            section.term(owner, dns.rdatatype.SOA),
        )
        if name.is_subdomain(owner) and isinstance(soa, SOA) and term is not None:
            original = None if term.original is None else min(term.original, soa.minimum)
            return Term(min(term.left, soa.minimum), original)
    return None


def _is_referral(message: Message) -> bool:
    """Tell whether the server only names others that may know (RFC 2308, section 2.2)."""
    authority = Section(message.authority, is_own=False)
    has_others = any(authority.owners(dns.rdatatype.NS)) and not any(
        authority.owners(dns.rdatatype.SOA)
    )
    return has_others and not message.flags & (dns.flags.AA | dns.flags.RA)


def _head(message: Message, question: Question, aliases: tuple[Alias, ...]) -> Answer:
    """Give what holds whatever the reply says: flags, extended errors, its text."""
    return Answer(
        question,
        Status.BAD_ANSWER,
        aliases=aliases[:MAX_ALIASES],
        ede=tuple(
            ExtendedError(int(error.code), cut(visible(error.text or ""), ERROR_LETTERS))
            for error in message.extended_errors()[:MAX_ERRORS]
        ),
        ad=bool(message.flags & dns.flags.AD),
        rcode=rcode_of(message),
        flags=dns.flags.to_text(message.flags).lower(),
        raw=_raw(message),
    )


def _timed(answer: Answer, terms: Sequence[Term | None]) -> Answer:
    """Give the answer with the shortest of its terms; unknown as soon as one of them is."""
    known = [term for term in terms if term is not None]
    if not known or len(known) < len(terms):
        return answer
    originals = [term.original for term in known if term.original is not None]
    return replace(
        answer,
        ttl=min(term.left for term in known),
        ttl_original=min(originals) if len(originals) == len(known) else None,
    )


def _least(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else min(one, other)


def _raw(message: Message) -> str:
    """Give the reply as text, in the form of dnspython."""
    lines = message.to_text().splitlines()
    return _bounded("\n".join(visible(line) for line in lines))


def _bounded(written: str) -> str:
    """Cut at RAW_BYTES; what is cut off is no whole letter, if any."""
    return written.encode()[:RAW_BYTES].decode(errors="ignore")
