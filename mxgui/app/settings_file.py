"""The file of the settings: what differs from the defaults, beside what other programs wrote.

Until it was first written the choices of older versions are read, which stood among what the window
remembers.
"""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from mxgui.app.kept_file import KeptFile, Told
from mxgui.app.paths import config_folder
from mxgui.app.remembered import Memory
from mxgui.app.setting import Value
from mxgui.app.settings import BadValue, Settings, read_settings
from mxgui.model.text import text

NAME = "settings.json"
_OLD = ("resolvers", "mode", "sender", "helo", "proxy", "also_direct", "canary", "scheme")
_STILL = "still"  # what motion was called


class SettingsFile:
    """Reads and writes the settings of the user."""

    def __init__(self, file: Path | None, older: KeptFile | None = None) -> None:
        """Keep them in that file, or nowhere; `older` is where they stood before."""
        self.kept = KeptFile(file, needs_format=True)
        self._older = older
        self._known = Settings()
        self._unwritten: dict[str, Value] = {}
        self._told: tuple[BadValue, ...] = ()  # what could not be used, and somebody heard of it

    @classmethod
    def of_user(cls, memory: Memory) -> SettingsFile:
        """Keep them in the user's own folder, nowhere if there is none."""
        folder = config_folder()
        return cls(folder and folder / NAME, memory.kept)

    @classmethod
    def beside(cls, memory: Memory) -> SettingsFile:
        """Keep them beside what the window remembers."""
        file = memory.kept.file
        return cls(file and file.with_name(NAME), memory.kept)

    def load(self) -> Settings:
        """Give the settings; one that cannot be used is at its default, and told of."""
        told = self.kept.read()
        if not told and not self.kept.exists:
            told = self._moved()
        self._known, bad = read_settings(told)
        if bad and bad != self._told:
            self.kept.troubles.append(
                text(
                    "{file} has values that cannot be used, in whose place the defaults hold: "
                    "{names}.",
                    file=str(self.kept.file),
                    names=tuple(each.words for each in bad),
                )
            )
        self._told = bad
        unwritten: dict[str, Any] = self._unwritten
        return replace(self._known, **unwritten)

    def save(self, settings: Settings) -> Settings:
        """Write what was changed since the latest load or save, and give all that holds then."""
        new, known = _values(settings), _values(self._known)
        changed = {name: value for name, value in new.items() if value != known[name]}
        whole = [settings]

        def change(told: Told) -> Told:
            told = _with(told, changed)
            whole[0], _ = read_settings(told)
            return told

        if not self.kept.write(change):
            self._unwritten = changed  # it holds, and is written together with the next change
            return settings
        self._known, self._unwritten = whole[0], {}
        return self._known

    def _moved(self) -> Told:
        """The choices of an older version, which are written here from now on."""
        told = self._older.read() if self._older is not None else {}
        choices = {name: told[name] for name in _OLD if told.get(name) not in (None, "", [])}
        if isinstance(told.get(_STILL), bool):
            choices["motion"] = "less" if told[_STILL] else "full"
        if not choices or self._older is None:
            return {}
        self.kept.write(lambda found: {**choices, **found})
        if self.kept.exists:
            self._older.write(_without_choices)
        return choices


def _without_choices(told: Told) -> Told:
    return {name: value for name, value in told.items() if name not in (*_OLD, _STILL)}


def _with(told: Told, changed: dict[str, Value]) -> Told:
    """What was told with some values changed; a default needs no mention."""
    defaults = _values(Settings())
    kept: dict[str, Any] = {name: value for name, value in told.items() if name not in changed}
    return kept | {name: value for name, value in changed.items() if value != defaults[name]}


def _values(settings: Settings) -> dict[str, Value]:
    return {one.name: getattr(settings, one.name) for one in fields(settings)}
