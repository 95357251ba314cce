"""The last line of the window: how far the probes are, and what came of the latest saving."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from mxgui.model.text import Text, text
from mxgui.ui.label import plain_label, short_label
from mxgui.ui.shown import Shown
from mxgui.ui.theme import Theme
from mxgui.ui.view import View
from mxgui.ui.words import shown as words_shown

if TYPE_CHECKING:
    from mxgui.report.report import Report
    from mxgui.ui.notices import CopyNotice

_BAR = 160  # pixels


class StatusLine(View):
    """A sentence, and a thin bar while there is something to wait for."""

    title = text("Status")

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(theme, parent)
        self.words = short_label("muted")
        self.saved = plain_label("muted")
        self.copied = plain_label("muted")
        self._copies: CopyNotice | None = None
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(_BAR, 4)
        self.bar.setAccessibleName(words_shown(text("Progress of the probes")))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 3, 12, 3)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.saved)
        layout.addWidget(self.copied)
        layout.addWidget(self.bar)

    def tell_copies(self, is_ours: Callable[[], bool] | None = None) -> None:
        """Say for a moment when something was copied, from now on; see `CopyNotice`."""
        from mxgui.ui.notices import CopyNotice

        self._copies = CopyNotice(self, is_ours)
        self._copies.said.connect(self._tell_copied)

    def _tell_copied(self, words: Text) -> None:
        self.copied.setText(words_shown(words))

    def draw(self, shown: Shown) -> None:
        """Show how far it is."""
        if shown.result is None:
            words = text("Looking up the route") if shown.busy else text("Ready")
            self.words.setText(words_shown(words))
        else:
            self._count(shown, shown.result)
        self._tell_saved(shown)
        self.bar.setVisible(shown.busy)

    def _count(self, shown: Shown, result: Report) -> None:
        # Imported here, since the window is to be seen before what it may need
        from mxgui.ui.counting import states_of, status_of

        words = status_of(shown, result)
        if shown.supposes:
            words = text("Simulation, not measured · {words}", words=words)
        self.words.setText(words_shown(words))
        if shown.busy:
            states = states_of(result)
            self.bar.setUpdatesEnabled(False)  # else Qt paints the whole window here and now
            # None known yet: Qt shows by moving that it is busy
            self.bar.setRange(0, len(states) or int(shown.still))
            self.bar.setValue(sum(state.is_settled for state in states))
            self.bar.setUpdatesEnabled(True)

    def _tell_saved(self, shown: Shown) -> None:
        saved = shown.saved
        if saved is not None and saved.problem is None:
            self.saved.setText(words_shown(text("Saved as {path}", path=saved.path)))
        else:
            self.saved.clear()
