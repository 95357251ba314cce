"""An inspection as plain JSON values, and back: the form in which facts are saved.

The form follows the fields of the model, so a new field with a default needs no change here; a new
kind of fact is a line in `_KINDS`. Unknown keys are ignored, missing ones take their default.
Certificates stand once each in a table of their own, by digest. A file may come from anybody:
whatever does not fit its field is refused with a sentence.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from datetime import UTC, datetime
from enum import Enum
from hashlib import sha256
from typing import Any, get_args

from mxgui.model.authority import ServerAnswer
from mxgui.model.certificate import Certificate
from mxgui.model.chain import Chain
from mxgui.model.domain import Domain
from mxgui.model.event import (
    AskStep,
    ChainStep,
    LineStep,
    PolicyStep,
    ProbeStep,
    SecureStep,
    ServerStep,
    Step,
)
from mxgui.model.inspection import Inspection
from mxgui.model.line import Line
from mxgui.model.policy import PolicyFetch
from mxgui.model.reader import CannotRead, Reader, items, mapping, part, shape, unfit
from mxgui.model.records import Answer
from mxgui.model.security import Security
from mxgui.model.smtp import Probe
from mxgui.model.text import text

__all__ = ["CODEC", "CannotRead", "dump", "load", "read_json"]

CODEC = 1
_KINDS: dict[str, tuple[type, type]] = {
    "line": (LineStep, Line),
    "ask": (AskStep, Answer),
    "probe": (ProbeStep, Probe),
    "secure": (SecureStep, Security),
    "chain": (ChainStep, Chain),
    "policy": (PolicyStep, PolicyFetch),
    "server": (ServerStep, ServerAnswer),
}
_KIND_OF = {step: kind for kind, (step, _) in _KINDS.items()}
_YEARS = range(2000, 9000)  # an inspection began in; so that adding seconds stays within a calendar
_HEAD = ("entry", "plan", "origin", "began", "ended", "cut_short", "rested")


def dump(inspection: Inspection) -> dict[str, Any]:
    """Give all that was learned as values that JSON can hold; the same facts give the same ones."""
    table: dict[str, Any] = {}
    head = {
        name: _plain(_exact(getattr(inspection, name), hint), table)
        for name, hint, _ in shape(Inspection)
        if name in _HEAD
    }
    waiting = [
        {**_plain_step(step, table), "at": float(at)} for step, at in inspection.waiting.items()
    ]
    facts = [
        {**_plain_step(step, table), "fact": _plain(fact, table)}
        for step, fact in inspection.facts.items()
    ]
    certificates = dict(sorted(table.items()))
    known = {"waiting": waiting, "facts": facts, "certificates": certificates}
    return {"codec": CODEC, **head, **known}


def load(data: Any) -> Inspection:
    """Give the inspection that was dumped; raises CannotRead."""
    saved = mapping(data, "facts")
    _know_form(saved.get("codec"))
    table = mapping(saved.get("certificates", {}), "certificates")
    reader = Reader({digest: _certificate(digest, value) for digest, value in table.items()})
    head = reader.values(saved, Inspection, "", _HEAD)
    if head["began"].year not in _YEARS:
        raise CannotRead(unfit("began"))
    waiting = {}
    for where, entry in _entries(saved, "waiting"):
        step = _step(reader, entry, where)
        waiting[step] = reader.read(part(entry, "at", where), float, f"{where}.at")
    facts = dict(_learned(reader, entry, where) for where, entry in _entries(saved, "facts"))
    return Inspection(**head, waiting=waiting, facts=facts)


def read_json(octets: bytes) -> Any:
    """Give the values in a JSON file; raises CannotRead where it is broken, or nested too deep."""
    try:
        return json.loads(octets)
    except (ValueError, RecursionError) as error:
        raise CannotRead(text("That is no JSON file, or a broken one.")) from error


def _plain(value: Any, table: dict[str, Any]) -> Any:
    """Give a value as JSON can hold it; certificates go into the table."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case Enum():
            return value.value
        case datetime():
            return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
        case bytes():
            return b64encode(value).decode("ascii")
        case tuple():
            return [_plain(one, table) for one in value]
        case _:
            return _plain_object(value, table)


def _plain_object(value: Any, table: dict[str, Any]) -> Any:
    match value:
        case Domain():
            return value.ascii
        case Certificate():
            table.setdefault(value.sha256, _plain_fields(value, table))
            return value.sha256
        case _ if is_dataclass(value):
            return _plain_fields(value, table)
        case _:
            return str(value)  # an address


def _plain_fields(value: Any, table: dict[str, Any]) -> dict[str, Any]:
    kind: type = type(value)
    return {
        name: _plain(_exact(getattr(value, name), hint), table) for name, hint, _ in shape(kind)
    }


def _plain_step(step: Step, table: dict[str, Any]) -> dict[str, Any]:
    return {"kind": _KIND_OF[type(step)], "step": _plain(step, table)}


def _exact(value: Any, hint: Any) -> Any:
    """Give a whole number of seconds as it is read back, so that equal facts look the same."""
    measured = type(value) is int and (hint is float or float in get_args(hint))
    return float(value) if measured else value


def _know_form(codec: Any) -> None:
    if type(codec) is not int or codec < 1:
        raise CannotRead(text("That is no saved inspection: it does not tell its form."))
    if codec > CODEC:
        raise CannotRead(
            text(
                "A newer mxgui saved this inspection; this one reads form {known} and older.",
                known=CODEC,
            )
        )


def _entries(saved: Mapping[str, Any], name: str) -> Iterator[tuple[str, Any]]:
    for place, entry in enumerate(items(saved.get(name, []), name)):
        yield f"{name}[{place}]", entry


def _step(reader: Reader, entry: Any, where: str) -> Any:
    kind = part(entry, "kind", where)
    if not isinstance(kind, str) or kind not in _KINDS:
        raise CannotRead(unfit(f"{where}.kind"))
    return reader.read(part(entry, "step", where), _KINDS[kind][0], f"{where}.step")


def _learned(reader: Reader, entry: Any, where: str) -> tuple[Any, Any]:
    """Give a step and its fact, which must belong together."""
    step = _step(reader, entry, where)
    kind = _KINDS[_KIND_OF[type(step)]][1]
    fact = reader.read(part(entry, "fact", where), kind, f"{where}.fact")
    match fact:
        case Answer() | Security():
            fits = fact.question == step.question
        case Probe():
            fits = (fact.target.address, fact.target.port) == (step.address, step.port)
        case PolicyFetch():
            fits = fact.domain == step.domain
        case ServerAnswer():
            said = (fact.zone, fact.server, fact.address, fact.question)
            fits = said == (step.zone, step.server, step.address, step.question)
        case Line():
            fits = fact.vantage == step.vantage
        case _:
            fits = True
    if not fits:
        raise CannotRead(unfit(f"{where}.fact"))
    return step, fact


def _certificate(digest: str, value: Any) -> Certificate:
    where = "certificates"
    made = Certificate(**Reader({}).values(value, Certificate, where))
    if not made.sha256 == digest == sha256(made.der).hexdigest():
        raise CannotRead(unfit(where))
    return made
