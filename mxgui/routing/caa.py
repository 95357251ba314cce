"""Who may issue certificates for a host name: the CAA records that hold for it (RFC 8659).

They are looked for at the name itself, then at each name above it, up to below the root (section
3). Where one of those lookups fails it is not known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mxgui.model.inspection import Inspection
from mxgui.model.once import once
from mxgui.model.records import Caa, RecordType, Status

MOST_HOSTS = 20  # exchanges of one domain that are looked at
MOST_NAMES = 10  # that are asked for one exchange; real names have two to six labels


@dataclass(frozen=True, slots=True)
class CaaFound:
    """The records that hold for a host, and the name that has them.

    `is_known` is false while something is to be asked, and where a lookup failed.
    """

    is_known: bool
    owner: str = ""
    records: tuple[Caa, ...] = ()


def names_above(name: str) -> Iterator[str]:
    """Give a name and the names above it, without the root; the lowest ten of a very deep one."""
    for _ in range(MOST_NAMES):
        if not name:
            return
        yield name
        name = name.partition(".")[2]


@once
def caa_of(inspection: Inspection, name: str) -> CaaFound:
    """Give the records that hold for a host name, as far as they were asked for."""
    last = ""
    for own in names_above(name):
        last = own
        answer = inspection.answer(own, RecordType.CAA)
        if answer.status is Status.NOERROR:
            records = tuple(record for record in answer.records if isinstance(record, Caa))
            return CaaFound(is_known=True, owner=own, records=records)
        if not answer.status.is_absent:
            return CaaFound(is_known=False)
    return CaaFound(is_known="." not in last)
