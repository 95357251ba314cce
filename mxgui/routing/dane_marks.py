"""The chip of DANE on the card of a host: whether a sender that uses DANE delivers there."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.inspection import Inspection
from mxgui.model.text import Text, text
from mxgui.routing.dane_reach import DaneReach
from mxgui.routing.dane_steps import Verdict
from mxgui.routing.dane_words import verdict_words
from mxgui.routing.labels import Mark
from mxgui.routing.route import Host
from mxgui.routing.shapes import Tone
from mxgui.routing.tlsa import HostDane

_WITH_RECORDS = (HostDane.USABLE, HostDane.UNUSABLE)


def dane_marks(inspection: Inspection, host: Host) -> Iterator[Mark]:
    """Give the chip where TLSA records count or cannot be looked up; none where there are none."""
    reach = DaneReach(inspection)
    found = reach.discovered(host)
    if not host.addresses:
        return
    # That addresses cannot be had is told by other chips.
    if found.dane is HostDane.LOOKUP_FAILED and found.asked:
        yield Mark(text("DANE fails"), Tone.FAIL, _tip(Verdict.LOOKUP_FAILED))
    if found.dane not in _WITH_RECORDS:
        return
    verdicts = [reach.decided(host, own).verdict for own in host.addresses]
    failing = [verdict for verdict in verdicts if verdict.skips]
    if len(failing) == len(verdicts):
        yield Mark(text("DANE fails"), Tone.FAIL, _tip(failing[0]))
    elif failing:
        words = text("DANE fails at {n}", n=len(failing))
        tip = text(
            "DANE at {n} of {total} addresses: {verdict}.",
            n=len(failing),
            total=len(verdicts),
            verdict=verdict_words(failing[0]),
        )
        yield Mark(words, Tone.WARN, tip)
    elif found.dane is HostDane.UNUSABLE:
        yield Mark(text("DANE unusable"), Tone.WARN, _tip(Verdict.UNUSABLE))
    elif Verdict.MATCH in verdicts:
        yield Mark(text("DANE"), Tone.OK, _tip(Verdict.MATCH))
    else:
        tip = text("There are TLSA records; what the host shows was not seen, or not compared yet.")
        yield Mark(text("DANE"), Tone.IDLE, tip)


def _tip(verdict: Verdict) -> Text:
    return text("DANE: {verdict}.", verdict=verdict_words(verdict))
