"""Menus of a what-if: how what is chosen fails, where it starts, and who sees the route."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from mxgui.model.text import text
from mxgui.ui.menus import ChoiceMenu
from mxgui.ui.shown import Shown
from mxgui.ui.wishes import SeeAs, ShowMeasured, StartFrom, SwitchOff, SwitchOn
from mxgui.ui.words import shown as words_shown

if TYPE_CHECKING:
    from mxgui.routing.sending.behaviour import Behaviour
    from mxgui.routing.sending.outage import Off
    from mxgui.routing.sending.supposing import Part


class SwitchMenu(QMenu):
    """How the part that is chosen on the graph fails; what else is done to it without a menu."""

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Offer nothing until something is chosen."""
        super().__init__(words_shown(text("Switch off b&y manner")), parent)
        self._shown = Shown()
        self._part: Part | None = None
        self._off: Off | None = None
        self._is_off = False
        self._manners: dict[Behaviour, QAction] = {}
        self.back = QAction(words_shown(text("Switch on again")), self)
        self.back.triggered.connect(self._switch_on)
        self.setEnabled(False)

    def draw(self, shown: Shown) -> None:
        """Be about what is chosen."""
        self._shown = shown
        self._part = self._off = None
        self._is_off = False
        if shown.result is not None and shown.chosen is not None:
            from mxgui.routing.sending.outage import AS_RECORDS_SAY
            from mxgui.routing.sending.supposing import Standing, off_of, standing_of
            from mxgui.ui.switch_rows import part_at

            self._part = part_at(shown.result.route, shown.chosen)
            if self._part is not None:
                self._fill()
                what_if = shown.what_if or AS_RECORDS_SAY
                self._off = off_of(what_if, self._part)
                standing = standing_of(what_if, self._part, shown.result.route)
                self._is_off = standing in (Standing.OFF, Standing.OFF_WITH)
        self.setEnabled(self._part is not None)
        self.menuAction().setEnabled(self._part is not None)
        self.back.setEnabled(self._is_off)
        for how, action in self._manners.items():
            action.setChecked(self._off is not None and self._off.how is how)

    def _fill(self) -> None:
        """Offer the manners, once they are needed."""
        if self._manners:
            return
        from mxgui.routing.sending.behaviour import SWITCHES
        from mxgui.routing.sending.off_words import how_words

        for how in SWITCHES.values():
            action = QAction(words_shown(text("Switch off: {how}", how=how_words(how))), self)
            action.setCheckable(True)
            action.triggered.connect(partial(self._switch_off, how))
            self.addAction(action)
            self._manners[how] = action
        self.addSeparator()
        self.addAction(self.back)

    def _switch_off(self, how: Behaviour, _checked: bool = False) -> None:
        if self._part is not None:
            self.wished.emit(SwitchOff(self._part.off(how)))

    def _switch_on(self) -> None:
        if self._part is not None:
            self.wished.emit(SwitchOn(self._part))

    # ------------------------------------------------------------------ without a menu

    def toggle(self) -> None:
        """Switch what is chosen off, silent, or on again."""
        from mxgui.routing.sending.behaviour import Behaviour

        if self._is_off:
            self._switch_on()
        else:
            self._switch_off(Behaviour.SILENT)

    def see_as_chosen(self) -> None:
        """See the route as the chosen host, or again as anybody."""
        from mxgui.ui.switch_rows import host_at

        shown = self._shown
        name = host_at(shown.result.route, shown.chosen) if shown.result is not None else None
        if name is not None:
            own = shown.what_if.own if shown.what_if is not None else ""
            self.wished.emit(SeeAs("" if own == name else name))

    def show_measured(self) -> None:
        """Show the graph as it was found, or again as it is supposed."""
        self.wished.emit(ShowMeasured(not self._shown.measured))


class StartMenu(ChoiceMenu):
    """What holds for all that is not switched off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Offer both."""
        super().__init__(text("&Start from"), parent)
        self._actions = {
            False: self.add(words_shown(text("As the records say")), StartFrom(False)),
            True: self.add(words_shown(text("As probed just now")), StartFrom(True)),
        }

    def draw(self, shown: Shown) -> None:
        """Check the one in use."""
        self.setEnabled(shown.result is not None)
        as_probed = shown.what_if is not None and shown.what_if.as_probed
        self._actions[as_probed].setChecked(True)
