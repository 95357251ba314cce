"""The record that says where senders report what became of encryption (RFC 8460, section 3)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from mxgui.model.fields import fields_of, meant_as, with_version

_RECORD_VERSION = "v=TLSRPTv1"
# A URI of RFC 3986 without the comma, "!" and ";" that have to be escaped in this record
_LETTERS = r"(?:[A-Za-z0-9._~:/?#\[\]@$&'()*+=-]|%[0-9A-Fa-f]{2})"
_MAILTO = re.compile(rf"mailto:(?=[^?]*[^?@]@[^?@]){_LETTERS}+", re.ASCII | re.IGNORECASE)
_HTTPS = re.compile(rf"https://(?=[^/?#@:]){_LETTERS}+", re.ASCII | re.IGNORECASE)


class ReportFault(Enum):
    """What is wrong with the record for reports."""

    SEVERAL = "several_records"
    VERSION = "version"  # meant as one, and does not begin as it must
    SYNTAX = "syntax"
    RUA_MISSING = "rua_missing"
    URI = "uri"  # no address in it can be used


@dataclass(frozen=True, slots=True)
class TlsReporting:
    """What the text records at `_smtp._tls` come to.

    `rua` are the addresses that can be used, `unusable` the others. `texts` are the records that
    count, or those that were meant to; empty if there is nothing of the kind.
    """

    texts: tuple[str, ...] = ()
    rua: tuple[str, ...] = ()
    unusable: tuple[str, ...] = ()
    fault: ReportFault | None = None
    at_fault: str = ""

    @property
    def is_valid(self) -> bool:
        """Whether senders report somewhere."""
        return self.fault is None and bool(self.rua)


def read_reporting(texts: Sequence[str]) -> TlsReporting:
    """Read the text records at `_smtp._tls`; more than one counts as none."""
    found = with_version(texts, _RECORD_VERSION)
    if not found:
        meant = meant_as(texts, _RECORD_VERSION)
        return TlsReporting(meant, fault=ReportFault.VERSION) if meant else TlsReporting()
    if len(found) > 1:
        return TlsReporting(found, fault=ReportFault.SEVERAL)
    return _read_one(found[0])


def _read_one(record: str) -> TlsReporting:
    fields = fields_of(record)
    wrong = next((one for one in fields if one.name != "rua" and not one.is_extension), None)
    if wrong is not None:
        part = wrong.name or wrong.value
        return TlsReporting((record,), fault=ReportFault.SYNTAX, at_fault=part)
    given = [one.value for one in fields if one.name == "rua"]
    if not given:
        return TlsReporting((record,), fault=ReportFault.RUA_MISSING)
    parts = [part.strip(" \t") for value in given for part in value.split(",")]
    usable = tuple(dict.fromkeys(part for part in parts if _is_usable(part)))
    unusable = tuple(dict.fromkeys(part for part in parts if not _is_usable(part)))
    return TlsReporting((record,), usable, unusable, None if usable else ReportFault.URI)


def _is_usable(uri: str) -> bool:
    return bool(_MAILTO.fullmatch(uri) or _HTTPS.fullmatch(uri))
