"""How one kind of sender behaves, as data: what it makes of DNS, its order, its limits, its queue.

A sender is a file in `senders`, where its sources stand. Nothing here computes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from mxgui.model.text import Text, text
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.schedule import Queue


class Evidence(Enum):
    """What a profile rests on."""

    STANDARD = "standard"  # the text of the RFCs
    OBSERVED = "observed"  # the program was run, and its source was read
    SOURCE = "source"  # its source was read
    MANUAL = "manual"  # its maker's manual


class NullRule(Enum):
    """When a sender takes an exchange of `.` for the word that the domain takes no mail."""

    ANY = "any"  # one record with `.` is enough
    SOLE_PREFERENCE_0 = "sole_pref0"  # as RFC 7505 has it: `0 .` alone
    SOLE = "sole"  # alone, whatever its preference
    PREFERENCE_0_TIER = "pref0_tier"  # alone at preference 0, others may stand behind it
    UNUSABLE = "unusable"  # an exchange that cannot be used: the mail bounces if it is alone
    REACHED = "reached"  # when the walk comes to it
    TEMPORARY = "none_temp"  # an exchange that cannot be used: the mail queues if it is alone


class NoTarget(Enum):
    """What becomes of mail when not one exchange has an address."""

    BOUNCES_UNLESS_SOFT = "perm_unless_soft"  # queues if any lookup merely failed
    LISTED = "listed"  # the same, but it keeps its place: no error before it is the last
    QUEUES = "temp"
    LAST = "last"  # as the last of them has it


class SameName(Enum):
    """What is made of an exchange that is listed twice."""

    KEPT = "none"
    LOWEST = "lowest_pref"  # the better preference alone
    ADJACENT = "adjacent"  # merged where they follow each other


class Unit(Enum):
    """What is shuffled within a tier."""

    HOST = "host"  # hosts; then each is expanded to its addresses
    ADDRESS = "address"  # all addresses of the tier


class HostOrder(Enum):
    """In which order the hosts of a tier are tried."""

    UNIFORM = "uniform"
    ANSWER = "answer"  # as the resolver lists them
    SWAP_REMOVE = "swap_remove"  # the first, then from the last one backwards (qmail)
    COINS = "adjacent_coin"  # one pass that swaps neighbours or not (Haraka)
    ARRIVAL = "arrival"  # as their addresses come in (OpenSMTPD)


class AddressOrder(Enum):
    """In which order the addresses of one host are tried."""

    ANSWER = "dns"
    SHUFFLED = "shuffle_per_family"
    RFC6724 = "rfc6724"
    RACE = "he"  # Happy Eyeballs: all addresses are one attempt (RFC 8305)


class FamilyRule(Enum):
    """How IPv4 and IPv6 addresses stand to each other."""

    ONLY_4 = "v4only"
    ONLY_6 = "v6only"
    MIXED = "mixed"
    V6_FIRST = "v6_then_v4"  # within a host
    V4_FIRST = "v4_then_v6"
    TIER_V6 = "tier_v6"  # within a tier
    TIER_V4 = "tier_v4"
    ALL_V6 = "all_v6"  # over the whole list, whatever the preference
    ALL_V4 = "all_v4"


class Sweep(Enum):
    """One pass over the list that moves one family forward within a tier (Exim)."""

    NONE = "none"
    V6 = "sweep_v6"
    V4 = "sweep_v4"


class OwnBy(Enum):
    """By what a sender finds itself among the exchanges."""

    ADDRESS = "ip"
    NAME = "name"
    EITHER = "name_or_ip"
    LOOPBACK = "loopback"  # a loopback address alone
    NONE = "none"


class OwnBest(Enum):
    """What a sender does where it is itself the best exchange."""

    BOUNCES = "bounce"
    FREEZES = "freeze"
    CONNECTS = "connect"  # to itself
    SKIPS = "skip"


class Next(Enum):
    """What a sender does after what happened at an address."""

    DELIVERED = "delivered"
    NEXT_ADDRESS = "next_addr"
    NEXT_HOST = "next_host"
    QUEUES = "stop_temp"
    BOUNCES = "stop_perm"


class Wait(Enum):
    """How long something takes a sender; what is no wait takes a round trip or two."""

    NONE = "none"
    CONNECT = "connect"
    GREETING = "greeting"
    COMMAND = "command"


class Final(Enum):
    """What becomes of a message that no address took."""

    QUEUES = "soft_wins"
    LAST = "last"  # it bounces if the last one tried gave a permanent error


@dataclass(frozen=True, slots=True)
class Reaction:
    """What a sender does after one kind of behaviour.

    `hard` marks an error as permanent for `Final.LAST`; `session` says that it counts as one of
    `Limits.sessions`.
    """

    next: Next
    hard: bool = False
    session: bool = False
    wait: Wait = Wait.NONE


@dataclass(frozen=True, slots=True)
class Lookups:
    """What a sender makes of the answers of DNS; what fails for the moment makes every one queue.

    `no_domain_tries_address`: NXDOMAIN for the MX is taken as no MX. `nothing_bounces`: a domain
    with no MX and no address bounces. `literal`: an exchange that is an address is used as one.
    `ignored` are networks whose addresses vanish. `failure_is_none`: without MX, an address that
    could not be looked up counts as none (Haraka). `localhost`: an exchange of that name is used.
    """

    no_domain_tries_address: bool = False
    no_domain_bounces: bool = True
    nothing_bounces: bool = True
    null_rule: NullRule = NullRule.SOLE_PREFERENCE_0
    literal: bool = False
    localhost: bool = True
    no_target: NoTarget = NoTarget.BOUNCES_UNLESS_SOFT
    same_name: SameName = SameName.KEPT
    same_address_once: bool = False
    needs_both: bool = False  # where the lookup of one family fails it uses neither
    ignored: tuple[str, ...] = ()
    failure_is_none: bool = False


@dataclass(frozen=True, slots=True)
class Ordering:
    """In which order the addresses are tried."""

    unit: Unit = Unit.HOST
    hosts: HostOrder = HostOrder.UNIFORM
    addresses: AddressOrder = AddressOrder.ANSWER
    family: FamilyRule = FamilyRule.V6_FIRST
    sweep: Sweep = Sweep.NONE


@dataclass(frozen=True, slots=True)
class Limits:
    """Where one run ends; None is no limit.

    `hosts` and `per_host` cut the list before anything is tried. `balance` keeps both families
    among the first `attempts` (Postfix). `jump` goes on with one host of each worse tier once the
    attempts are used up (Exim). `silent` is after how many addresses that did not answer a run
    starts over from the first, and so gets no further (OpenSMTPD). `records` is how many of the
    answer are looked at, in its order.
    """

    hosts: int | None = None
    per_host: int | None = None
    attempts: int | None = None
    sessions: int | None = None
    balance: bool = False
    jump: bool = False
    silent: int | None = None
    records: int | None = None


@dataclass(frozen=True, slots=True)
class Own:
    """How a sender that is itself an exchange keeps from sending to itself (RFC 5321, 5.1).

    `always` are names, addresses and networks that it takes for its own on whatever machine it
    runs. `waits_for_better`: mail queues where better exchanges are listed, and none of them has
    an address (Postfix).
    """

    by: OwnBy = OwnBy.EITHER
    only_it: bool = False  # else every record of its preference and of worse ones is cut
    best: OwnBest = OwnBest.BOUNCES
    always: tuple[str, ...] = ()
    waits_for_better: bool = False


@dataclass(frozen=True, slots=True)
class Waits:
    """How long a sender waits, in seconds; `shared`: the connect time is for all of a host."""

    connect: float
    greeting: float = 300.0
    command: float = 300.0
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Memory:
    """What a sender remembers of what failed, in words; `by_host`: only the first message pays."""

    words: Text
    by_host: bool = False


@dataclass(frozen=True, slots=True)
class Unverified:
    """A parameter that no source settles, and what was assumed; `part` is a field of a sender."""

    part: str
    words: Text


NOT_RUN = Unverified("evidence", text("Its source was read; the program itself was not run."))


@dataclass(frozen=True, eq=False, slots=True)
class Sender:
    """How one kind of sender behaves; compared and hashed as the one object that it is.

    `id` is its name on the command line, `title` what a person calls it, with `version`.
    `replies` are the enhanced status codes (RFC 3463) of what is decided before any connection, as
    far as they are known; `remarks` say what a simulation leaves out. `on_retry` are the reactions
    that are others once the message has waited in the queue.
    """

    id: str
    title: str
    version: str
    about: Text
    sources: tuple[str, ...]
    evidence: Evidence
    lookups: Lookups
    ordering: Ordering
    limits: Limits
    own: Own
    reactions: Mapping[Behaviour, Reaction]
    final: Final
    waits: Waits
    memory: Memory
    queue: Queue
    replies: Mapping[str, str] = field(default_factory=dict)
    rotates: bool = False  # the resolver's rotation decides what this sender does not shuffle
    unverified: tuple[Unverified, ...] = ()
    remarks: tuple[Text, ...] = ()
    on_retry: Mapping[Behaviour, Reaction] = field(default_factory=dict)
