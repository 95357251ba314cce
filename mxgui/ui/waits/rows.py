"""What becomes of one message at each sender, and how long mail waits, as rows; no Qt here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from mxgui.model.inspection import Inspection
from mxgui.model.text import Text, counted, text
from mxgui.report.marks import Shape
from mxgui.routing.sending.course import Course, Happens, course_of
from mxgui.routing.sending.fractions import percent
from mxgui.routing.sending.outage import WhatIf
from mxgui.routing.sending.sender import Sender
from mxgui.routing.sending.waiting import LENGTHS, Waiting, waiting_in_steps
from mxgui.routing.sending.waiting_words import NOT_TOLD, waiting_sentences
from mxgui.routing.shapes import Tone
from mxgui.ui.cell import Branch, Cell, Leaf
from mxgui.ui.looks import Look

LINE_COLUMNS = (text("Sender"), text("After the end"), text("Time since the outage began"))
TABLE_COLUMNS = (
    text("Sender"),
    text("This outage"),
    *(text("{time}", time=timedelta(seconds=length)) for length in LENGTHS),
)
_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_CHOSEN = Look(Shape.CHECK, text("Chosen sender"), Tone.RUNNING)
_BOUNCES = Look(Shape.CROSS, text("Bounces"), Tone.FAIL)
_SOME_BOUNCE = Look(Shape.BANG, text("Some bounce"), Tone.WARN)
_OPEN = Cell("…", muted=True)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: an outage in seconds, when the message comes, and who the backup is.

    `after` is how many seconds after the beginning the message comes, negative for before it.
    """

    length: float = 4 * 3600.0
    after: float = 0.0
    backup: Sender | None = None


@dataclass(frozen=True, slots=True)
class Waits:
    """One sender in one outage: with the backup if there is one, and without."""

    asked: Waiting
    plain: Waiting

    @property
    def both(self) -> tuple[Waiting, ...]:
        """Those that differ: one if there is no backup."""
        return (self.asked,) if self.asked is self.plain else (self.asked, self.plain)


Found = Mapping[tuple[str, float], Waits]


def found_in_steps(
    inspection: Inspection, sender: Sender, what_if: WhatIf, asked: Asked
) -> Iterator[tuple[float, Waits] | None]:
    """Give one sender in one outage after the other, by its length; None after pieces of that.

    The outage that is asked for comes first, then those of the table.
    """
    for length in (asked.length, *(each for each in LENGTHS if each != asked.length)):
        plain = with_backup = yield from waiting_in_steps(inspection, sender, length, what_if, None)
        if asked.backup is not None:
            with_backup = yield from waiting_in_steps(
                inspection, sender, length, what_if, asked.backup
            )
        waits = Waits(with_backup, plain)
        for each in waits.both:  # computed once, in this step
            _ = each.median_s, each.bounces
        yield length, waits


# ---------------------------------------------------------------------- the lines


def line_row(sender: Sender, found: Found, asked: Asked, chosen: str) -> Branch:
    """When the message of one sender is delivered, and all that happens to it."""
    waits = found.get((sender.id, asked.length))
    name = _name(sender, chosen)
    if waits is None:
        return Branch(sender.id, (name, _OPEN, Cell()), (), is_quiet=True)
    courses = courses_of(waits, asked)
    cells = (name, _after_the_end(waits, courses), Cell(told(courses)))
    return Branch(sender.id, cells, tuple(_paragraphs(sender, waits, courses)), is_quiet=True)


def courses_of(waits: Waits, asked: Asked) -> tuple[Course, ...]:
    """What happens to the message, with the backup and without."""
    return tuple(course_of(each, asked.after) for each in waits.both)


def _after_the_end(waits: Waits, courses: tuple[Course, ...]) -> Cell:
    """When this message is delivered; then when the last of all is, or this one without backup."""
    first, *others = courses
    words, look = _ending(first)
    worst = waits.asked.worst_s
    if others:
        plain, _ = _ending(others[0])
        words = text("{with_it}; without backup: {plain}", with_it=words, plain=plain)
    elif worst:
        words = text("{this}; others up to {worst}", this=words, worst=_span(worst))
    return Cell(words, look, tip=_table_tip(waits))


def _ending(course: Course) -> tuple[Text, Look | None]:
    end = course.end
    if course.is_kept:
        return text("is kept"), None
    if end.what is Happens.BOUNCED:
        return text("bounces after {time}", time=timedelta(seconds=end.at)), _BOUNCES
    if course.begins > 0 or course.ends <= 0:
        return text("not delayed"), None
    late = end.at - course.ends
    if late < 0:
        return text("during the outage"), None
    if late == 0:
        return text("at once"), None
    return text("{time}", time=timedelta(seconds=late)), None


def told(courses: tuple[Course, ...]) -> Text:
    """What happens to the message, from first to last."""
    first, *others = courses
    if not others:
        return _told(first)
    return text("with backup: {told}; without: {plain}", told=_told(first), plain=_told(*others))


def _told(course: Course) -> Text:
    parts = list(_parts(course))
    whole = parts[0]
    for part in parts[1:]:
        whole = text("{whole}, {part}", whole=whole, part=part)
    return whole


def _parts(course: Course) -> Iterator[Text]:
    failed = sum(each.what is Happens.FAILED for each in course.moments)
    handed = next((each for each in course.moments if each.what is Happens.HANDED), None)
    if handed is not None and handed.at < 1:
        yield text("handed to the backup at once")
    elif handed is not None:
        yield text("handed to the backup after {time}", time=_span(handed.at))
    if failed and not course.is_kept:
        yield counted("{n} try fails", "{n} tries fail", failed)
    warned = tuple(
        text("{time}", time=_span(each.at))
        for each in course.moments
        if each.what is Happens.WARNED
    )
    if warned:
        yield text("its author is warned after {times}", times=warned)
    yield _end_words(course)


def _end_words(course: Course) -> Text:
    end = course.end
    if course.is_kept:
        return text("it is kept until the administrator sees to it")
    if end.what is Happens.BOUNCED:
        return text("it bounces after {time}", time=_span(end.at))
    if end.at == 0:
        return text("it is delivered at once")
    return text("it is delivered after {time}", time=_span(end.at))


def _span(seconds: float) -> timedelta:
    return timedelta(seconds=seconds)


def _name(sender: Sender, chosen: str) -> Cell:
    is_chosen = sender.id == chosen
    return Cell(sender.title, _CHOSEN if is_chosen else None, tip=sender.about, strong=is_chosen)


def _paragraphs(sender: Sender, waits: Waits, courses: tuple[Course, ...] = ()) -> Iterator[Leaf]:
    labels = (text("With backup"), text("Without")) if len(waits.both) > 1 else (text("Mail"),)
    if courses:
        yield Leaf(f"{sender.id} told", (Cell(told(courses), label=text("This message")),))
    for label, each in zip(labels, waits.both, strict=True):
        sentences = (said for said in waiting_sentences(each) if said != NOT_TOLD)
        for at, sentence in enumerate(sentences):
            yield Leaf(f"{sender.id} {label} {at}", (Cell(sentence, label=label),))


# ---------------------------------------------------------------------- the table


def table_row(sender: Sender, found: Found, asked: Asked, chosen: str) -> Branch:
    """Median and worst of what each outage adds after its end, at one sender."""
    waits = [found.get((sender.id, length)) for length in (asked.length, *LENGTHS)]
    cells = (_OPEN if each is None else _cell(each) for each in waits)
    first = waits[0]
    leaves = tuple(_paragraphs(sender, first)) if first is not None else ()
    return Branch(sender.id, (_name(sender, chosen), *cells), leaves, is_quiet=True)


def _cell(waits: Waits) -> Cell:
    waiting = waits.asked
    tip = _table_tip(waits)
    if waiting.freezes:
        return Cell(text("is kept"), tip=tip)
    if waiting.median_s is None or waiting.worst_s is None:
        return Cell(text("bounces"), _BOUNCES, tip=tip)
    if waiting.bounces:
        some = text("{share} bounce", share=percent(waiting.bounces))
        return Cell(some, _SOME_BOUNCE, tip=tip)
    return Cell(added_words(waiting.median_s, waiting.worst_s), tip=tip)


def added_words(median: float, worst: float) -> Text:
    """What is added after the end: half of the messages, and at most."""
    if worst == 0:
        return text("none")
    (half, unit), (most, other) = _in_one_unit(median), _in_one_unit(worst)
    if unit == other:
        # Translators: the wait of half of the messages and the longest; a unit follows
        return _with_unit(text("{half} / {most}", half=half, most=most), unit)
    both = _with_unit(half, unit), _with_unit(most, other)
    return text("{median} / {worst}", median=both[0], worst=both[1])


def _in_one_unit(seconds: float) -> tuple[float, int]:
    """A time as a short number, and the seconds of its unit."""
    for unit, least in ((_DAY, 2 * _DAY), (_HOUR, 100 * _MINUTE), (_MINUTE, _MINUTE)):
        if seconds >= least:
            return round(seconds / unit, 1 if unit > _MINUTE else None), unit
    return round(seconds), 1


def _with_unit(number: Text | float, unit: int) -> Text:
    match unit:
        case 86400:
            # Translators: days, as short as can be
            return text("{n} d", n=number)
        case 3600:
            # Translators: hours, as short as can be
            return text("{n} h", n=number)
        case 60:
            return text("{n} min", n=number)
        case _:
            return text("{n} s", n=number)


def _table_tip(waits: Waits) -> Text:
    words = _tip_of(waits.asked)
    if len(waits.both) == 1:
        return words
    return text("{words} Without the backup: {plain}", words=words, plain=_tip_of(waits.plain))


def _tip_of(waiting: Waiting) -> Text:
    median, worst = waiting.median_s, waiting.worst_s
    if waiting.freezes:
        return text("All messages are kept until the administrator sees to them.")
    if median is None or worst is None:
        return text("All messages bounce.")
    words = text(
        "Half of the messages that come during the outage are delivered within {median} after its "
        "end, the last of them up to {worst} after it.",
        median=_span(median),
        worst=_span(worst),
    )
    if not waiting.bounces:
        return words
    return text("{words} {share} bounce.", words=words, share=percent(waiting.bounces))
