"""The rows of the list of domains: those that are open, then those that are offered; no Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from mxgui.i18n import tr
from mxgui.model.text import Text, text
from mxgui.routing.shapes import Words
from mxgui.ui.looks import DOMAIN_LOOKS, GRADE_LOOKS, SEVERITY_LOOKS, Look
from mxgui.ui.shown import Opened, Shown, Stage

HEADING = text("Domains")
NO_GROUP = text("In the demo network")


@dataclass(frozen=True, slots=True)
class DomainRow:
    """One row: a name, how it stands, and a sentence.

    `number` is that of an opened domain; without one a row offers a domain to inspect, or is a
    heading, which has no sentence.
    """

    name: str
    state: Words = ""
    about: Words = ""
    look: Look | None = None
    number: int | None = None
    is_heading: bool = False

    @property
    def spoken(self) -> Words:
        """The row as it is read out."""
        if self.is_heading:
            return self.name
        if self.state and self.about:
            return text(
                "{name}: {state}. {about}", name=self.name, state=self.state, about=self.about
            )
        return text("{name}: {about}", name=self.name, about=self.state or self.about)


def rows_of(shown: Shown) -> tuple[DomainRow, ...]:
    """Every row, from top to bottom."""
    return (*map(_opened, shown.opened), *_offered(shown))


def _offered(shown: Shown) -> Iterator[DomainRow]:
    """What the demo network offers group by group, apart from what is open already."""
    names = {each.name for each in shown.opened}
    group = None if shown.opened else NO_GROUP
    for example in shown.examples:
        if example.domain in names:
            continue
        if (example.group or NO_GROUP) != group:
            group = example.group or NO_GROUP
            yield DomainRow(tr(group), is_heading=True)
        yield DomainRow(example.domain, about=example.about)


def _opened(each: Opened) -> DomainRow:
    look = look_of_opened(each)
    about: Words = ""
    if each.worst is not None:
        about = text("{severity}: {words}", severity=_severity(each), words=each.worst.text)
    return DomainRow(each.name, _state(each, look), about, look, each.number)


def look_of_opened(each: Opened) -> Look:
    """Shape, word and colour of how a domain stands."""
    if each.stage is Stage.ENDED and each.grade is not None:
        return GRADE_LOOKS[each.grade]
    return DOMAIN_LOOKS[each.stage]


def _severity(each: Opened) -> Text:
    assert each.worst is not None
    return SEVERITY_LOOKS[each.worst.severity].word


def _state(each: Opened, look: Look) -> Text:
    if each.stage is Stage.RUNNING and each.total:
        return text(
            "{word}, {settled} of {total}", word=look.word, settled=each.settled, total=each.total
        )
    if each.stage in (Stage.ENDED, Stage.STOPPED) and each.minutes is not None:
        return text("{word} · {age}", word=look.word, age=age_words(each.minutes))
    return look.word


def age_words(minutes: int) -> Text:
    """How long ago something was, in whole minutes, hours or days."""
    if minutes < 1:
        return text("just now")
    if minutes < 60:
        return text("{n} min ago", n=minutes)
    if minutes < 2 * 24 * 60:
        return text("{n} h ago", n=minutes // 60)
    return text("{n} days ago", n=timedelta(minutes=minutes).days)
