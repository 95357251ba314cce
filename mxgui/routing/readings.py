"""What probes come to on the picture: the words of an address row, the marks of its host."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from mxgui.model.inspection import Inspection
from mxgui.model.plan import ProbeMode
from mxgui.model.smtp import Outcome, Probe, StartTls
from mxgui.model.text import Text, text
from mxgui.routing.labels import Mark
from mxgui.routing.reach import Seen, State
from mxgui.routing.route import Host, HostAddress
from mxgui.routing.shapes import Tone, Words
from mxgui.routing.special import AddressKind
from mxgui.routing.tls_marks import tls_marks
from mxgui.routing.words import outcome_words

_TONES = {
    State.PENDING: Tone.IDLE,
    State.RUNNING: Tone.RUNNING,
    State.OK: Tone.OK,
    State.TEMPORARY: Tone.WARN,
    State.FAILED: Tone.FAIL,
    State.UNHEARD: Tone.IDLE,
    State.NOT_TRIED: Tone.IDLE,
}
_KINDS = {
    AddressKind.PRIVATE: text("private address"),
    AddressKind.LOOPBACK: text("loopback address"),
    AddressKind.LINK_LOCAL: text("link-local address"),
    AddressKind.DOCUMENTATION: text("documentation address"),
    AddressKind.MAPPED: text("mapped IPv4 address"),
    AddressKind.SHARED: text("carrier's address"),
    AddressKind.BENCHMARKING: text("benchmark address"),
    AddressKind.MULTICAST: text("multicast address"),
    AddressKind.UNSPECIFIED: text("no host's address"),
    AddressKind.RESERVED: text("reserved address"),
}
_BROKEN_TLS = (StartTls.REFUSED, StartTls.FAILED)


def tone_of(state: State, probe: Probe | None = None) -> Tone:
    """How the state of an address is meant; STARTTLS that is offered and breaks is a warning."""
    if state is State.OK and probe is not None and probe.starttls in _BROKEN_TLS:
        return Tone.WARN
    return _TONES[state]


def row_words(inspection: Inspection, own: HostAddress, probe: Probe | None) -> Words:
    """What an address row says at its right end: `220 · 34 ms`, `refused`, `connecting`."""
    return _before_probe(inspection, own) if probe is None else outcome_words(probe)


def row_tip(inspection: Inspection, own: HostAddress, probe: Probe | None, words: Words) -> Text:
    """The whole of what a row has no room for; `words` are those that it has room for."""
    known = text("{address}: {what}", address=own.address, what=words)
    kind = _shown_kind(inspection, own)
    if kind is not None:
        known = text("{known} ({kind})", known=known, kind=_KINDS[kind])
    if probe is not None and probe.reused_age is not None:
        age = timedelta(seconds=probe.reused_age)
        known = text("{known}, measured {age} earlier", known=known, age=age)
    return known


def _before_probe(inspection: Inspection, own: HostAddress) -> Words:
    if inspection.plan.mode is ProbeMode.NONE or not inspection.running:
        kind = _shown_kind(inspection, own)
        return text("not probed") if kind is None else _KINDS[kind]
    return text("waiting its turn")


def _shown_kind(inspection: Inspection, own: HostAddress) -> AddressKind | None:
    """The special kind of an address, unless it is one of the demo network's own."""
    own_of_demo = inspection.origin.demo and own.special is AddressKind.DOCUMENTATION
    return None if own_of_demo else own.special


def probe_marks(inspection: Inspection, host: Host, seen: Sequence[Seen]) -> Iterator[Mark]:
    """What the probes of a host's addresses come to, worst first; `seen` has each address."""
    if host.special is not None or not host.addresses:
        return
    yield from _kind_marks(inspection, host)
    states, probes = [state for state, _ in seen], [probe for _, probe in seen]
    if all(state.is_settled for state in states) and any(probe is not None for probe in probes):
        yield from _reach_marks(states, [probe for probe in probes if probe is not None])
    yield from tls_marks(inspection, host, [one for one in probes if one and one.delivers])


def _kind_marks(inspection: Inspection, host: Host) -> Iterator[Mark]:
    kinds = dict.fromkeys(_shown_kind(inspection, own) for own in host.addresses)
    for kind in kinds:
        if kind is not None:
            tip = text("No host on the public Internet can have such an address.")
            yield Mark(_KINDS[kind], Tone.WARN, tip)


def _reach_marks(states: Sequence[State], probes: Sequence[Probe]) -> Iterator[Mark]:
    """How many addresses answer, if not all of them do."""
    well = states.count(State.OK)
    total = len(states)
    tried = [state for state in states if state is not State.NOT_TRIED]
    if well == total or not tried:
        return
    if well == 0:
        yield _all_alike(states, probes)
    elif any(state.is_down for state in states):
        tip = text("A sender that picks another address loses time, or turns to the next host.")
        yield Mark(text("{well} of {total} answer", well=well, total=total), Tone.WARN, tip)
    else:
        tip = text("The others were not heard from here, which may be this line's doing.")
        yield Mark(text("{well} of {total} heard", well=well, total=total), Tone.IDLE, tip)


def _all_alike(states: Sequence[State], probes: Sequence[Probe]) -> Mark:
    """One mark for a host of which no address would take a message now."""
    codes = {_refusing_code(probe) for probe in probes}
    code = codes.pop() if len(codes) == 1 else None
    if State.TEMPORARY in states:
        words = text("not now") if code is None else text("not now: {code}", code=code)
        return Mark(words, Tone.WARN, text("Senders try again later."))
    if State.FAILED in states:
        ways = {probe.outcome for probe in probes}
        alike = outcome_words(probes[0]) if code is None else text("answers {code}", code=code)
        words = alike if len(ways) == 1 else text("no address takes mail")
        tip = text("No address of the host takes mail: senders turn to the next host.")
        return Mark(words, Tone.FAIL, tip)
    if any(probe.outcome is Outcome.SILENT for probe in probes):
        tip = text("No greeting came in time, but senders wait longer than this run did.")
        return Mark(text("no greeting yet"), Tone.IDLE, tip)
    tip = text("Nothing on this port answered here yet, so this may be our own line's doing.")
    return Mark(text("not heard from here"), Tone.IDLE, tip)


def _refusing_code(probe: Probe) -> int | None:
    """The code with which a session was refused; None if there was none."""
    reply = probe.ehlo or probe.greeting
    return reply.code if reply is not None and reply.code >= 400 else None


def host_tone(host: Host, seen: Sequence[Seen], marks: Sequence[Mark], opens: bool) -> Tone:
    """How a host is meant as a whole; `opens` tells that lookups are still to come."""
    states = [state for state, _ in seen]
    tones = {mark.tone for mark in marks}
    if Tone.FAIL in tones or host.special is not None:
        return Tone.FAIL if Tone.FAIL in tones else Tone.WARN
    if opens or State.RUNNING in states:
        return Tone.RUNNING
    if not all(state.is_settled for state in states):
        return Tone.IDLE if set(states) == {State.PENDING} else Tone.RUNNING
    if Tone.WARN in tones:
        return Tone.WARN
    return Tone.OK if State.OK in states else Tone.IDLE
