"""DNS messages on the wire: the query that is sent, and whether what came back replies to it."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Any

import dns.edns
import dns.exception
import dns.flags
import dns.message
import dns.name
import dns.rcode
import dns.rdatatype
from dns.rdtypes.ANY.TLSA import TLSA

from mxgui.model.records import AttemptResult, Question
from mxgui.net.limits import NOTE_LETTERS
from mxgui.net.names import name_of
from mxgui.net.visible import cut, visible

Query = dns.message.QueryMessage
Message = dns.message.Message

PAYLOAD = 1232  # bytes of a UDP reply that no path needs to cut into fragments; DNS flag day 2020
MAX_READ = 500  # records of a reply; 64 KiB hold thousands, and the window would stand still
MAX_STRANGERS = 32  # messages that reply to something else; then nothing good is coming
_HEADER = 12  # bytes; RFC 1035, section 4.1.1

# A hostile message may break the reader in more ways than it names itself.
_UNREADABLE = (
    dns.exception.DNSException, ValueError, KeyError, IndexError, OverflowError, struct.error,
)  # fmt: skip


class UnaskableName(ValueError):
    """The name is too long, or broken: no message can carry it."""


class NoReply(Exception):
    """One try brought no readable reply; `result` and `note` tell what it brought."""

    def __init__(self, result: AttemptResult, note: str = "") -> None:
        """Keep what the try came to; `note` is bounded and made visible here."""
        super().__init__(note or result.value)
        self.result = result
        self.note = cut(visible(note), NOTE_LETTERS)


@dataclass(slots=True)
class Strangers:
    """How many messages came in one try that reply to something else, and were passed over."""

    count: int = 0

    def add(self) -> None:
        """Count one more. Raises NoReply when it is a flood."""
        self.count += 1
        if self.count >= MAX_STRANGERS:
            raise NoReply(AttemptResult.BAD_ANSWER)


class _ErrorAsSaid(dns.edns.EDEOption):
    """An extended DNS error whose text need not be UTF-8.

    dnspython gives up the whole message over one bad byte there, an answer with it.
    """

    @classmethod
    def from_wire_parser(cls, otype: Any, parser: Any) -> dns.edns.Option:
        code = dns.edns.EDECode.make(parser.get_uint16())
        said = parser.get_remaining().rstrip(b"\0").decode("utf-8", "backslashreplace")
        return cls(code, said or None)


dns.edns.register_type(_ErrorAsSaid, dns.edns.OptionType.EDE)

# A TLSA record whose data has not the length of its digest is a fact as well: nobody can use it,
# and the records beside it stand. dnspython gives up the whole message over one such record.
setattr(TLSA, "_cert_length_by_mtype", {})  # noqa: B010 - mypy knows no such attribute to set


def is_askable(question: Question) -> bool:
    """Whether a message can carry the name."""
    try:
        name_of(question.name)
    except (dns.exception.DNSException, UnicodeError):
        return False
    return True


def query_for(
    question: Question, *, edns: bool = True, message_id: int | None = None, checked: bool = True
) -> Query:
    """Make the query, with a random id unless one is given.

    AD asks a resolver to tell whether it validated the answer (RFC 6840, section 5.7); DO brings
    the signatures, which hold the original TTL. Without EDNS it is a query of 1987, for servers
    that know no other. Unless `checked`, a resolver is to give even what it finds bogus (CD; RFC
    4035, section 3.2.2). Raises UnaskableName.
    """
    try:
        name = name_of(question.name)
    except (dns.exception.DNSException, UnicodeError) as error:
        raise UnaskableName(str(error)) from error
    return dns.message.make_query(
        name,
        dns.rdatatype.from_text(question.type.value),
        use_edns=0 if edns else False,
        payload=PAYLOAD if edns else None,
        want_dnssec=edns,
        id=message_id,
        flags=dns.flags.RD | dns.flags.AD | (0 if checked else dns.flags.CD),
    )


def reply_in(wire: bytes, query: Query) -> Message | None:
    """Read a reply to the query; None if it replies to something else.

    Each record stands alone, in the order of the wire; what lies behind the first 500 is left
    unread. Raises NoReply, with TRUNCATED or BAD_ANSWER, for what carries the id of the query.
    """
    if len(wire) < _HEADER:
        return None
    found_id, flags = struct.unpack("!HH", wire[:4])
    if found_id != query.id or not flags & dns.flags.QR:
        return None
    if flags & dns.flags.TC:
        # Before reading it: some servers cut in the middle of a record.
        raise NoReply(AttemptResult.TRUNCATED)
    try:
        message = dns.message.from_wire(
            _shortened(wire), one_rr_per_rrset=True, ignore_trailing=True
        )
        return message if query.is_response(message) else None
    except _UNREADABLE as error:
        why = f"unreadable: {error or type(error).__name__}"
        raise NoReply(AttemptResult.BAD_ANSWER, why) from error


def _shortened(wire: bytes) -> bytes:
    """Lower the numbers of records in the header, so that the reader stops there."""
    left, counts = MAX_READ, []
    for count in struct.unpack("!HHH", wire[6:_HEADER]):
        counts.append(min(count, left))
        left -= counts[-1]
    return wire[:6] + struct.pack("!HHH", *counts) + wire[_HEADER:]


def rcode_of(message: Message) -> str:
    """Give the response code by its name, as `SERVFAIL`."""
    return dns.rcode.to_text(message.rcode())
