"""What one setting is: its words, its help, what kind of value it takes, and when it holds.

A setting is a field of `Settings`; the dialog, the file and the checks are made out of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import Field, dataclass, field
from enum import Enum
from typing import Any, TypeAlias

from mxgui.model.text import Text, text

Value: TypeAlias = str | bool | int | float | tuple[str, ...]
LONGEST = 1_000  # letters of a setting that is typed
_ABOUT = "about"


class BadSetting(Exception):
    """A value that a setting cannot have; `text` says what it takes."""

    def __init__(self, why: Text) -> None:
        """Keep the sentence."""
        super().__init__(str(why))
        self.text = why


class Group(Enum):
    """What belongs together in the dialog, in its order."""

    INSPECTION = "inspection"
    WAITING = "waiting"
    LINE = "line"
    LOOK = "look"
    MEMORY = "memory"

    @property
    def words(self) -> Text:
        """The title."""
        return _GROUPS[self][0]

    @property
    def holds(self) -> Text:
        """From when on its settings hold."""
        return _GROUPS[self][1]


_NEXT = text("From the next inspection on.")
_AT_ONCE = text("At once, in every window.")
_MOSTLY_AT_ONCE = text("At once, in every window, where nothing else is said.")
_GROUPS = {
    Group.INSPECTION: (text("Inspection"), _NEXT),
    Group.WAITING: (text("Patience"), _NEXT),
    Group.LINE: (text("This line"), _NEXT),
    Group.LOOK: (text("Look"), _MOSTLY_AT_ONCE),
    Group.MEMORY: (text("Memory"), _AT_ONCE),
}


@dataclass(frozen=True, slots=True)
class Option:
    """One of several values, and how it is called."""

    value: str
    words: Text | str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several; they are listed when they are wanted, as that may take a while.

    `also` says of a value that is not listed just now whether it is one all the same.
    """

    options: Callable[[], tuple[Option, ...]]
    also: Callable[[str], bool] | None = None

    def read(self, told: object) -> Value:
        """Take a value out of the file; raises BadSetting."""
        if isinstance(told, str) and len(told) <= LONGEST:
            if self.also is not None and self.also(told):
                return told
            if told in [option.value for option in self.options()]:
                return told
        raise BadSetting(text("It is none of those that can be chosen."))


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no."""

    def read(self, told: object) -> Value:
        """Take a value out of the file; raises BadSetting."""
        if isinstance(told, bool):
            return told
        raise BadSetting(text("It is either on or off."))


@dataclass(frozen=True, slots=True)
class Number:
    """A number within bounds, both included; `unit` stands behind it."""

    least: int
    most: int
    unit: Text
    whole: bool = True

    def read(self, told: object) -> Value:
        """Take a value out of the file; raises BadSetting."""
        if isinstance(told, int | float) and not isinstance(told, bool):
            fits = self.least <= told <= self.most  # nor is NaN within
            if fits and (not self.whole or told == int(told)):
                return int(told) if self.whole else float(told)
        raise BadSetting(self._bounds())

    def parse(self, written: str) -> Value:
        """Take what was typed; raises BadSetting."""
        try:
            return self.read(float(written.strip().replace(",", ".")))
        except ValueError:
            raise BadSetting(self._bounds()) from None

    def shown(self, value: Value) -> str:
        """How it stands in the field."""
        return f"{value:g}" if isinstance(value, int | float) else ""

    def _bounds(self) -> Text:
        return text("Give {least} to {most}.", least=self.least, most=self.most)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is typed; `check` gives it as it is kept, or raises BadSetting. Empty is none."""

    check: Callable[[str], str]
    hint: str = ""
    has_secret: bool = False  # that may be typed, and is never in a file

    def read(self, told: object) -> Value:
        """Take a value out of the file; raises BadSetting."""
        if isinstance(told, str) and len(told) <= LONGEST:
            value = self.parse(told)
            if value == told or not self.has_secret:
                return value
        raise BadSetting(text("It is not a line of text."))

    def parse(self, written: str) -> Value:
        """Take what was typed; raises BadSetting."""
        return self.check(written.strip()) if written.strip() else ""

    def shown(self, value: Value) -> str:
        """How it stands in the field."""
        return str(value)


@dataclass(frozen=True, slots=True)
class Words:
    """Several words, parted by spaces or commas; `check` raises BadSetting for a bad one."""

    check: Callable[[str], str]
    most: int
    none: str  # what an empty line stands for

    def read(self, told: object) -> Value:
        """Take a value out of the file; raises BadSetting."""
        if isinstance(told, list | tuple) and all(isinstance(word, str) for word in told):
            return self.parse(" ".join(told))
        raise BadSetting(text("It is not a list of words."))

    def parse(self, written: str) -> Value:
        """Take what was typed; raises BadSetting."""
        words = tuple(dict.fromkeys(written.replace(",", " ").split())) or (self.none,)
        if len(words) > self.most:
            raise BadSetting(text("Give {most} at most.", most=self.most))
        return tuple(self.check(word) for word in words)

    def shown(self, value: Value) -> str:
        """How it stands in the field."""
        return " ".join(value) if isinstance(value, tuple) else ""


Kind: TypeAlias = Choice | Flag | Number | Line | Words


@dataclass(frozen=True, slots=True)
class About:
    """All there is to say of a setting; `help` is a sentence or two."""

    group: Group
    words: Text
    help: Text
    kind: Kind


def setting(default: Any, about: About) -> Any:
    """Make a field of `Settings` that has this default."""
    return field(default=default, metadata={_ABOUT: about})


def about_of(one: Field[Any]) -> About:
    """What there is to say of a field of `Settings`."""
    about: About = one.metadata[_ABOUT]
    return about
