"""MX records that somebody types who plans them: a preference and a host name each.

They are read as strictly as a domain is, so that what is planned could be published; `.` alone is
the host of a null MX (RFC 7505, section 3).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mxgui.model.domain import BadDomain, Domain, SingleLabel, address_of
from mxgui.model.records import ROOT, Mx
from mxgui.model.text import Text, counted, text

MOST = 64  # planned records; as many as are kept of a published answer
MAX_PREFERENCE = 65_535  # sixteen bits: RFC 1035, section 3.3.9
_SHOWN = 60  # letters of what was typed that a sentence quotes


class BadMx(ValueError):
    """What was typed is no MX record; `text` says in one sentence what to change.

    `of_host` tells that the host is at fault, and not the preference.
    """

    def __init__(self, why: Text, *, of_host: bool = False) -> None:
        """Keep the sentence."""
        super().__init__(str(why))
        self.text = why
        self.of_host = of_host


def read_mx(written: str) -> Mx:
    """Read one record as `10 mx1.example.org`; raises BadMx."""
    words = written.split()
    if not words:
        raise BadMx(text("Give a preference and a host, as in “10 mx1.example.org”."))
    if len(words) > 2:
        raise BadMx(
            text(
                "Give one preference and one host, as in “10 mx1.example.org”, not “{given}”.",
                given=_shown(written),
            )
        )
    if len(words) == 1 and _is_number(words[0]):
        raise BadMx(
            text("The host is missing behind the preference {given}.", given=_shown(words[0])),
            of_host=True,
        )
    if len(words) == 1:
        raise BadMx(
            text("The preference is missing in front of the host {given}.", given=_shown(words[0]))
        )
    return Mx(read_preference(words[0]), read_host(words[1]))


def read_preference(written: str) -> int:
    """Read a preference; raises BadMx."""
    digits = written.strip()
    if not _is_number(digits):
        raise BadMx(
            text(
                "A preference is a whole number from 0 to {most}, and “{given}” is none.",
                most=str(MAX_PREFERENCE),
                given=_shown(digits),
            )
        )
    # so many digits are too many whatever they are, and are never turned into a number
    if len(digits) > 20 or not 0 <= int(digits) <= MAX_PREFERENCE:
        raise BadMx(
            text(
                "The preference {given} is out of range: it goes from 0 to {most}.",
                most=str(MAX_PREFERENCE),
                given=_shown(digits),
            )
        )
    return int(digits)


def read_host(written: str) -> str:
    """Read a host into A-labels, `.` for a null MX; raises BadMx."""
    name = written.strip()
    if name == ROOT:
        return ROOT
    if not name:
        raise _bad_host(text("Give a host, such as mx1.example.org."))
    if address_of(name.strip("[]").removeprefix("IPv6:")) is not None:
        raise _bad_host(
            text(
                "“{given}” is an address, and an MX record names a host: give the name that has "
                "this address.",
                given=_shown(name),
            )
        )
    try:
        return Domain.parse(name).ascii
    except SingleLabel as error:
        raise _bad_host(
            text(
                "“{given}” has no dot: give the whole name of the host, such as {given}.{example}.",
                given=error.label,
                example="example.org",
            )
        ) from error
    except BadDomain as error:
        raise _bad_host(
            text("“{given}” is no host name: {why}", given=_shown(name), why=error.text)
        ) from error


def check_number(records: Sequence[Mx]) -> None:
    """Refuse more records than can be looked at; raises BadMx."""
    if len(records) > MOST:
        raise BadMx(
            counted(
                "{n} record is too many: {most} can be planned at most.",
                "{n} records are too many: {most} can be planned at most.",
                len(records),
                most=MOST,
            )
        )


def is_sound(records: Sequence[Mx]) -> bool:
    """Whether these could have been typed, as a saved file may come from anybody."""
    return len(records) <= MOST and all(map(_is_sound, records))


def record_words(record: Mx) -> str:
    """Give a record as a master file has it, as in `10 mx1.example.org`."""
    return f"{record.preference} {record.exchange}"


def _is_sound(record: Mx) -> bool:
    try:
        return record.exchange == ROOT or read_host(f"{record.exchange}.") == record.exchange
    except BadMx:
        return False


def _is_number(word: str) -> bool:
    return re.fullmatch(r"[+-]?[0-9]+", word, re.ASCII) is not None


def _bad_host(why: Text) -> BadMx:
    return BadMx(why, of_host=True)


def _shown(written: str) -> str:
    plain = "".join(one if one.isprintable() else "�" for one in " ".join(written.split()))
    return plain if len(plain) <= _SHOWN else f"{plain[:_SHOWN]}…"
