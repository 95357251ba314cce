"""The shelf of senders, and one sender with everything its profile says, as text and as JSON.

What no source settles is marked wherever it stands, and listed at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from enum import Enum

from mxgui.model.text import Text, text
from mxgui.report.columns import columns, labelled
from mxgui.report.plain import NARROW, wrapped
from mxgui.report.report import Say
from mxgui.report.values import Value
from mxgui.routing.sending.sender import Limits, Lookups, Ordering, Own, Reaction, Sender
from mxgui.routing.sending.sender_words import (
    EVIDENCE,
    RESTS_ON,
    Said,
    chapters_of,
    name_of,
)

MARK = "?"  # before what no source settles


def shelf_lines(senders: Sequence[Sender], say: Say) -> Iterator[str]:
    """Tell of each sender its id, its name, what it rests on, and in which way it is special."""
    rows = [(sender.id, say(name_of(sender)), say(RESTS_ON[sender.evidence])) for sender in senders]
    for row, sender in zip(columns(rows, indent=0), senders, strict=True):
        yield row
        yield from wrapped(say(sender.about), 4, 0, NARROW)
    yield ""
    words = text("“mxgui senders ID” tells everything of one of them.")
    yield from wrapped(say(words), 0, 0, NARROW)


def sheet_lines(sender: Sender, say: Say) -> Iterator[str]:
    """Tell everything of one sender."""
    yield f"{say(name_of(sender))} ({sender.id})"
    yield from wrapped(say(sender.about), 0, 0, NARROW)
    rests = text("This rests on: {evidence}.", evidence=EVIDENCE[sender.evidence])
    yield from wrapped(say(rests), 0, 0, NARROW)
    chapters = chapters_of(sender)
    if any(fact.is_unverified(sender) for chapter in chapters for fact in chapter.facts):
        words = text("Lines with {mark} hold what no source settles.", mark=MARK)
        yield from wrapped(say(words), 0, 0, NARROW)
    for chapter in chapters:
        yield ""
        yield say(chapter.title)
        pairs = [(_label(fact, sender, say), say(fact.words)) for fact in chapter.facts]
        yield from labelled(pairs, NARROW)
    yield from _listed(text("Remarks"), sender.remarks, say)
    yield from _listed(text("Not verified"), (one.words for one in sender.unverified), say)
    yield from _listed(text("Sources"), (text("{one}", one=one) for one in sender.sources), say)


def _label(fact: Said, sender: Sender, say: Say) -> str:
    label = say(fact.label)
    return f"{MARK if fact.is_unverified(sender) else ' '} {label[:1].upper()}{label[1:]}"


def _listed(title: Text, lines: Iterable[Text], say: Say) -> Iterator[str]:
    told = list(lines)
    if told:
        yield ""
        yield say(title)
    for words in told:
        yield from wrapped(say(words), 4, 2, NARROW)


def shelf_value(senders: Sequence[Sender], say: Say) -> list[Value]:
    """The shelf for programs."""
    return [_head(sender, say) for sender in senders]


def sheet_value(sender: Sender, say: Say) -> dict[str, Value]:
    """One sender for programs; words of rules are those of the profile's own enums."""
    waits, queue = sender.waits, sender.queue
    return {
        **_head(sender, say),
        "dns": _fields(sender.lookups),
        "order": {**_fields(sender.ordering), "rotates": sender.rotates},
        "limits": _fields(sender.limits),
        "own": _fields(sender.own),
        "reactions": {what.value: _fields(done) for what, done in sender.reactions.items()},
        "on_retry": {what.value: _fields(done) for what, done in sender.on_retry.items()},
        "final": sender.final.value,
        "waits": {
            "connect_s": waits.connect,
            "greeting_s": waits.greeting,
            "command_s": waits.command,
            "shared": waits.shared,
        },
        "memory": {"text": say(sender.memory.words), "by_host": sender.memory.by_host},
        "queue": {
            "tries_s": list(queue.tries()),
            "lifetime_s": queue.lifetime,
            "gives_up_s": queue.given_up(),
            "by_clock": queue.by_clock,
            "warns_s": list(queue.warns),
            "of_host": queue.of_host,
            "runs_every_s": queue.quantum or None,
        },
        "replies": dict(sender.replies),
        "remarks": [say(words) for words in sender.remarks],
        "unverified": [{"part": one.part, "text": say(one.words)} for one in sender.unverified],
    }


def _head(sender: Sender, say: Say) -> dict[str, Value]:
    return {
        "id": sender.id,
        "title": sender.title,
        "version": sender.version or None,
        "about": say(sender.about),
        "evidence": sender.evidence.value,
        "sources": list(sender.sources),
    }


def _fields(part: Lookups | Ordering | Limits | Own | Reaction) -> dict[str, Value]:
    """A part of a profile by its own names."""
    return {each.name: _plain(getattr(part, each.name)) for each in fields(part)}


def _plain(value: Enum | tuple[str, ...] | bool | int | None) -> Value:
    if isinstance(value, Enum):
        name: str = value.value
        return name
    return list(value) if isinstance(value, tuple) else value
