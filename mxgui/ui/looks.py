"""The look of every verdict, severity and state: shape, word and colour together, in one place."""

from dataclasses import dataclass

from mxgui.model.security import Dnssec
from mxgui.model.smtp import StartTls
from mxgui.model.text import Text, text
from mxgui.report.grade import GRADES, Grade
from mxgui.report.marks import Shape
from mxgui.report.report import Report
from mxgui.routing.reach import State
from mxgui.routing.shapes import Tone
from mxgui.rules.finding import Severity
from mxgui.ui.shown import FieldNote, Stage


@dataclass(frozen=True, slots=True)
class Look:
    """A shape, a word and a tone that belong together; the worst is light upon full ground."""

    shape: Shape
    word: Text
    tone: Tone
    solid: bool = False


STATE_LOOKS = {
    State.PENDING: Look(Shape.CLOCK, text("Waiting"), Tone.IDLE),
    State.RUNNING: Look(Shape.DOTS, text("Probing"), Tone.RUNNING),
    # Translators: said of a host that takes a connection and greets
    State.OK: Look(Shape.CHECK, text("Answers"), Tone.OK),
    State.TEMPORARY: Look(Shape.BANG, text("Not now"), Tone.WARN),
    State.FAILED: Look(Shape.CROSS, text("Fails"), Tone.FAIL),
    State.UNHEARD: Look(Shape.QUERY, text("Not heard"), Tone.IDLE),
    State.NOT_TRIED: Look(Shape.RING, text("Not tried"), Tone.IDLE),
}
LOCK_LOOKS = {
    StartTls.VERIFIED: Look(Shape.LOCK, text("Verified"), Tone.OK),
    StartTls.UNVERIFIED: Look(Shape.OPEN_LOCK, text("Not verified"), Tone.IDLE),
    StartTls.FAILED: Look(Shape.CROSS, text("Broken"), Tone.WARN),
    StartTls.REFUSED: Look(Shape.CROSS, text("Broken"), Tone.WARN),
}
TRUST_LOOKS = {
    Dnssec.SECURE: Look(Shape.CHECK, text("Secure"), Tone.OK),
    Dnssec.INSECURE: Look(Shape.BAR, text("Not signed"), Tone.PLAIN),
    Dnssec.BOGUS: Look(Shape.CROSS, text("Bogus"), Tone.FAIL),
    Dnssec.INDETERMINATE: Look(Shape.QUERY, text("Cannot be told"), Tone.WARN),
    Dnssec.UNKNOWN: Look(Shape.RING, text("Not known"), Tone.IDLE),
}
SEVERITY_LOOKS = {
    Severity.CRITICAL: Look(Shape.CROSS, text("Critical"), Tone.FAIL, solid=True),
    Severity.ERROR: Look(Shape.CROSS, text("Error"), Tone.FAIL),
    Severity.WARNING: Look(Shape.BANG, text("Warning"), Tone.WARN),
    Severity.NOTICE: Look(Shape.LETTER_I, text("Notice"), Tone.WARN),
    Severity.INFO: Look(Shape.LETTER_I, text("Info"), Tone.RUNNING),
    Severity.INCONCLUSIVE: Look(Shape.QUERY, text("Inconclusive"), Tone.IDLE),
}
_GRADE_SHAPES = {
    Grade.GOOD: Shape.CHECK,
    Grade.UNSURE: Shape.CHECK,
    Grade.FLAWED: Shape.BANG,
    Grade.DEGRADED: Shape.BANG,
    Grade.BADLY_DEGRADED: Shape.CROSS,
    Grade.NOT_FOR_ALL: Shape.CROSS,
    Grade.DOWN: Shape.CLOCK,
    Grade.BROKEN: Shape.CROSS,
    Grade.CLOSED: Shape.BAR,
    Grade.HALF_CLOSED: Shape.BANG,
    Grade.NOT_KNOWN: Shape.QUERY,
    Grade.FAULTY: Shape.CROSS,
}
GRADE_LOOKS = {grade: Look(shape, *GRADES[grade]) for grade, shape in _GRADE_SHAPES.items()}
RUNNING_LOOK = Look(Shape.DOTS, text("Running"), Tone.RUNNING)
STOPPED_LOOK = Look(Shape.BAR, text("Stopped"), Tone.IDLE)
DOMAIN_LOOKS = {
    Stage.WAITING: Look(Shape.CLOCK, text("Waits for others"), Tone.IDLE),
    Stage.RUNNING: RUNNING_LOOK,
    Stage.STOPPED: STOPPED_LOOK,
    Stage.ENDED: Look(Shape.QUERY, text("Nothing known"), Tone.IDLE),
    Stage.NEVER_BEGUN: Look(Shape.RING, text("Not inspected"), Tone.IDLE),
}


def look_of(result: Report) -> Look:
    """The look of a verdict; who stopped before the end has none."""
    if result.inspection.running:
        return RUNNING_LOOK
    return STOPPED_LOOK if result.inspection.cut_short else GRADE_LOOKS[result.grade]


PLANNED_LOOK = Look(Shape.BANG, text("Planned"), Tone.WARN)
PROBLEM = Look(Shape.CROSS, text("To be changed"), Tone.FAIL)
QUESTION = Look(Shape.QUERY, text("Question"), Tone.RUNNING)
REMARK = Look(Shape.LETTER_I, text("Remark"), Tone.RUNNING)


def look_of_note(note: FieldNote) -> Look:
    """The look of what is said at the domain field."""
    if note.is_problem:
        return PROBLEM
    return QUESTION if note.offer else REMARK
