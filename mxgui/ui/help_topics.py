"""Help as data: topics of sections, and the search in them; no Qt here.

A panel's topic is what the panel says of itself, so that it is told in one place only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from mxgui.model.text import Text, text
from mxgui.routing.shapes import Words
from mxgui.ui.key_table import KeyGroup
from mxgui.ui.looks import Look
from mxgui.ui.palette_search import folded
from mxgui.ui.words import shown

KEYS = "keys"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, paragraphs, lines with a mark each, lines in two columns, and where it is written.

    A paragraph stands as it is; a line of `rows` is a short word and what it means.
    """

    heading: Words = ""
    paragraphs: tuple[Words, ...] = ()
    marks: tuple[tuple[Look, Text], ...] = ()
    rows: tuple[tuple[Words, Words], ...] = ()
    references: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """One page of help; `key` tells it from others."""

    key: str
    title: Words
    sections: tuple[Section, ...]


class Helpful(Protocol):
    """A panel, or its class: what has a title and says what it shows."""

    @property
    def title(self) -> Text:
        """What it is called."""

    @property
    def help(self) -> Text:
        """What it shows and how it is used; paragraphs end with a line feed."""


def panel_topics(panels: Iterable[Helpful]) -> tuple[Topic, ...]:
    """A topic for each panel that says something of itself."""
    return tuple(_topic_of(panel) for panel in panels if shown(panel.help))


def key_of(panel: Helpful) -> str:
    """The key of a panel's topic."""
    return f"panel: {panel.title}"


def _topic_of(panel: Helpful) -> Topic:
    paragraphs = [line for line in shown(panel.help).splitlines() if line.strip()]
    return Topic(key_of(panel), panel.title, (Section(paragraphs=tuple(paragraphs)),))


def keys_topic(groups: Iterable[KeyGroup], names: dict[str, str]) -> Topic:
    """All keys as a topic; `names` has each key as this system writes it."""
    sections = (
        Section(
            group.title,
            rows=tuple(
                (" · ".join(names.get(key, key) for key in row.keys), row.words)
                for row in group.rows
            ),
        )
        for group in groups
    )
    return Topic(KEYS, text("Keys"), tuple(sections))


def found(topics: Sequence[Topic], typed: str) -> tuple[Topic, ...]:
    """The topics in which every typed word occurs, those with all of them in the title first."""
    wanted = folded(typed)[0].split()
    fitting = [topic for topic in topics if _has(wanted, _all_words(topic))]
    by_title = [topic for topic in fitting if _has(wanted, (topic.title,))]
    return (*by_title, *(topic for topic in fitting if topic not in by_title))


def _has(wanted: Sequence[str], told: Iterable[Words]) -> bool:
    whole = folded("\n".join(map(shown, told)))[0]
    return all(word in whole for word in wanted)


def _all_words(topic: Topic) -> Iterator[Words]:
    yield topic.title
    for section in topic.sections:
        yield section.heading
        yield from section.paragraphs
        yield from section.references
        for look, words in section.marks:
            yield from (look.word, words)
        for pair in section.rows:
            yield from pair
