"""MTA-STS as it is written: the record that announces a policy, and the policy itself, parsed.

The grammars are those of RFC 8461, sections 3.1 and 3.2. Where the grammar is broken and the
meaning is not, the fault is kept beside what was read: strict senders refuse such a policy, others
do not look.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from mxgui.model.fields import fields_of, meant_as, with_version

VERSION = "STSv1"
MAX_AGE_LIMIT = 31_557_600  # seconds: a year (RFC 8461, section 3.2)
_RECORD_VERSION = f"v={VERSION}"
_ID = re.compile(r"[A-Za-z0-9]{1,32}", re.ASCII)
_WSP = " \t"
_LINE = re.compile(r"([A-Za-z0-9][A-Za-z0-9_.-]{0,31}):[ \t]*(.*)", re.ASCII | re.DOTALL)
_SECONDS = re.compile(r"[0-9]{1,10}", re.ASCII)
# Domain of RFC 5321, section 4.1.2; with the underscore, which names of hosts do have
_PATTERN = re.compile(
    r"(\*\.)?[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*"
)


class RecordFault(Enum):
    """What is wrong with the record that announces a policy."""

    SEVERAL = "several_records"
    VERSION = "version"  # meant as one, and does not begin as it must
    ID_MISSING = "id_missing"
    ID_MALFORMED = "id_malformed"
    SYNTAX = "syntax"
    DUPLICATE = "duplicate_tag"  # told; the first one counts (section 3.2)


@dataclass(frozen=True, slots=True)
class StsRecord:
    """What the text records beside a domain come to.

    `id` is empty unless there is exactly one record, without a fault that makes it none. `texts`
    are the records that count, or those that were meant to; empty if there is nothing of the kind.
    """

    texts: tuple[str, ...] = ()
    id: str = ""
    fault: RecordFault | None = None
    at_fault: str = ""  # the tag or part

    @property
    def is_valid(self) -> bool:
        """Whether a sender goes on to fetch the policy."""
        return bool(self.id)


class Mode(Enum):
    """What a policy wants of senders (RFC 8461, section 5)."""

    ENFORCE = "enforce"
    TESTING = "testing"
    NONE = "none"


class PolicyFault(Enum):
    """What is wrong with the text of a policy."""

    ENCODED = "encoded"  # compressed, which nobody asked for
    NOT_UTF8 = "not_utf8"
    EMPTY = "empty"
    LINE = "line"  # a line that is no field
    VERSION = "version"
    MODE_MISSING = "mode_missing"
    MODE_UNKNOWN = "mode_unknown"
    MAX_AGE_MISSING = "max_age_missing"
    MAX_AGE_MALFORMED = "max_age_malformed"
    MAX_AGE_RANGE = "max_age_range"
    NO_MX = "no_mx"
    BLANK_LINE = "blank_line"  # told; many senders look over it
    PATTERN = "pattern"  # told; such a pattern matches nothing, or is refused with the whole


LENIENT_FAULTS = (PolicyFault.BLANK_LINE, PolicyFault.PATTERN)


@dataclass(frozen=True, slots=True)
class Flaw:
    """A fault, where it is (lines count from 1, 0 is the whole), and the part that has it."""

    fault: PolicyFault
    line: int = 0
    part: str = ""


@dataclass(frozen=True, slots=True)
class StsPolicy:
    """A policy as far as it can be read; valid if no flaw is fatal."""

    mode: Mode | None = None
    max_age: int | None = None
    mx: tuple[str, ...] = ()
    flaws: tuple[Flaw, ...] = ()

    @property
    def fatal(self) -> Flaw | None:
        """The flaw for which senders have no policy; None if they have one."""
        return next((flaw for flaw in self.flaws if flaw.fault not in LENIENT_FAULTS), None)

    @property
    def is_valid(self) -> bool:
        """Whether senders can use it."""
        return self.fatal is None


def read_record(texts: Sequence[str]) -> StsRecord:
    """Read the text records at `_mta-sts`; more than one counts as none (RFC 8461, section 3.1)."""
    found = with_version(texts, _RECORD_VERSION)
    if not found:
        meant = meant_as(texts, _RECORD_VERSION)
        return StsRecord(meant, fault=RecordFault.VERSION) if meant else StsRecord()
    if len(found) > 1:
        return StsRecord(found, fault=RecordFault.SEVERAL)
    return _read_one(found[0])


def misplaced_records(texts: Sequence[str]) -> tuple[str, ...]:
    """Give what is meant as such a record among the text records of another name."""
    return (*with_version(texts, _RECORD_VERSION), *meant_as(texts, _RECORD_VERSION))


def _read_one(record: str) -> StsRecord:
    fields = fields_of(record)
    ids = [field.value for field in fields if field.name == "id"]
    broken = next(
        (field for field in fields if not field.is_extension and field.name != "id"), None
    )
    names = [field.name for field in fields if field.name]
    repeated = next((name for name in names if names.count(name) > 1 or name == "v"), "")
    if broken is not None:
        return StsRecord((record,), fault=RecordFault.SYNTAX, at_fault=broken.name or broken.value)
    if not ids:
        return StsRecord((record,), fault=RecordFault.ID_MISSING)
    if not _ID.fullmatch(ids[0]):
        return StsRecord((record,), fault=RecordFault.ID_MALFORMED, at_fault=ids[0])
    fault = RecordFault.DUPLICATE if repeated else None
    return StsRecord((record,), ids[0], fault, repeated)


def read_policy(text: str) -> StsPolicy:
    """Read a policy; of a key that comes again the first counts, but for `mx` (section 3.2)."""
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()  # the last line has its end
    flaws: list[Flaw] = []
    first: dict[str, tuple[int, str]] = {}
    patterns: list[tuple[int, str]] = []
    for number, line in enumerate(lines, start=1):
        found = _LINE.fullmatch(line.rstrip(_WSP))
        if found is None:
            fault = PolicyFault.LINE if line.strip(_WSP) else PolicyFault.BLANK_LINE
            flaws.append(Flaw(fault, number, line.strip(_WSP)))
        elif found[1] == "mx":
            patterns.append((number, found[2].lower()))
        else:
            first.setdefault(found[1], (number, found[2]))
    if not first and not patterns:
        broken = tuple(flaw for flaw in flaws if flaw.fault is PolicyFault.LINE)
        return StsPolicy(flaws=broken or (Flaw(PolicyFault.EMPTY),))
    return _policy(first, patterns, flaws)


def _policy(
    first: dict[str, tuple[int, str]], patterns: list[tuple[int, str]], flaws: list[Flaw]
) -> StsPolicy:
    number, version = first.get("version", (0, ""))
    if version != VERSION:
        flaws.append(Flaw(PolicyFault.VERSION, number, version))
    mode = _mode(*first.get("mode", (0, "")), flaws)
    max_age = _max_age(*first.get("max_age", (0, "")), flaws)
    sound = [_PATTERN.fullmatch(pattern) for _, pattern in patterns]
    for (at, pattern), fits in zip(patterns, sound, strict=True):
        if fits is None:
            flaws.append(Flaw(PolicyFault.PATTERN, at, pattern))
    if mode is not Mode.NONE and not any(sound):
        flaws.append(Flaw(PolicyFault.NO_MX))
    known = tuple(dict.fromkeys(pattern for _, pattern in patterns if pattern))
    return StsPolicy(mode, max_age, known, tuple(sorted(flaws, key=_fatal_first)))


def _mode(number: int, written: str, flaws: list[Flaw]) -> Mode | None:
    if not number:
        flaws.append(Flaw(PolicyFault.MODE_MISSING))
        return None
    known = {mode.value: mode for mode in Mode}
    if written not in known:
        flaws.append(Flaw(PolicyFault.MODE_UNKNOWN, number, written))
    return known.get(written)


def _max_age(number: int, written: str, flaws: list[Flaw]) -> int | None:
    if not number:
        flaws.append(Flaw(PolicyFault.MAX_AGE_MISSING))
        return None
    if not _SECONDS.fullmatch(written):
        flaws.append(Flaw(PolicyFault.MAX_AGE_MALFORMED, number, written))
        return None
    seconds = int(written)
    if seconds > MAX_AGE_LIMIT:
        flaws.append(Flaw(PolicyFault.MAX_AGE_RANGE, number, written))
    return seconds


def _fatal_first(flaw: Flaw) -> bool:
    return flaw.fault in LENIENT_FAULTS
