"""What the extensions mean that a mail host offers, each in a short sentence with its source.

The registered ones are those of IANA's list "SMTP Service Extensions"; a name that begins with X
is a matter of the software alone (RFC 5321, section 2.2.2).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TypeAlias

from mxgui.model.smtp import Extension
from mxgui.model.text import Text, counted, text
from mxgui.rules.rule import rfc
from mxgui.ui.dossier.section import cut

Meaning: TypeAlias = Text | Callable[[str], Text]  # a reader takes the parameters

_MEBIBYTE = 1_048_576
_MOST_NAMES = 12  # of login mechanisms that are named
_LETTERS = 120  # of parameters within a sentence
_LONGEST_NUMBER = 15  # digits; beyond any number that is meant

_UNKNOWN = text("Not known here: it is in no list that this program has.")
_PRIVATE = text("A matter of this server's software alone; not known here.")


def meaning_of(extension: Extension) -> Text:
    """What an extension means, and where that is written."""
    known = _KNOWN.get(extension.keyword)
    if known is None:
        return _PRIVATE if extension.keyword.startswith("X") else _UNKNOWN
    meaning, source = known
    what = meaning if isinstance(meaning, Text) else meaning(extension.parameters)
    return text("{what} ({source}).", what=what, source=source)


def _size(parameters: str) -> Text:
    number = _number(parameters)
    if number is None:
        return text("Takes the size of a message beforehand, and tells no limit")
    if number == 0:
        return text("Takes messages of any size, as long as there is room")
    if number < _MEBIBYTE // 10:
        return counted(
            "Takes messages of up to {n} octet", "Takes messages of up to {n} octets", number
        )
    mib = round(number / _MEBIBYTE, 1)
    return text("Takes messages of up to {mib} MiB, {n} octets", mib=mib, n=number)


def _auth(parameters: str) -> Text:
    names = parameters.replace("=", " ").split()
    if not names:
        return text("Users may log in, and no mechanism is named")
    told = tuple(cut(name, 40) for name in names[:_MOST_NAMES])
    if len(names) > _MOST_NAMES:
        more = len(names) - _MOST_NAMES
        return text("Users may log in by {names} or {more} more ways", names=told, more=more)
    return text("Users may log in by {names}; mail from other servers needs none", names=told)


def _deliver_by(parameters: str) -> Text:
    seconds = _number(parameters)
    if seconds is None:
        return text("A sender may say by when a message has to be delivered")
    shortest = timedelta(seconds=min(seconds, 10**9))
    return text("A sender may say by when to deliver, not sooner than in {time}", time=shortest)


def _future_release(parameters: str) -> Text:
    seconds = _number(parameters)
    if seconds is None:
        return text("Holds a message back until the moment that its sender names")
    longest = timedelta(seconds=min(seconds, 10**9))
    return text("Holds a message back as its sender wishes, for {time} at most", time=longest)


def _priority(parameters: str) -> Text:
    if not parameters:
        return text("Urgent messages may go before others")
    name = cut(parameters, _LETTERS)
    return text("Urgent messages may go before others, by the rules of {name}", name=name)


def _limits(parameters: str) -> Text:
    if not parameters:
        return text("Tells its limits, and names none")
    return text("Tells its limits: {limits}", limits=cut(parameters, _LETTERS))


def _no_soliciting(parameters: str) -> Text:
    if not parameters:
        return text("Wishes no unsolicited mail that is marked as such")
    return text("Wishes no mail that is marked as {kinds}", kinds=cut(parameters, _LETTERS))


def _number(parameters: str) -> int | None:
    """The number that parameters begin with."""
    first = parameters.partition(" ")[0]
    fits = first.isascii() and first.isdigit() and len(first) <= _LONGEST_NUMBER
    return int(first) if fits else None


_POSTFIX = text("Postfix")
_EXIM = text("Exim")
_SENDMAIL = text("Sendmail")
_EXCHANGE = text("Microsoft Exchange")

_KNOWN: dict[str, tuple[Meaning, Text]] = {
    "8BITMIME": (text("Takes letters beyond ASCII in the body as they are"), rfc("6152")),
    "ATRN": (text("Hands queued mail over to a client that has logged in"), rfc("2645")),
    "AUTH": (_auth, rfc("4954")),
    "BINARYMIME": (text("Takes a body of any bytes, by CHUNKING"), rfc("3030")),
    "BURL": (text("Fetches parts of a message from an IMAP server"), rfc("4468")),
    "CHECKPOINT": (text("A transfer that broke may go on where it ended"), rfc("1845")),
    "CHUNKING": (text("Takes a message in pieces of a known length, by BDAT"), rfc("3030")),
    "CONNEG": (text("Tells what kinds of content a recipient can show"), rfc("4141")),
    "CONPERM": (text("May convert the content if the sender permits it"), rfc("4141")),
    "DELIVERBY": (_deliver_by, rfc("2852")),
    "DSN": (text("Reports delivery as the sender wishes: success, delay, failure"), rfc("3461")),
    "ENHANCEDSTATUSCODES": (
        text("Replies carry a code such as 5.1.1 that says exactly what was wrong"),
        rfc("2034"),
    ),
    "ETRN": (text("A client may ask that mail queued for its domain be sent now"), rfc("1985")),
    "EXPN": (text("Tells who is on a mailing list, if it is willing to"), rfc("5321", "3.5")),
    "FUTURERELEASE": (_future_release, rfc("4865")),
    "HELP": (text("Answers questions about its commands"), rfc("5321", "4.1.1.8")),
    "LIMITS": (_limits, rfc("9422")),
    "MT-PRIORITY": (_priority, rfc("6710")),
    "MTRK": (text("Keeps track of a message for its sender"), rfc("3885")),
    "NO-SOLICITING": (_no_soliciting, rfc("3865")),
    "ONEX": (text("One message a connection; long out of use"), _SENDMAIL),
    "PIPECONNECT": (text("Commands may come before the greeting has been read"), _EXIM),
    "PIPELINING": (text("Commands may be sent without waiting for each reply"), rfc("2920")),
    "PRDR": (text("Replies to the content for each recipient on its own"), _EXIM),
    "REQUIRETLS": (
        text("A sender may demand that a message travels under TLS only, or not at all"),
        rfc("8689"),
    ),
    "RRVS": (text("Refuses mail for a mailbox that has changed its owner since"), rfc("7293")),
    "SAML": (text("Mail that also shows on the terminal; long out of use"), rfc("821")),
    "SEND": (text("A message for the terminal; long out of use"), rfc("821")),
    "SIZE": (_size, rfc("1870")),
    "SMTPUTF8": (text("Takes addresses and headers with letters beyond ASCII"), rfc("6531")),
    "SOML": (text("A message for the terminal, or else mail; long out of use"), rfc("821")),
    "STARTTLS": (text("Encrypts the session when asked to"), rfc("3207")),
    "TURN": (text("The two sides change places; unsafe, and given up"), rfc("5321", "F.1")),
    "UTF8SMTP": (text("The trial before SMTPUTF8; out of use"), rfc("5336")),
    "VERB": (text("Tells more of what it does; long out of use"), _SENDMAIL),
    "VRFY": (text("Tells if a mailbox exists, if it is willing to"), rfc("5321", "3.5")),
    "X-ANONYMOUSTLS": (text("TLS among its own servers, whose names are not checked"), _EXCHANGE),
    "X-EXPS": (text("Its own servers log in by this, much as by AUTH"), _EXCHANGE),
    "X-LINK2STATE": (text("Its own servers tell each other how mail is routed"), _EXCHANGE),
    "XCLIENT": (text("A trusted proxy may say who the client behind it is"), _POSTFIX),
    "XEXCH50": (text("Its own servers hand on properties of a message"), _EXCHANGE),
    "XFORWARD": (text("A trusted filter may say who the client before it was"), _POSTFIX),
    "XRDST": (text("For its own servers; for what is not known here"), _EXCHANGE),
    "XSHADOW": (text("Its own servers keep a copy until a message has gone on"), _EXCHANGE),
    "XSHADOWREQUEST": (text("Its own servers ask each other to keep copies"), _EXCHANGE),
    "XVERP": (text("Writes the recipient into the sender's address, for bounces"), _POSTFIX),
    "X_PIPE_CONNECT": (text("Commands may come before the greeting has been read"), _EXIM),
}
