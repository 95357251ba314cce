"""What somebody typed or pasted, and the domain that it was taken to mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from mxgui.model.bounce import Bounce, bounce_of, failing_domain
from mxgui.model.domain import BadDomain, Domain, address_of
from mxgui.model.text import text

MAX_PASTE = 65_536  # letters; a bounce with all its headers is seldom a quarter of it
_KEPT_INPUT = 1_000  # letters of the input that are kept with the inspection
_ONE_LINE = 256  # letters; a line without @ that is shorter is a domain gone wrong, not a log
_URL = re.compile(r"(?:mailto:|[a-z][a-z0-9+.-]*://)", re.IGNORECASE)
_AUTHORITY = re.compile(r"[^/?#\\]*")  # RFC 3986, section 3.2; browsers end it at a backslash too
_PORT = re.compile(r":[0-9]*\Z")
_ESCAPE = re.compile(rb"%([0-9A-Fa-f]{2})")
_ANGLED = re.compile(r"[^<>\r\n=:;]*<([^<>\s]+)>\s*\Z")


class TakenAs(Enum):
    """What the input was taken for."""

    DOMAIN = "domain"
    ADDRESS = "address"
    URL = "url"
    LITERAL = "literal"
    BOUNCE = "bounce"


@dataclass(frozen=True, slots=True)
class Entry:
    """The input as it is kept, what it was taken for, and the domain in it."""

    input: str
    taken_as: TakenAs
    domain: Domain
    bounce: Bounce | None = None


def read_entry(typed: str) -> Entry:
    """Read a domain, an address, a URL, an address literal, or a bounce or log line.

    Raises BadDomain with one sentence that says what to change.
    """
    if len(typed) > MAX_PASTE:
        raise BadDomain(
            text(
                "That is {n} letters long: paste {limit} at most;"
                " the lines about the recipient are enough.",
                n=len(typed),
                limit=MAX_PASTE,
            )
        )
    stripped = typed.strip().strip("\ufeff\u200b")
    if not stripped:
        raise BadDomain(text("Type a domain, such as example.org."))
    kept = _kept(stripped)
    literal = _literal(stripped)
    if literal is not None:
        return Entry(kept, TakenAs.LITERAL, literal)
    url = _URL.match(stripped)
    if url:
        of_scheme = _of_mailto if url[0].endswith(":") else _of_authority
        return Entry(kept, TakenAs.URL, of_scheme(stripped[url.end() :]))
    if not any(letter.isspace() for letter in stripped) or _ANGLED.match(stripped):
        return _of_one_word(stripped, kept)
    return _of_bounce(stripped, kept)


def _kept(typed: str) -> str:
    """Cut the input to what is kept; half a surrogate pair could never be written to a file."""
    whole = typed[:_KEPT_INPUT].encode("utf-8", "replace").decode("utf-8")
    return whole if len(typed) <= _KEPT_INPUT else f"{whole}…"


def _of_one_word(word: str, kept: str) -> Entry:
    angled = _ANGLED.match(word)
    mailbox = angled[1] if angled else word
    if "@" in mailbox:
        return Entry(kept, TakenAs.ADDRESS, _of_mailbox(mailbox))
    return Entry(kept, TakenAs.DOMAIN, Domain.parse(mailbox))


def _of_mailbox(mailbox: str) -> Domain:
    """Give the domain of an address; a quoted local part may hold an @ of its own."""
    written = mailbox.strip().rpartition("@")[2].rstrip(">,;")
    if not written:
        raise BadDomain(text("The address ends at its @: type the domain behind it."))
    return _literal(written) or Domain.parse(written)


def _of_mailto(recipients: str) -> Domain:
    """Give the domain of the first address of a mailto URL (RFC 6068)."""
    return _of_mailbox(_unescaped(recipients.partition("?")[0].partition(",")[0]))


def _of_authority(rest: str) -> Domain:
    """Give the host of what stands behind `://`, without user and port."""
    authority = _AUTHORITY.match(rest)
    host = _PORT.sub("", authority[0].rpartition("@")[2]) if authority else ""
    if not host:
        raise BadDomain(text("The URL names no host: type the domain alone."))
    return _literal(host) or Domain.parse(_unescaped(host))


def _unescaped(written: str) -> str:
    """Decode the percent escapes of a URL (RFC 3986, section 2.1); they stand for UTF-8."""
    octets = written.encode("utf-8", "replace")
    decoded = _ESCAPE.sub(lambda escape: bytes((int(escape[1], 16),)), octets)
    return decoded.decode("utf-8", "replace")


def _literal(written: str) -> Domain | None:
    """Read an address literal (RFC 5321, section 4.1.3); the brackets may be left out."""
    bracketed = written.startswith("[") and written.endswith("]")
    bare = written[1:-1] if bracketed else written
    tagged = bare[:5].lower() == "ipv6:"
    address = address_of(bare[5:] if tagged else bare)
    if address is None and (bracketed or tagged):
        raise BadDomain(
            text(
                "That is no IP address: write [192.0.2.1] or [IPv6:2001:db8::1], or type a domain."
            )
        )
    return Domain.of_literal(address) if address else None


def _of_bounce(pasted: str, kept: str) -> Entry:
    domain = failing_domain(pasted)
    if domain is not None:
        return Entry(kept, TakenAs.BOUNCE, domain, bounce_of(pasted))
    if "@" not in pasted and "\n" not in pasted and len(pasted) < _ONE_LINE:
        raise BadDomain(
            text("A domain has no spaces in it: take them out, or type one domain only.")
        )
    raise BadDomain(
        text("No recipient's address was found in the pasted text: type the domain itself.")
    )
