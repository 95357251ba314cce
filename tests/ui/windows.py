"""The window in its states: what `Shown` is like when it is empty, full, or at work."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from mxgui.model.smtp import Outcome
from mxgui.model.text import text
from mxgui.ui.shown import Example, FieldNote, Saved, Shown
from tests.ui.showing import a_running, a_shown, two_tiers
from tests.ui.supposing import B, a_supposed

RESULT = a_shown(two_tiers(probes={"192.0.2.1": Outcome.REFUSED}))
EXAMPLES = tuple(Example(f"{name}.example", text("to be clicked")) for name in ("one", "two"))
FULL = replace(
    RESULT,
    typed="example.org",
    is_demo=True,
    examples=EXAMPLES,
    note=FieldNote(text("taken from an address"), offer="example.org"),
    saved=Saved(1, "report.html"),
)
STATES = {
    "empty": Shown(),
    "empty with domains": Shown(examples=EXAMPLES, is_demo=True),
    "result": RESULT,
    "result with all there is": FULL,
    "running": a_shown(a_running(), busy=True),
    "what if": replace(a_supposed("a.example.org:silent", chosen=B), typed="example.org"),
}


def end(window: QWidget) -> None:
    """Let a window end here and now, as long as Python still has the models of its tables."""
    window.hide()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
