"""A bounce or a log line as somebody pasted it: who could not be reached, and what was said.

The forms are those of delivery status notifications (RFC 3464), of the bounces that Postfix, Exim,
Sendmail, OpenSMTPD, qmail, Exchange and Gmail write, and of the log lines of the first four. A
paste may be hostile: every pattern takes a time that grows with its length, and no faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import islice
from textwrap import dedent

from mxgui.model.domain import BadDomain, Domain, address_of

_MOST_TRIED = 100  # recipients of one form that are looked at before the next form is tried
_DOMAIN = r"(?P<domain>\[[0-9A-Za-z:.]{2,60}\]|[^\s<>@\"'(),;:\[\]]{1,1000}+)"
_BARE = r"[^\s<>@,;]@" + _DOMAIN
_MAILBOX = r"<?[^\s<>@,;]{1,256}+@" + _DOMAIN
_HOST = r"(?P<host>[a-z0-9_.-]{1,255}+)"
_ADDRESS = r"(?:IPv6:)?(?P<address>[0-9a-f:.]{2,45}+)"
_REPLY = r"(?P<reply>[^\n]{1,500})"
_HEADERS = (
    "From|To|Cc|Subject|Sender|Reply-To|Return-Path|Received|Message-ID|References|In-Reply-To"
    "|Authentication-Results|DKIM-Signature|Delivered-To"
)
_FAILED = (
    r"[^\n]{0,400}?(?:\bstatus=(?:bounced|deferred|undeliverable|expired|softbounce)"
    r'|\bresult="(?:Perm|Temp)Fail"|\bstat=(?!Sent|"))'
)


class _Scope(Enum):
    """How far the words about a recipient reach, from its name on."""

    LINE = r"[^\n]*"
    PARAGRAPH = r"(?:[^\n]+\n?)*"
    REST = r"(?s:.*)"
    WHOLE = ""


def _patterns(*written: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE | re.MULTILINE) for pattern in written)


_PARAGRAPH_FORMS = _patterns(
    r"^Final-Recipient:[ \t]{0,9}[\w-]{1,20}[ \t]{0,9};[ \t]{0,9}" + _MAILBOX,
    r"^Original-Recipient:[ \t]{0,9}[\w-]{1,20}[ \t]{0,9};[ \t]{0,9}" + _MAILBOX,
)
_LINE_FORMS = _patterns(
    r"\*\* " + _MAILBOX,  # Exim's log: a failed delivery
    r"== " + _MAILBOX,  # and a deferred one
    r"\bto=" + _MAILBOX + f"(?={_FAILED})",  # the logs of Postfix, Sendmail, OpenSMTPD
)
_BOUNCE_FORMS = _patterns(
    rf"^<[^\s<>@]{{1,256}}+@{_DOMAIN}>(?: \([^)\n]{{1,300}}\))?:(?=\s)",  # Postfix, qmail
)
_LIST_FORMS = _patterns(
    r"^X-Failed-Recipients: " + _MAILBOX,
    r"\b(?:following|these) (?:list of )?(?:address|recipient)[^\n]{0,80}\s{1,20}"
    r"(?:[^\n<>@]{0,80}[(<])?" + _MAILBOX,
    r"\bnot yet been delivered is:\s{1,20}" + _MAILBOX,
)
_LOOSE_FORMS = _patterns(
    r"\b(?:delivered to|deliver to|delivering to|message to|RCPT TO:)\s{0,3}" + _MAILBOX,
    r"\bto=" + _MAILBOX,
    rf"^(?!(?:{_HEADERS}):)[^\n]*?" + _BARE,
    _BARE,
)
_FORMS = (
    *((form, _Scope.PARAGRAPH) for form in _PARAGRAPH_FORMS),
    *((form, _Scope.LINE) for form in _LINE_FORMS),
    *((form, _Scope.PARAGRAPH) for form in _BOUNCE_FORMS),
    *((form, _Scope.REST) for form in _LIST_FORMS),
    *((form, _Scope.WHOLE) for form in _LOOSE_FORMS),
)
_DONE = re.compile(r"^Action:[ \t]{0,9}(?:delivered|relayed|expanded)", re.I | re.M)
_HOSTS = _patterns(
    rf"^Remote-MTA:[ \t]{{0,9}}[\w-]{{1,20}}[ \t]{{0,9}};[ \t]{{0,9}}{_HOST}(?: ?[\[(]{_ADDRESS})?",
    rf"\bH={_HOST} \[{_ADDRESS}\]",
    rf"\bhost\s{{1,9}}{_HOST} ?\[{_ADDRESS}\]",
    rf"\bconnect to\s{{1,9}}{_HOST} ?\[{_ADDRESS}\]",
    rf"\brelay={_HOST} ?\[{_ADDRESS}\]",
    rf'\brelay="{_ADDRESS} \({_HOST}\)',
    rf"\bwhile talking to {_HOST}",
    rf"\bby {_HOST} ?\[{_ADDRESS}\]",
    rf"(?<![\w.-]){_HOST} gave this error",
    rf"\bGiving up on {_ADDRESS}",
    rf"\bConnected to {_ADDRESS} but",
)
_REPLIES = _patterns(
    r"^Diagnostic-Code:[ \t]{0,9}[\w-]{1,20}[ \t]{0,9};[ \t]{0,9}" + _REPLY,
    r"\bsaid:\s{0,9}(?=[245]\d\d[ -])" + _REPLY,
    r"\(reason: (?P<reply>[^\n]{1,500}?)\)$",
    r"\breturned\s{1,9}'(?P<reply>[^'\n]{1,500})'",
    r'\bstat="(?P<reply>[^"\n]{1,500})"',
    r"\bconnect to [^\s\[]{1,255}\[[^\]\s]{1,60}\]:\d{1,5}:\s{1,9}(?P<reply>[^\n)]{1,300})",
    r"\bstatus=\w{1,20} \((?P<reply>[^\n]{1,500})\)",
    r"(?:^|[:\s])(?=[45]\d\d[ -][245]\.\d{1,3}\.\d{1,3}\b)" + _REPLY,
    r"(?:^|: )(?=[45]\d\d[ -]\D)" + _REPLY,
    r"\bstat=" + _REPLY,
    r"\bdefer \(-?\d{1,5}\): (?P<reply>[^\n]{1,300}?)(?= H=|$)",
    r"\bR=\w{1,40}: " + _REPLY,
)


@dataclass(frozen=True, slots=True)
class Bounce:
    """What a bounce tells beside the domain: the host that answered, and its reply.

    All of it is plain text from strangers. `host` is a name in A-labels.
    """

    host: str | None = None
    address: str | None = None
    reply: str | None = None


def failing_domain(pasted: str) -> Domain | None:
    """Find the domain of the recipient who could not be reached; None if no recipient is named."""
    found = next(_recipients(_unfolded(pasted)), None)
    return found[0] if found else None


def bounce_of(pasted: str) -> Bounce:
    """Find the remote host and its reply in what is said of the recipient."""
    words = _unfolded(pasted)
    found = next(_recipients(words), None)
    about = found[1] if found else words
    host, address = _host(about)
    return Bounce(host, address, _reply(about))


def _unfolded(pasted: str) -> str:
    """Take away quoting and common indentation, and join continued lines."""
    lines = pasted.replace("\r\n", "\n").replace("\r", "\n")
    unquoted = re.sub(r"^(?:> ?)+", "", lines, flags=re.MULTILINE)
    return re.sub(r"\n[ \t]+(?=\S)", " ", dedent(unquoted))


def _recipients(words: str) -> Iterator[tuple[Domain, str]]:
    """Give each recipient with what is said of it, the surest form first."""
    for form, scope in _FORMS:
        for found in islice(form.finditer(words), _MOST_TRIED):
            about = _about(words, found.start(), scope)
            domain = _domain(found["domain"])
            if domain is not None and not (scope is _Scope.PARAGRAPH and _DONE.search(about)):
                yield domain, about


def _about(words: str, start: int, scope: _Scope) -> str:
    if scope is _Scope.WHOLE:
        return words
    found = re.compile(scope.value).match(words, start)
    return found[0] if found else ""


def _domain(written: str) -> Domain | None:
    address = address_of(re.sub(r"\A\[(?:IPv6:)?|\]\Z", "", written, flags=re.IGNORECASE))
    if address is not None:
        return Domain.of_literal(address)
    try:
        return Domain.parse(written.rstrip(".!?*_"))
    except BadDomain:
        return None


def _host(words: str) -> tuple[str | None, str | None]:
    for pattern in _HOSTS:
        found = pattern.search(words)
        if found:
            groups = found.groupdict()
            domain = _domain(groups.get("host") or "")
            address = address_of((groups.get("address") or "").rstrip("."))
            named = domain.ascii if domain and domain.literal is None else None
            return named, str(address) if address else None
    return None, None


def _reply(words: str) -> str | None:
    for pattern in _REPLIES:
        found = pattern.search(words)
        if found:
            plain = "".join(letter if letter.isprintable() else " " for letter in found["reply"])
            said = " ".join(plain.split()).partition(" (in reply to")[0]
            return said.removesuffix(")") if said.count(")") > said.count("(") else said
    return None
