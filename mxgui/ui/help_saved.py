"""Help about saved inspections: what a file holds, and what it is to see it again."""

from __future__ import annotations

from mxgui.identity import SAVED_SUFFIX
from mxgui.model.text import text
from mxgui.ui.help_topics import Section, Topic

SAVED = Topic(
    "saved",
    text("Saved inspections"),
    (
        Section(
            text("Saving"),
            (
                text(
                    "The JSON format and the HTML report hold all that was found, so mxgui can "
                    "open them again. JSON is offered as a file whose name ends in {ending}, by "
                    "which the system knows that mxgui opens it.",
                    ending=SAVED_SUFFIX,
                ),
            ),
        ),
        Section(
            text("Opening"),
            (
                text(
                    "Choose Open in the File menu (Ctrl+O), drop the files on the window, or name "
                    "them when you start mxgui. Opening asks nothing of the network. A text file "
                    "with one domain a line is opened in the same ways, and inspected."
                ),
                text(
                    "A strip tells when what is shown was found. Graph, findings, what-if and "
                    "reports are made from that, by the rules of this version. What needs new "
                    "answers, such as asking name servers, waits until you look again."
                ),
                text(
                    "Look again (F5) inspects the domain afresh in the same row. The saved "
                    "inspection is kept, and a button leads from one to the other."
                ),
            ),
        ),
    ),
)
