"""What a mail host said when it was probed; parses and opens nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from ipaddress import ip_address

from mxgui.model.certificate import Tls
from mxgui.model.line import DIRECT

# Some hosts write AUTH=LOGIN, from before the RFC; a sender takes "=" for a space there.
_EXTENSION = re.compile(r"\s*([^\s=]+)[\s=]?([^\n]*)")


class Outcome(Enum):
    """How a probe ended, up to the greeting."""

    GREETED = "greeted"  # 2xx
    DEFERRED = "deferred"  # 4xx
    REJECTED = "rejected"  # 5xx
    NOT_SMTP = "not_smtp"  # something answers, in another tongue
    SILENT = "silent"  # connected, no whole greeting in time
    CLOSED = "closed"  # closed or reset before a whole greeting
    REFUSED = "refused"  # connect: RST
    TIMED_OUT = "timed_out"  # connect: no answer
    UNREACHABLE = "unreachable"  # connect: an ICMP error from the path, or no route
    BLOCKED_HERE = "blocked_here"  # connect: this machine's own firewall
    PROXY_NO_ANSWER = "proxy_no_answer"
    NOT_TRIED = "not_tried"

    @property
    def answered(self) -> bool:
        """Whether words were heard from the other end: the port is open from here.

        A refusal alone is no proof of that: firewalls on the path refuse in the host's name.
        """
        return self in (Outcome.GREETED, Outcome.DEFERRED, Outcome.REJECTED, Outcome.NOT_SMTP)

    @property
    def is_mute(self) -> bool:
        """Whether nothing was heard: this may be the host's doing, or our line's."""
        return self in (Outcome.TIMED_OUT, Outcome.UNREACHABLE)


_TELLING = {
    Outcome.CLOSED: 2,
    Outcome.SILENT: 2,
    Outcome.REFUSED: 3,
    Outcome.TIMED_OUT: 4,
    Outcome.UNREACHABLE: 4,
    Outcome.PROXY_NO_ANSWER: 5,
    Outcome.BLOCKED_HERE: 5,
    Outcome.NOT_TRIED: 6,
}


class Reason(Enum):
    """Why an address was not tried, or not to the end."""

    PRIVATE_ADDRESS = "private_address"
    DELIVERED_EARLIER = "delivered_earlier"
    STOPPED_EARLIER = "stopped_earlier"  # the sender gives up for now at what happened before
    NOT_IN_RUN = "not_in_run"  # the sender leaves it out of this run
    FAMILY_OFF = "family_off"
    NO_IPV6_HERE = "no_ipv6_here"
    NO_IPV4_HERE = "no_ipv4_here"
    PORT_BLOCKED_HERE = "port_blocked_here"
    CANCELLED = "cancelled"
    TOO_MANY = "too_many"  # the domain has more addresses than one run knocks at
    PROXY_DOWN = "proxy_down"  # the proxy itself cannot be used


class Stage(Enum):
    """The steps of a probe, in their order."""

    CONNECT = "connect"
    GREETING = "greeting"
    EHLO = "ehlo"
    STARTTLS = "starttls"
    HANDSHAKE = "handshake"
    EHLO_TLS = "ehlo_tls"
    QUIT = "quit"


class StoppedBy(Enum):
    """What ended a probe before its last step."""

    REPLY = "reply"
    TIMEOUT = "timeout"
    CLOSED = "closed"
    RESET = "reset"
    BAD_REPLY = "bad_reply"
    TOO_LONG = "too_long"
    CANCELLED = "cancelled"


class StartTls(Enum):
    """What came of STARTTLS."""

    NOT_TESTED = "not_tested"
    NOT_OFFERED = "not_offered"
    REFUSED = "refused"
    FAILED = "failed"
    UNVERIFIED = "unverified"  # encrypted; the certificate is not known to be good
    VERIFIED = "verified"  # web PKI and the exchange's name


class Speaker(Enum):
    """Who a line of the transcript is from."""

    SERVER = "server"
    CLIENT = "client"
    NOTE = "note"  # our own remark


@dataclass(frozen=True, slots=True)
class Target:
    """One address of one exchange, and the port to knock at.

    `address` is in canonical text form. Where exchanges share an address, `host` is the one that is
    tried first, unless the handshake is its `own`. `sni` is the name to ask for in TLS, the host if
    empty. `vantage` is from where to knock.
    """

    host: str
    address: str
    port: int = 25
    sni: str = ""
    own: bool = False
    vantage: str = DIRECT

    @property
    def family(self) -> int:
        """Tell the address family, 4 or 6."""
        return ip_address(self.address).version


@dataclass(frozen=True, slots=True)
class Reply:
    """One whole reply: its code, and the text of each of its lines behind code and separator.

    Undecodable bytes and control characters stand in the text as visible escapes (`\\x1b`).
    """

    code: int
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The lines, joined by line feeds."""
        return "\n".join(self.lines)

    @property
    def first_word(self) -> str:
        """The first word: in a greeting and in a reply to EHLO the host's name for itself."""
        words = self.lines[0].split(maxsplit=1) if self.lines else []
        return words[0] if words else ""


@dataclass(frozen=True, slots=True)
class Phase:
    """One step with its times in seconds: `at` since the inspection began, and what it took."""

    stage: Stage
    at: float
    took: float


@dataclass(frozen=True, slots=True)
class Said:
    """One line of a transcript; `at` is seconds since the probe began."""

    at: float
    speaker: Speaker
    text: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a running probe waits for: since when (inspection time) and how long, in seconds."""

    stage: Stage
    since: float
    limit: float


@dataclass(frozen=True, slots=True)
class Extension:
    """One ESMTP extension as a host offered it: keyword in upper case, parameters as sent."""

    keyword: str
    parameters: str = ""


@dataclass(frozen=True, slots=True)
class Probe:
    """All that is known of one address from one knock at its door.

    While it runs, `waiting` tells the step under way and `outcome` is NOT_TRIED until there is
    one. `at` is seconds since the inspection began; `began` the moment. `reused_age` is seconds,
    when the result is an earlier one. `helo` is the name that we gave; `command` the verb that was
    accepted. `note` is the system's own word for a failure, bounded, plain. `injected` tells that
    plain words were sent behind the 220 of STARTTLS, whatever came of the handshake.
    """

    target: Target
    outcome: Outcome = Outcome.NOT_TRIED
    reason: Reason | None = None
    stage: Stage = Stage.CONNECT
    stopped_by: StoppedBy | None = None
    waiting: Waiting | None = None
    began: datetime | None = None
    at: float = 0.0
    took: float = 0.0
    phases: tuple[Phase, ...] = ()
    helo: str = ""
    greeting: Reply | None = None
    command: str = ""
    ehlo: Reply | None = None
    extensions: tuple[Extension, ...] = ()
    starttls: StartTls = StartTls.NOT_TESTED
    tls: Tls | None = None
    ehlo_tls: Reply | None = None
    extensions_tls: tuple[Extension, ...] = ()
    transcript: tuple[Said, ...] = ()
    note: str = ""
    reused_age: float | None = None
    injected: bool = False

    def __hash__(self) -> int:
        """Hash the place alone, quickly: a whole session is long."""
        return hash(self.target)

    @property
    def running(self) -> bool:
        """Whether the probe is still under way."""
        return self.waiting is not None

    @property
    def delivers(self) -> bool:
        """Whether a sender would have gone on to deliver here: greeted, and EHLO or HELO taken."""
        return self.outcome is Outcome.GREETED and bool(self.command)

    @property
    def telling(self) -> int:
        """How much is known of the host by it, the less the more: what one line saw alive is alive.

        Refusals come before silence, which may be the line's own doing; what never left this
        machine or the proxy tells nothing of the host.
        """
        if self.delivers:
            return 0
        if self.outcome.answered:
            return 1
        return _TELLING.get(self.outcome, 2)

    def took_for(self, stage: Stage) -> float | None:
        """Tell how long one step took, in seconds; None if it was not reached."""
        return next((phase.took for phase in self.phases if phase.stage is stage), None)


def extensions_of(reply: Reply) -> tuple[Extension, ...]:
    """The extensions in a reply to EHLO: every line but the first (RFC 5321, section 4.1.1.1)."""
    found = (_EXTENSION.match(line) for line in reply.lines[1:])
    return tuple(Extension(line[1].upper(), line[2].strip()) for line in found if line)


def offers(extensions: tuple[Extension, ...], keyword: str) -> bool:
    """Tell whether an extension is among those offered; keyword in upper case."""
    return any(extension.keyword == keyword for extension in extensions)
