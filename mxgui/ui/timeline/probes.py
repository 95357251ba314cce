"""The probe of an address as a row of the time line, and each of its steps as a row below; no Qt.

A result of a few minutes ago that was used again has its durations, but no place on this time line.
"""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.event import ProbeStep
from mxgui.model.smtp import Outcome, Phase, Probe, Stage, StoppedBy
from mxgui.model.text import text
from mxgui.report.marks import Shape
from mxgui.routing.reach import State
from mxgui.routing.shapes import Tone, Words
from mxgui.routing.words import outcome_words, stage_words
from mxgui.ui.looks import STATE_LOOKS, Look
from mxgui.ui.timeline.row import Row, Span, Style

STAGE_NAMES = {
    Stage.CONNECT: text("Connect"),
    Stage.GREETING: text("Greeting"),
    Stage.EHLO: text("EHLO"),
    Stage.STARTTLS: text("STARTTLS"),
    Stage.HANDSHAKE: text("TLS handshake"),
    Stage.EHLO_TLS: text("EHLO again"),
    Stage.QUIT: text("QUIT"),
}
_DONE = Look(Shape.CHECK, text("Done"), Tone.OK)
_SAID = Look(Shape.BAR, text("Said"), Tone.PLAIN)  # nobody needs the answer to QUIT
_UNDER_WAY = Look(Shape.DOTS, text("Under way"), Tone.RUNNING)
_STOPPED = {
    StoppedBy.REPLY: Look(Shape.CROSS, text("Turned down"), Tone.FAIL),
    StoppedBy.TIMEOUT: Look(Shape.CROSS, text("No answer"), Tone.FAIL),
    StoppedBy.CLOSED: Look(Shape.CROSS, text("Was closed"), Tone.FAIL),
    StoppedBy.RESET: Look(Shape.CROSS, text("Was reset"), Tone.FAIL),
    StoppedBy.BAD_REPLY: Look(Shape.CROSS, text("No proper reply"), Tone.FAIL),
    StoppedBy.TOO_LONG: Look(Shape.CROSS, text("Endless reply"), Tone.FAIL),
    StoppedBy.CANCELLED: Look(Shape.RING, text("Stopped"), Tone.IDLE),
}
_NOT_CONNECTED = Look(Shape.CROSS, text("Fails"), Tone.FAIL)
_WITHOUT_CONNECTION = (
    Outcome.REFUSED,
    Outcome.TIMED_OUT,
    Outcome.UNREACHABLE,
    Outcome.BLOCKED_HERE,
    Outcome.PROXY_NO_ANSWER,
)


def probe_key(step: ProbeStep) -> str:
    """The key of the row of a probe."""
    return f"probe {step.vantage} {step.address} {step.port} {step.host}".rstrip()


def queued_row(step: ProbeStep, since: float) -> Row:
    """A probe whose turn has not come: too many others are under way."""
    look = STATE_LOOKS[State.PENDING]
    words = text("waiting its turn")
    span = Span(words, since, None, style=Style.WAITED)
    return Row(
        probe_key(step),
        step,
        "",
        step.address,
        look,
        words,
        since,
        None,
        (span,),
        is_open=True,
    )


def probe_row(step: ProbeStep, probe: Probe, look: Look) -> Row:
    """A probe as far as it has come; `look` is that of its address."""
    is_reused = probe.reused_age is not None
    spans = () if is_reused else tuple(_spans(probe, look))
    return Row(
        probe_key(step),
        step,
        probe.target.host,
        probe.target.address,
        look,
        _ended(probe, look),
        None if is_reused else probe.at,
        _took(probe),
        spans,
        tuple(_parts(step, probe, look)),
        is_open=probe.running,
        earlier=probe.reused_age,
        note=probe.note,
        fact=probe,
        told=look,
    )


def _took(probe: Probe) -> float | None:
    """How long the whole took; None while it runs, and for an address that nobody knocked at."""
    return probe.took if probe.phases and not probe.running else None


def _ended(probe: Probe, look: Look) -> Words:
    greeting = probe.greeting
    if probe.waiting is not None:
        return stage_words(probe.waiting.stage)
    if greeting is not None and (probe.command or probe.outcome is not Outcome.GREETED):
        return text("{word} · {code}", word=look.word, code=greeting.code)
    if probe.outcome is Outcome.NOT_TRIED:
        return outcome_words(probe)
    return text("{word} · {what}", word=look.word, what=outcome_words(probe))


def _steps(probe: Probe) -> Iterator[tuple[Phase, bool]]:
    """Every step with whether it is under way; HELO after EHLO goes on with the same step."""
    waiting = probe.waiting
    for phase in probe.phases:
        if waiting is not None and phase.stage is waiting.stage:
            waiting = None
            yield phase, True
        else:
            yield phase, False
    if waiting is not None:
        yield Phase(waiting.stage, waiting.since, 0.0), True


def _spans(probe: Probe, look: Look) -> Iterator[Span]:
    """The steps as stretches of time; `look` is that of the address."""
    unheard = look is STATE_LOOKS[State.UNHEARD]
    for phase, is_open in _steps(probe):
        end = None if is_open else phase.at + phase.took
        style = Style.WELL
        if not is_open and _broke(probe, phase.stage):
            style = Style.UNHEARD if unheard else Style.BROKE
        yield Span(STAGE_NAMES[phase.stage], phase.at, end, phase.stage, style)


def _parts(step: ProbeStep, probe: Probe, of_address: Look) -> Iterator[Row]:
    is_reused = probe.reused_age is not None
    spans = {span.stage: span for span in _spans(probe, of_address)}
    for phase, is_open in _steps(probe):
        look = _UNDER_WAY if is_open else _look(probe, phase.stage)
        yield Row(
            f"{probe_key(step)} {phase.stage.value}",
            step,
            STAGE_NAMES[phase.stage],
            "",
            look,
            look.word if is_open else _phase_words(probe, phase.stage, look),
            None if is_reused else phase.at,
            None if is_open else phase.took,
            () if is_reused else (spans[phase.stage],),
            is_open=is_open,
            earlier=probe.reused_age,
        )


def _broke(probe: Probe, stage: Stage) -> bool:
    """Whether the probe came to its end at this step, before its last one."""
    if stage is Stage.CONNECT and probe.outcome in _WITHOUT_CONNECTION:
        return True
    return probe.stopped_by is not None and stage is probe.stage


def _look(probe: Probe, stage: Stage) -> Look:
    if not _broke(probe, stage):
        return _SAID if stage is Stage.QUIT else _DONE
    if probe.stopped_by is None or probe.outcome in _WITHOUT_CONNECTION:
        return _NOT_CONNECTED
    return _STOPPED[probe.stopped_by]


def _phase_words(probe: Probe, stage: Stage, look: Look) -> Words:
    if look is _NOT_CONNECTED:
        return text("{word} · {what}", word=look.word, what=outcome_words(probe))
    code = _code(probe, stage)
    return text("{word} · {code}", word=look.word, code=code) if code else look.word


def _code(probe: Probe, stage: Stage) -> int | str:
    """What the host said to a step, in a word; nothing where that is not kept."""
    replies = {
        Stage.GREETING: probe.greeting,
        Stage.EHLO: probe.ehlo,
        Stage.EHLO_TLS: probe.ehlo_tls,
    }
    reply = replies.get(stage)
    if reply is not None:
        return reply.code
    if stage is Stage.HANDSHAKE and probe.tls is not None:
        return probe.tls.version.replace("TLSv", "TLS ")
    return ""
