"""Record sets in a few letters: `10 ds, 10 v4` with `ds="64"` is a dual-stack host and another.

Hosts stand in `.example`; each digit is an address of that family. An address is told by its host
and its family, with a letter where there are several: `ds6`, `big4c`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from mxgui.model.domain import address_of
from mxgui.model.inspection import Inspection
from mxgui.model.records import Status
from mxgui.routing.senders import sender_of
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.chances import Chances
from mxgui.routing.sending.enumeration import enumerated
from mxgui.routing.sending.outage import Off, What, WhatIf
from mxgui.routing.sending.sender import Sender
from mxgui.routing.sending.simulation import Simulation, simulate
from mxgui.routing.sending.situation import Entry, Situation, situation_of, switched
from tests.builders import an_inspection

SPECIAL = (".", "localhost")
LETTERS = {
    "P": "postfix",
    "X": "exim",
    "S": "sendmail",
    "O": "opensmtpd",
    "Q": "qmail",
    "H": "haraka",
    "m": "maddy",
    "M": "mox",
    "W": "stalwart",
    "K": "kumomta",
    "R": "rfc5321",
}


def named(letter: str) -> Sender:
    """The sender of that letter."""
    return sender_of(LETTERS[letter])


def whole(name: str) -> str:
    """The name in DNS; the root, an address and `localhost` are what they are."""
    if name in SPECIAL or address_of(name) is not None:
        return name
    return f"{name}.example"


def records(mx: str | Status, **hosts: str | Status) -> Inspection:
    """An inspection of a domain with these records; hosts that are not named do not exist."""
    written = mx
    if isinstance(mx, str):
        pairs = (part.split() for part in mx.split(",") if part.strip())
        written = ", ".join(f"{preference} {whole(name)}" for preference, name in pairs)
    known: dict[str, str | Status] = {}
    for at, (name, families) in enumerate(hosts.items(), start=1):
        key = "example.org" if name == "own" else whole(name)
        known[key] = families if isinstance(families, Status) else _addresses(at, families)
    return an_inspection(mx=written, hosts=known)


def _addresses(at: int, families: str) -> str:
    """The addresses of host `at`; `=2` are those of host 2."""
    if families.startswith("="):
        return _addresses(int(families[1:]), "4")
    patterns = {"4": "192.0.2.{0}", "6": "2001:db8::{0:x}"}
    return " ".join(
        patterns[family].format(8 * at + number) for number, family in enumerate(families)
    )


def a_what_if(off: str = "", own: str = "", *, as_probed: bool = False) -> WhatIf:
    """`a1:refused a2:421` with the values of behaviours; one name may stand for an address."""
    parts = []
    for word in off.split():
        name, how = word.rsplit(":", 1)
        what = What.FAMILY if name.startswith("ipv") else What.HOST
        target = name if what is What.FAMILY else whole(name)
        parts.append(Off(what, target, Behaviour(how)))
    me = "" if not own else whole(own)
    return WhatIf(tuple(parts), as_probed, me)


def simulated(letter: str | Sender, known: Inspection, what_if: WhatIf | None = None) -> Simulation:
    """What a sender does with these records."""
    sender = named(letter) if isinstance(letter, str) else letter
    return simulate(known, sender, what_if or WhatIf())


def told(situation: Situation, entry: Entry) -> str:
    """An address by its host, its family and a letter."""
    own = [
        each.address
        for candidate in situation.candidates
        if candidate.name == entry.host
        for each in candidate.entries
        if each.family == entry.family
    ]
    alike = list(dict.fromkeys(own))
    letter = "abcdefghijklmnop"[alike.index(entry.address)] if len(alike) > 1 else ""
    name = entry.host.removesuffix(".example")
    return name if address_of(name) is not None else f"{name}{entry.family}{letter}"


def orders(letter: str | Sender, known: Inspection, own: str = "") -> dict[str, Fraction]:
    """Every order of attempts with its chance, where each address refuses."""
    sender = named(letter) if isinstance(letter, str) else letter
    situation = situation_of(known, sender, a_what_if(own=own))
    refusing = replace(
        situation,
        candidates=tuple(
            replace(each, entries=tuple(switched(one, Behaviour.REFUSED) for one in each.entries))
            for each in situation.candidates
        ),
    )
    found: Counter[str] = Counter()
    for run, chance in enumerated(refusing, sender):
        tried = (told(situation, attempt.entry) for attempt in run.attempts)
        found[" ".join(tried)] += chance  # type: ignore[assignment]
    return {order: Fraction(chance) for order, chance in found.items()}


def fates(chances: Chances) -> str:
    """The chances of all fates, such as `delivered 2/3 deferred 1/3`."""
    parts = sorted((fate.value, share) for fate, share in chances.fates.items() if share)
    return " ".join(name if share == 1 else f"{name} {share}" for name, share in parts)


def firsts(simulation: Simulation) -> dict[str, str]:
    """The chance of each address to be tried first, without those that have none."""
    return dict(_shares(simulation, simulation.chances.first))


def takers(simulation: Simulation) -> dict[str, str]:
    """The chance of each address to take the message, without those that have none."""
    return dict(_shares(simulation, simulation.chances.delivered))


def _shares(simulation: Simulation, shares: tuple) -> Iterator[tuple[str, str]]:
    for each in shares:
        if each.share:
            yield told(simulation.situation, each.entry), str(each.share)
