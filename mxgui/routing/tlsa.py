"""Under which names a host's TLSA records are looked for, and which of them count.

The rules are those of RFC 7672, section 2.2: the addresses decide whether DANE applies, the first
candidate that has secure records decides which those are, and a failed lookup is never "none".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from mxgui.model.domain import address_of
from mxgui.model.inspection import Inspection
from mxgui.model.once import once
from mxgui.model.records import Answer, RecordType, Status, Tlsa
from mxgui.model.security import Dnssec
from mxgui.routing.aliases import Way, way_of, ways_of
from mxgui.routing.certainty import fails_for_all
from mxgui.routing.dane_steps import DaneStep, Look
from mxgui.routing.route import Host, Special
from mxgui.routing.usable import is_usable

_LONGEST_NAME = 255  # octets on the wire (RFC 1035, section 2.3.4)
_NAMELESS = (Special.NULL, Special.LITERAL, Special.LOCALHOST, Special.BAD_NAME)
_ESCAPED = re.compile(r"\\(\d{3}|.)", re.DOTALL)  # RFC 1035, section 5.1: one octet each


class HostDane(Enum):
    """What DNS says of DANE at a host, before anybody connects."""

    NONE = "none"  # no TLSA records
    NOT_APPLICABLE = "not_applicable"  # there are some, and they do not count
    USABLE = "usable"
    UNUSABLE = "unusable"  # secure records, none of which a sender can use
    LOOKUP_FAILED = "lookup_failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Discovery:
    """The TLSA records that count for a host over one address family, and how they were found.

    `base` is the TLSA base domain and `answer` its records, if there are any that count. `certain`
    tells, of a lookup that failed, that it fails for every sender, and not for us alone.
    """

    dane: HostDane
    steps: tuple[DaneStep, ...] = ()
    base: str = ""
    answer: Answer | None = None
    certain: bool = True

    @property
    def records(self) -> tuple[Tlsa, ...]:
        """The records that count."""
        return self.answer.tlsa if self.answer is not None else ()

    @property
    def asked(self) -> bool:
        """Whether it came as far as asking for TLSA records: the addresses were had."""
        return bool(self.steps) and self.steps[-1].look is Look.LOOKUP


_BEST_FIRST = (  # what one family leads to, a sender can use
    HostDane.USABLE,
    HostDane.UNUSABLE,
    HostDane.UNKNOWN,
    HostDane.NONE,
    HostDane.NOT_APPLICABLE,
    HostDane.LOOKUP_FAILED,
)


def tlsa_owner(base: str, port: int) -> str | None:
    """Give the name that has the TLSA records of a base domain (RFC 7672, section 2.2.3).

    The port is the one that is knocked at: 25 for every sender of mail, another in a laboratory
    (RFC 6698, section 3). None if the name would be longer than any can be.
    """
    owner = f"_{port}._tcp.{base}"
    octets = len(_ESCAPED.sub("x", owner)) + 2  # a length before each label, and the root's
    return owner if octets <= _LONGEST_NAME else None


def is_named(inspection: Inspection, host: Host) -> bool:
    """Whether DANE can apply: not to an address, a null MX or a name that nobody asks for."""
    if inspection.entry.domain.literal is not None or host.special in _NAMELESS:
        return False
    return address_of(host.name) is None


def tlsa_bases(inspection: Inspection, host: Host) -> tuple[str, ...]:
    """Give the candidates for the TLSA base domain in their order, as far as they are known.

    None is left where the addresses are not secure. While that is unknown, all that DNS shows.
    """
    if not is_named(inspection, host):
        return ()
    every = (base for way in ways_of(inspection, host) for base in _bases(way))
    return tuple(dict.fromkeys(every))


def tlsa_base(inspection: Inspection, host: Host) -> str | None:
    """Give the TLSA base domain, which is also the name to ask the server for (section 8.1).

    None if no TLSA record counts for the host, or it is not known yet.
    """
    return discovered(inspection, host).base or None


@once
def discovered(inspection: Inspection, host: Host) -> Discovery:
    """Find the TLSA records that count for a host, over the family that leads furthest."""
    return furthest(discovered_each(inspection, host))


@once
def discovered_each(inspection: Inspection, host: Host) -> tuple[Discovery, ...]:
    """Find those that count over each family that has addresses, or over both if none has."""
    return tuple(discover(inspection, host, way) for way in ways_of(inspection, host))


def furthest(found: Sequence[Discovery]) -> Discovery:
    """Give that of several which leads a sender furthest."""
    return min(found, key=lambda one: _BEST_FIRST.index(one.dane))


@once
def discovered_at(inspection: Inspection, host: Host, family: int) -> Discovery:
    """Find those that count for the host's addresses of one family, 4 or 6."""
    return discover(inspection, host, way_of(inspection, host, family))


def discover(inspection: Inspection, host: Host, way: Way) -> Discovery:
    """Find the TLSA records that count where that way leads, and tell each step."""
    if not is_named(inspection, host):
        return Discovery(HostDane.NOT_APPLICABLE, (DaneStep(Look.LITERAL, host.name),))
    steps = tuple(_steps_to_addresses(way))
    if way.answer.status.is_failure or way.state.is_error:
        return Discovery(
            HostDane.LOOKUP_FAILED, steps, certain=fails_for_all(inspection, way.answer)
        )
    if way.state is Dnssec.UNKNOWN:
        return Discovery(HostDane.UNKNOWN, steps)
    candidates = _bases(way)
    if not candidates:
        return _not_applicable(inspection, way, steps)
    return _among(inspection, candidates, steps)


def _steps_to_addresses(way: Way) -> Iterator[DaneStep]:
    yield DaneStep(Look.ADDRESSES, way.original, state=way.state, status=way.answer.status)
    if way.alias is not None:
        yield DaneStep(Look.ALIAS, way.original, (way.expanded,), way.alias)


def _bases(way: Way) -> tuple[str, ...]:
    """The candidates of one way: never a name in between (RFC 7672, section 2.2.2)."""
    match way.state:
        case Dnssec.SECURE | Dnssec.UNKNOWN:
            return tuple(dict.fromkeys((way.expanded, way.original)))
        case Dnssec.INSECURE if way.alias is Dnssec.SECURE:
            return (way.original,)
        case _:
            return ()


def _not_applicable(inspection: Inspection, way: Way, steps: tuple[DaneStep, ...]) -> Discovery:
    """A sender does not ask for TLSA here; we did, and tell apart whether there would be any."""
    asked = [_answer(inspection, base) for base in {way.original, way.expanded}]
    answers = [answer for answer in asked if answer is not None]
    if any(answer.tlsa for answer in answers):
        return Discovery(HostDane.NOT_APPLICABLE, steps)
    is_open = any(answer.status is Status.NOT_ASKED for answer in answers)
    return Discovery(HostDane.UNKNOWN if is_open and inspection.running else HostDane.NONE, steps)


def _among(
    inspection: Inspection, candidates: tuple[str, ...], steps: tuple[DaneStep, ...]
) -> Discovery:
    """The first candidate with secure records decides, and so does a lookup that fails."""
    insecure = False
    for base in candidates:
        answer = _answer(inspection, base)
        if answer is None:
            steps = (*steps, DaneStep(Look.TOO_LONG, base))
            continue
        owner = answer.question.name
        state = inspection.security(owner, RecordType.TLSA).state
        count = len(answer.tlsa)
        look = DaneStep(Look.LOOKUP, owner, state=state, status=answer.status, count=count)
        steps = (*steps, look)
        if answer.status.is_failure or state.is_error:
            certain = fails_for_all(inspection, answer)
            return Discovery(HostDane.LOOKUP_FAILED, steps, certain=certain)
        if answer.status is Status.NOT_ASKED or state is Dnssec.UNKNOWN:
            return Discovery(HostDane.UNKNOWN, steps)
        if answer.tlsa and state is Dnssec.SECURE:
            return _of_records(base, answer, steps)
        insecure = insecure or bool(answer.tlsa)
    return Discovery(HostDane.NOT_APPLICABLE if insecure else HostDane.NONE, steps)


def _of_records(base: str, answer: Answer, steps: tuple[DaneStep, ...]) -> Discovery:
    usable = sum(is_usable(record) for record in answer.tlsa)
    told = DaneStep(Look.USABLE, base, count=usable, total=len(answer.tlsa) + answer.left_out)
    dane = HostDane.USABLE if usable else HostDane.UNUSABLE
    return Discovery(dane, (*steps, told), base, answer)


def _answer(inspection: Inspection, base: str) -> Answer | None:
    owner = tlsa_owner(base, inspection.plan.port)
    return None if owner is None else inspection.answer(owner, RecordType.TLSA)
