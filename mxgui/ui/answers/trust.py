"""Our own validation of an answer: a look for the table, and all steps for the page; no Qt here."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.records import Status
from mxgui.model.security import Dnssec, Security, SecurityStep
from mxgui.model.text import Text, text
from mxgui.report.marks import Shape
from mxgui.routing.security_words import step_words
from mxgui.routing.shapes import Tone
from mxgui.ui.answers.looks import STATUS_LOOKS
from mxgui.ui.dossier.section import Line, Section
from mxgui.ui.looks import TRUST_LOOKS, Look

MOST_STEPS = 120  # of one answer; a chain of ten aliases through ten zones has fewer

VALIDATING = Look(Shape.DOTS, text("Validating"), Tone.RUNNING)
_MEANINGS = {
    Dnssec.SECURE: text("signed, down from the root's keys"),
    Dnssec.INSECURE: text("proved to lie where nothing is signed"),
    Dnssec.BOGUS: text("ought to be signed rightly and is not: who validates gets no answer"),
    Dnssec.INDETERMINATE: text("a key or a proof that is needed could not be had or used"),
    Dnssec.UNKNOWN: text("it was not validated"),
}
_MARKS = {
    Dnssec.SECURE: text("fine"),
    Dnssec.INSECURE: text("unsigned"),
    Dnssec.BOGUS: text("fails"),
    Dnssec.INDETERMINATE: text("not known"),
    Dnssec.UNKNOWN: text("not known"),
}
_HERE = {
    Dnssec.INSECURE: text("From here on nothing is signed"),
    Dnssec.BOGUS: text("Here it fails"),
    Dnssec.INDETERMINATE: text("From here on nothing can be told"),
    Dnssec.UNKNOWN: text("From here on nothing can be told"),
}


def trust_sections(security: Security) -> Iterator[Section]:
    """The state of every set of an answer, then the steps from the root down.

    The step that decides has a heading of its own.
    """
    yield Section(text("DNSSEC, by our own validation"), tuple(_states(security)))
    steps, cause = security.steps[:MOST_STEPS], security.cause
    at = steps.index(cause) if cause in steps else len(steps)
    if steps[:at]:
        yield Section(text("Step by step, from the root"), _lines(steps[:at]))
    if steps[at:]:
        yield Section(_HERE[security.state], _lines(steps[at : at + 1]))
    if steps[at + 1 :]:
        yield Section(text("And further"), _lines(steps[at + 1 :]))


def _states(security: Security) -> Iterator[Line]:
    yield Line(text("{state}: {meaning}", state=_state(security.state), meaning=_meaning(security)))
    for own in security.owners:
        label = text("{name} {type}", name=own.name, type=own.type)
        yield Line(_state(own.state), label=label)
    if security.unchecked is not Status.NOT_ASKED:
        outcome = STATUS_LOOKS[security.unchecked].word
        yield Line(outcome, label=text("asked again without checking"))


def _state(state: Dnssec) -> Text:
    return TRUST_LOOKS[state].word


def _meaning(security: Security) -> Text:
    if security.stripped:
        return text("the resolver leaves out the signatures")
    return _MEANINGS[security.state]


def _lines(steps: tuple[SecurityStep, ...]) -> tuple[Line, ...]:
    return tuple(Line(step_words(step), label=_MARKS[step.state]) for step in steps)
