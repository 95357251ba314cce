"""The rows of the list of domains: those that are open, then those that are offered; no Qt.

What is offered stands in groups that unfold; whatever is looked for is shown in all of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import timedelta

from mxgui.i18n import tr
from mxgui.model.text import Text, counted, text
from mxgui.routing.shapes import Words
from mxgui.ui.looks import DOMAIN_LOOKS, GRADE_LOOKS, SEVERITY_LOOKS, Look
from mxgui.ui.shown import Example, Opened, Shown, Stage

HEADING = text("Domains")
NO_GROUP = text("In the demo network")


@dataclass(frozen=True, slots=True)
class DomainRow:
    """One row: a name, how it stands, and a sentence.

    `number` is that of an opened domain; without one a row offers a domain to inspect, or is a
    heading, which has no sentence. `count` is how many domains a heading stands for, and
    `is_folded` whether they are put away.
    """

    name: str
    state: Words = ""
    about: Words = ""
    look: Look | None = None
    number: int | None = None
    is_heading: bool = False
    count: int = 0
    is_folded: bool = False

    @property
    def spoken(self) -> Words:
        """The row as it is read out."""
        if self.is_heading:
            many = counted("{n} domain", "{n} domains", self.count)
            if self.is_folded:
                return text("{name}: {many}, folded", name=self.name, many=many)
            return text("{name}: {many}", name=self.name, many=many)
        if self.state and self.about:
            return text(
                "{name}: {state}. {about}", name=self.name, state=self.state, about=self.about
            )
        return text("{name}: {about}", name=self.name, about=self.state or self.about)


def rows_of(
    shown: Shown, unfolded: Collection[str] | None = None, typed: str = ""
) -> tuple[DomainRow, ...]:
    """Every row, from top to bottom.

    `unfolded` are the headings of the groups that are; None unfolds all. Of what is offered only
    that is shown whose name, sentence or group has all the words that were typed.
    """
    return (*map(_opened, shown.opened), *_offered(shown, unfolded, typed))


def _offered(shown: Shown, unfolded: Collection[str] | None, typed: str) -> Iterator[DomainRow]:
    """What the demo network offers group by group, apart from what is open already."""
    names = {each.name for each in shown.opened}
    groups: dict[str, list[Example]] = {}
    for example in shown.examples:
        group = tr(example.group or NO_GROUP)
        if example.domain not in names and _has(typed, example, group):
            groups.setdefault(group, []).append(example)
    for group, examples in groups.items():
        folds = unfolded is not None and group not in unfolded and not typed
        if shown.opened or group != tr(NO_GROUP):
            yield DomainRow(group, is_heading=True, count=len(examples), is_folded=folds)
        elif folds:
            folds = False  # without a heading there is nothing that unfolds it
        if not folds:
            for example in examples:
                yield DomainRow(example.domain, about=example.about)


def _has(typed: str, example: Example, group: str) -> bool:
    told = f"{example.domain} {tr(example.about)} {group}".casefold()
    return all(word in told for word in typed.casefold().split())


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
    word = text("{word} · planned", word=look.word) if each.planned else look.word
    if each.is_saved:
        word = text("{word} · saved", word=word)
    if each.stage is Stage.RUNNING and each.total:
        return text(
            "{word}, {settled} of {total}", word=word, settled=each.settled, total=each.total
        )
    if each.stage in (Stage.ENDED, Stage.STOPPED) and each.minutes is not None:
        return text("{word} · {age}", word=word, age=age_words(each.minutes))
    return word


def age_words(minutes: int) -> Text:
    """How long ago something was, in whole minutes, hours or days."""
    if minutes < 1:
        return text("just now")
    if minutes < 60:
        return text("{n} min ago", n=minutes)
    if minutes < 2 * 24 * 60:
        return text("{n} h ago", n=minutes // 60)
    return counted("{n} day ago", "{n} days ago", timedelta(minutes=minutes).days)
