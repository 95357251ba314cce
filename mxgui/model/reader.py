"""Values out of JSON, each checked against the type of the field that it is for.

The types are those of the model: plain ones, enums, moments, addresses, domains, frozen classes,
tuples and unions of them. What does not fit is refused with the path to it; unknown keys are
ignored. No value is repaired.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, fields
from datetime import UTC, datetime
from enum import Enum
from functools import cache
from ipaddress import IPv4Address, IPv6Address
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from mxgui.model.certificate import Certificate
from mxgui.model.domain import Domain, address_of
from mxgui.model.event import ChainStep, ProbeStep, ServerStep
from mxgui.model.plan import Plan
from mxgui.model.planned import is_sound
from mxgui.model.policy import PolicyFetch
from mxgui.model.records import Address, Caa, Mx, Tlsa
from mxgui.model.smtp import Target
from mxgui.model.text import Text, text

MAX_INTEGER = 2**63 - 1  # what other programs that read the file can hold
MAX_SECONDS = 1e9  # thirty years; every fraction in the model is a time in seconds
MAX_OCTET = 255
MAX_SHORT = 65_535  # ports, and the preference of an MX record: 16 bits
_LITERAL = re.compile(r"\[(?:IPv6:)?([^\]]*)\]\Z")


class CannotRead(ValueError):
    """What should be a saved inspection is none; `text` says in one sentence what is wrong."""

    def __init__(self, why: Text) -> None:
        """Keep the sentence."""
        super().__init__(str(why))
        self.text = why


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads values by type, with the certificates that a file keeps apart, by digest.

    `where` is the path to a value, for the sentence. Every method raises CannotRead.
    """

    certificates: Mapping[str, Certificate]

    def read(self, data: Any, hint: Any, where: str) -> Any:
        """Give the value that the type wants."""
        if hint in _LEAVES:
            return _checked(_LEAVES[hint], data, where)
        if get_origin(hint) is tuple:
            inner = get_args(hint)[0]
            parts = enumerate(items(data, where))
            return tuple(self.read(part, inner, f"{where}[{place}]") for place, part in parts)
        if get_origin(hint) in (Union, UnionType):
            return self._one_of(data, get_args(hint), where)
        if issubclass(hint, Enum):
            return _checked(lambda value: hint(_string(value)), data, where)
        if hint is Certificate:
            return _checked(lambda digest: self.certificates[_string(digest)], data, where)
        made = hint(**self.values(data, hint, where))
        if hint in _SOUND and not _SOUND[hint](made):
            raise CannotRead(unfit(where))
        return made

    def values(
        self, data: Any, kind: type, where: str, wanted: tuple[str, ...] = ()
    ) -> dict[str, Any]:
        """Give the fields of a class that are there, or those of them that are wanted."""
        saved = mapping(data, where)
        found = {}
        for name, hint, required in shape(kind):
            path = f"{where}.{name}".removeprefix(".")
            if wanted and name not in wanted:
                continue
            if name in saved:
                found[name] = self.read(saved[name], hint, path)
            elif required:
                raise CannotRead(missing(path))
        return found

    def _one_of(self, data: Any, hints: tuple[Any, ...], where: str) -> Any:
        if data is None and NoneType in hints:
            return None
        wrong = CannotRead(unfit(where))
        for hint in hints:
            if hint is NoneType:
                continue
            try:
                return self.read(data, hint, where)
            except CannotRead as error:
                wrong = error
        raise wrong


@cache
def shape(kind: type) -> tuple[tuple[str, Any, bool], ...]:
    """Give name and type of each field of a class, and whether it must be there."""
    hints = get_type_hints(kind)
    return tuple((one.name, hints[one.name], _is_required(one)) for one in fields(kind))


def mapping(data: Any, where: str) -> dict[str, Any]:
    """Give a JSON object; raises CannotRead."""
    if not isinstance(data, dict):
        raise CannotRead(unfit(where))
    return data


def items(data: Any, where: str) -> list[Any]:
    """Give a JSON array; raises CannotRead."""
    if not isinstance(data, list):
        raise CannotRead(unfit(where))
    return data


def part(data: Any, name: str, where: str) -> Any:
    """Give one value of a JSON object; raises CannotRead."""
    found = mapping(data, where)
    if name not in found:
        raise CannotRead(missing(f"{where}.{name}"))
    return found[name]


def unfit(where: str) -> Text:
    """Say that a value does not fit."""
    return text(
        "The saved inspection cannot be read: “{where}” is not what it has to be.",
        where=where or "facts",
    )


def missing(where: str) -> Text:
    """Say that a value is not there."""
    return text("The saved inspection cannot be read: “{where}” is missing.", where=where)


def _is_required(one: Field[Any]) -> bool:
    return one.default is MISSING and one.default_factory is MISSING


def _checked(read: Callable[[Any], Any], data: Any, where: str) -> Any:
    try:
        return read(data)
    except (ValueError, KeyError, OverflowError) as error:
        raise CannotRead(unfit(where)) from error


def _string(data: Any) -> str:
    if not isinstance(data, str):
        raise ValueError("no string")
    data.encode("utf-8")  # half a surrogate pair could never be written again
    return data


def _truth(data: Any) -> bool:
    if not isinstance(data, bool):
        raise ValueError("neither true nor false")
    return data


def _whole(data: Any) -> int:
    if type(data) is not int or abs(data) > MAX_INTEGER:
        raise ValueError("no whole number, or far too large")
    return data


def _number(data: Any) -> float:
    if type(data) not in (int, float) or not abs(data) <= MAX_SECONDS:
        raise ValueError("no number, or far too large")
    return float(data)


def _moment(data: Any) -> datetime:
    moment = datetime.fromisoformat(_string(data))
    if moment.tzinfo is None:
        raise ValueError("a moment of no time zone")
    return moment.astimezone(UTC)


def _octets(data: Any) -> bytes:
    return b64decode(_string(data), validate=True)


def _domain(data: Any) -> Domain:
    """Read a domain as if it were typed, so that a file can bring in no other kind of name."""
    written = _string(data)
    literal = _LITERAL.match(written)
    address = address_of(literal[1]) if literal else None
    found = Domain.of_literal(address) if address else Domain.parse(f"{written}.")
    if found.ascii != written:
        raise ValueError("not the form in which a domain is saved")
    return found


def _address(data: Any, version: int) -> Address:
    found = address_of(_string(data))
    if found is None or found.version != version:
        raise ValueError("no address of that family")
    return found


def _is_address(written: str) -> bool:
    return str(address_of(written)) == written


_LEAVES: dict[Any, Callable[[Any], Any]] = {
    str: _string,
    bool: _truth,
    int: _whole,
    float: _number,
    datetime: _moment,
    bytes: _octets,
    Domain: _domain,
    IPv4Address: lambda data: _address(data, 4),
    IPv6Address: lambda data: _address(data, 6),
}
_SOUND: dict[Any, Callable[[Any], bool]] = {
    Mx: lambda mx: 0 <= mx.preference <= MAX_SHORT,
    Tlsa: lambda tlsa: all(0 <= n <= MAX_OCTET for n in (tlsa.usage, tlsa.selector, tlsa.matching)),
    Caa: lambda caa: 0 <= caa.flags <= MAX_OCTET,
    ChainStep: lambda step: _is_address(step.address) and 0 <= step.port <= MAX_SHORT,
    Plan: lambda plan: (
        0 <= plan.port <= MAX_SHORT and 0 <= plan.mta_sts_port <= MAX_SHORT and is_sound(plan.mx)
    ),
    PolicyFetch: lambda fetch: 0 <= fetch.port <= MAX_SHORT,
    ProbeStep: lambda step: _is_address(step.address) and 0 <= step.port <= MAX_SHORT,
    ServerStep: lambda step: _is_address(step.address),
    Target: lambda target: _is_address(target.address) and 0 <= target.port <= MAX_SHORT,
}
