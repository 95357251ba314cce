"""The text records of MTA-STS and of TLS reporting: a version first, then named fields.

Both have one grammar (RFC 8461, section 3.1; RFC 8460, section 3):

    record = version 1*(delimiter field) [delimiter]    delimiter = *WSP ";" *WSP
    field  = name "=" value    name = alnum *31(alnum / "_" / "-" / ".")

Records that do not begin with the version and its semicolon are discarded. Fields with unknown
names are ignored, as long as they are fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_WSP = " \t"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,31}", re.ASCII)
_VALUE = re.compile(r"[\x21-\x3a\x3c\x3e-\x7e]+")  # no control, space, "=" or ";"


@dataclass(frozen=True, slots=True)
class TextField:
    """One field of a record, as it is written; `name` is empty if it is no field at all."""

    name: str
    value: str

    @property
    def is_extension(self) -> bool:
        """Whether it is well formed as a field that nobody has to know."""
        return bool(self.name) and _VALUE.fullmatch(self.value) is not None


def with_version(texts: Iterable[str], version: str) -> tuple[str, ...]:
    """Give the records that are not discarded; `version` is as in `v=STSv1`."""
    return tuple(text for text in texts if text.startswith(f"{version};"))


def meant_as(texts: Iterable[str], version: str) -> tuple[str, ...]:
    """Give the records that are discarded, and still must have been meant as one of that version.

    So those with other letters, with blanks or quotes in front, or without the semicolon behind.
    """
    wanted = version.lower()
    return tuple(
        text
        for text in texts
        if not text.startswith(f"{version};")
        and re.match(rf"[\s\"']*{re.escape(wanted)}(?![0-9a-z])", _folded(text))
    )


def fields_of(record: str) -> tuple[TextField, ...]:
    """Give the fields behind the version, in their order; one semicolon at the end is no field."""
    # A tab is white space here, and was made visible when the record was kept.
    parts = [part.strip(_WSP) for part in record.replace("\\x09", "\t").split(";")[1:]]
    if parts and not parts[-1]:
        parts.pop()
    return tuple(map(_field, parts))


def _field(part: str) -> TextField:
    name, equals, value = part.partition("=")
    known = equals and _NAME.fullmatch(name)
    return TextField(name, value) if known else TextField("", part)


def _folded(text: str) -> str:
    return re.sub(r"\s*=\s*", "=", text.lower())
