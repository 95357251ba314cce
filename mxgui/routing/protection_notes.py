"""The small print of the domain on encryption and trust: DNSSEC of its route, and its policy."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.inspection import Inspection
from mxgui.model.records import Status
from mxgui.model.security import Dnssec
from mxgui.model.sts import Mode
from mxgui.model.text import text
from mxgui.routing.planned import mx_of, mx_security
from mxgui.routing.shapes import Note, Tone
from mxgui.routing.sts import StsVerdict, sts_of

_DNSSEC = {
    Dnssec.SECURE: Note(text("DNSSEC secure"), Tone.OK),
    Dnssec.INSECURE: Note(text("DNSSEC: not signed")),
    Dnssec.BOGUS: Note(text("DNSSEC bogus"), Tone.FAIL),
    Dnssec.INDETERMINATE: Note(text("DNSSEC cannot be told"), Tone.WARN),
}
_MODES = {
    Mode.ENFORCE: Note(text("MTA-STS in force"), Tone.OK),
    Mode.TESTING: Note(text("MTA-STS on trial")),
    Mode.NONE: Note(text("MTA-STS ends")),
}
_UNUSABLE = (StsVerdict.RECORD_INVALID, StsVerdict.FETCH_FAILED, StsVerdict.POLICY_INVALID)


def protection_notes(inspection: Inspection) -> Iterator[Note]:
    """What the answer for the MX records is worth, and which policy there is, once it is known."""
    domain = inspection.entry.domain
    if domain.literal is not None:
        return
    answer = mx_of(inspection)
    state = mx_security(inspection).state
    if answer.status is not Status.NOT_ASKED and state in _DNSSEC:
        yield _DNSSEC[state]
    sts = sts_of(inspection)
    if sts.mode is not None:
        yield _MODES[sts.mode]
    elif sts.verdict in _UNUSABLE:
        yield Note(text("MTA-STS fails"), Tone.WARN)
