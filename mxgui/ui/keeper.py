"""What holds for every window and is remembered: settings, earlier domains, where panels stand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, assert_never

from PySide6.QtCore import QObject, Signal

from mxgui.app.remembered import Memory, Remembered
from mxgui.app.settings import Settings, of_plan, plan_parts
from mxgui.app.settings_file import SettingsFile
from mxgui.model.plan import Plan
from mxgui.model.text import Text
from mxgui.ui.scheme import Scheme
from mxgui.ui.settings.wishes import ForgetDomains, ReadSettings, Understood, UseSettings, Welcomed
from mxgui.ui.wishes import KeepStill, Taste, UseScheme


class Keeper(QObject):
    """Holds the values, says when one changes, and puts them away."""

    changed = Signal()
    settled = Signal(object)  # Settings that hold for the inspections of every window from now on

    def __init__(
        self,
        memory: Memory,
        settings: SettingsFile | None = None,
        *,
        system_is_still: bool = False,
    ) -> None:
        """Begin with what was remembered; of motion the system decides where nothing was."""
        super().__init__()
        self._memory = memory
        self._file = settings or SettingsFile.beside(memory)
        self.system_is_still = system_is_still
        self.kept = memory.load()
        self.settings = self._file.load()
        self._asks_helo = memory.is_kept and not (self.kept.helo_asked or self.settings.helo)
        self.bug = ""  # the latest error of the program itself, as it is reported
        self._welcomes = self._asks_helo and not self.kept.welcomed

    @property
    def scheme(self) -> Scheme:
        """The colours that were chosen, else those of the system."""
        return Scheme(self.settings.scheme)

    @property
    def still(self) -> bool:
        """Whether nothing is to move by itself, as was chosen, else as the system wishes."""
        motion = self.settings.motion
        return self.system_is_still if motion == "system" else motion == "less"

    @property
    def asks_helo(self) -> bool:
        """Whether the name to greet by is asked for: at the first start, where it is remembered."""
        return self._asks_helo

    @property
    def welcomes(self) -> bool:
        """Whether this is the first start, of which somebody remembers that it was."""
        return self._welcomes

    @property
    def troubles(self) -> tuple[Text, ...]:
        """What went wrong with reading and writing, until it was understood."""
        return tuple(dict.fromkeys((*self._file.kept.troubles, *self._memory.kept.troubles)))

    def helo_answered(self) -> None:
        """Ask for the name no more."""
        self._asks_helo = False
        self.keep(helo_asked=True)
        self.changed.emit()

    def settle(self, plan: Plan, before: Plan | None = None) -> None:
        """Remember how inspections are to be made, where that is not as it was before."""
        now, earlier = of_plan(plan), of_plan(before) if before is not None else {}
        self.choose(**{name: value for name, value in now.items() if value != earlier.get(name)})

    def plan(self) -> Plan:
        """How a new window inspects: as was chosen last."""
        return replace(Plan(), **plan_parts(self.settings))

    def fulfil(self, wish: Taste) -> None:
        """Do what is wished for, for every window."""
        match wish:
            case UseSettings(settings):
                self._use(settings)
                self.settled.emit(self.settings)
            case ReadSettings():
                self._read_again()
            case UseScheme(scheme):
                self.choose(scheme=scheme.value)
            case KeepStill(still):
                self.choose(motion="less" if still else "full")
            case ForgetDomains():
                self.keep(domains=())
            case Welcomed():
                self._welcomes = self._asks_helo = False  # the welcome has asked
                self.keep(welcomed=True, helo_asked=True)
                self.changed.emit()
            case Understood():
                self._file.kept.troubles.clear()
                self._memory.kept.troubles.clear()
                self.changed.emit()
            case _:
                assert_never(wish)

    def note_bug(self, words: str) -> None:
        """Keep an error in mind, to be reported."""
        self.bug = words
        self.changed.emit()

    def choose(self, **parts: Any) -> None:
        """Let some settings be others, and say so if they are."""
        self._use(replace(self.settings, **parts))

    def keep(self, **parts: Any) -> None:
        """Remember some values, and say so if they are new."""
        self._become(replace(self.kept, **parts))

    def inspected(self, name: str) -> None:
        """Remember a domain, and that the name to greet by was asked for, answered or not."""
        self._welcomes = False  # also where that cannot be remembered
        kept = self.kept.with_domain(name, self.settings.domains)
        self._become(replace(kept, helo_asked=True, welcomed=True))

    def _use(self, settings: Settings) -> None:
        if settings == self.settings:
            return
        self.settings = self._file.save(settings)
        if settings.helo:
            self._asks_helo = False
            self.keep(helo_asked=True)
        if len(self.kept.domains) > settings.domains:
            self.keep(domains=self.kept.domains[: settings.domains])
        self.changed.emit()

    def _read_again(self) -> None:
        """Take what another program has changed."""
        found = self._file.load()
        if found == self.settings:
            return
        self.settings = found
        self.changed.emit()
        self.settled.emit(found)

    def _become(self, kept: Remembered) -> None:
        if kept != self.kept:
            self.kept = self._memory.save(kept, self.settings.domains)
            self.changed.emit()
