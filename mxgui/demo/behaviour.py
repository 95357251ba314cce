"""How a mail host of the demo network behaves: what it says, how late, and where it fails."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

EXTENSIONS = (
    "PIPELINING",
    "SIZE 52428800",
    "8BITMIME",
    "ENHANCEDSTATUSCODES",
    "SMTPUTF8",
    "CHUNKING",
)


class Encryption(Enum):
    """What comes of STARTTLS at a host."""

    OFFERED = "offered"
    NOT_OFFERED = "not_offered"
    TAKEN_BACK = "taken_back"  # offered, then answered with 454
    HANGS_UP = "hangs_up"  # answered with 220, then the connection is closed
    HANGS = "hangs"  # answered with 220, then nothing more is ever said
    GARBAGE = "garbage"  # answered with 220, then with what is no TLS
    INJECTED = "injected"  # a line more, in the clear, behind the 220; then the handshake
    OLD = "old"  # TLS 1.1 is the newest that it speaks


class Papers(Enum):
    """Which certificate a host shows."""

    ISSUED = "issued"  # for the host's name, by the demo's authority through its intermediate
    DIRECT = "direct"  # for the host's name, by the authority itself
    SELF_SIGNED = "self_signed"
    EXPIRED = "expired"
    NOT_YET = "not_yet"
    SOON = "soon"  # ends nine days from now
    OTHER_NAME = "other_name"
    CN_ONLY = "cn_only"  # the host's name is its common name and nothing else
    WILDCARD = "wildcard"  # for all hosts beside this one
    NO_INTERMEDIATE = "no_intermediate"  # the host keeps the intermediate's certificate to itself
    STRANGER = "stranger"  # by an authority that nobody knows
    WEAK = "weak"  # an RSA key of 1024 bits


@dataclass(frozen=True, slots=True)
class Behaviour:
    """The manners of one host.

    `greeting` is what it says first, line ends left out of its end; `{name}` stands for the host,
    and None means that it never speaks. `wait` is seconds before that.
    """

    greeting: str | None = "220 {name} ESMTP, demo network of mxgui"
    wait: float = 0.0
    closes: bool = False  # behind the greeting, or instead of one
    knows_ehlo: bool = True
    extensions: tuple[str, ...] = EXTENSIONS
    encryption: Encryption = Encryption.OFFERED
    papers: Papers = Papers.ISSUED

    def greeting_of(self, name: str) -> bytes:
        """What a host of that name sends first; lone surrogates stand for undecodable bytes."""
        spoken = (self.greeting or "").replace("{name}", name)
        return f"{spoken}\r\n".encode("utf-8", "surrogateescape") if spoken else b""


POLITE = Behaviour()


def showing(papers: Papers) -> Behaviour:
    """The manners of a polite host that shows such a certificate."""
    return replace(POLITE, papers=papers)


SLOW = Behaviour(wait=4.0)
SILENT = Behaviour(greeting=None)
REJECTING = Behaviour(greeting="554 {name} takes no mail", closes=True)
DEFERRING = Behaviour(greeting="421 4.3.2 {name} is busy, try again later", closes=True)
HANGING_UP = Behaviour(greeting="", closes=True)
OTHER_TONGUE = Behaviour(greeting="SSH-2.0-OpenSSH_9.2p1", closes=True)
OLD = Behaviour(
    greeting="220 {name} ready",
    knows_ehlo=False,
    extensions=(),
    encryption=Encryption.NOT_OFFERED,
)
TALKATIVE = Behaviour(
    greeting="220-{name} ESMTP, demo network of mxgui\r\n"
    "220-This greeting has three lines, as a host is free to send.\r\n"
    "220 A sender waits for the last one."
)
UNENCRYPTED = replace(POLITE, encryption=Encryption.NOT_OFFERED)
TAKING_BACK = replace(POLITE, encryption=Encryption.TAKEN_BACK)
BREAKING_OFF = replace(POLITE, encryption=Encryption.HANGS_UP)
HANDSHAKE_HANGING = replace(POLITE, encryption=Encryption.HANGS)
HANDSHAKE_GARBAGE = replace(POLITE, encryption=Encryption.GARBAGE)
INJECTING = replace(POLITE, encryption=Encryption.INJECTED)
OLD_TLS = replace(POLITE, encryption=Encryption.OLD)
MARKING_UP = Behaviour(
    greeting="220 {name} <script>alert(1)</script> \x1b[31mred\x07 \u202elanoitceridib \udcff",
    extensions=(*EXTENSIONS, "X-<b>BOLD</b> [link](javascript:alert(1))", "X-\x1b]0;title\x07"),
)
FLOODING = Behaviour(greeting="\r\n".join(["220-{name} has much to say"] * 900))
