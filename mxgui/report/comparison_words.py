"""A comparison of planned records with the published ones, in rows and sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from mxgui.model.records import ROOT
from mxgui.model.text import Text, text
from mxgui.report.comparison import ComparedHost, Comparison, Outlook
from mxgui.report.grade import GRADES
from mxgui.report.sections import NOTHING, SEVERITIES
from mxgui.routing.labels import status_words
from mxgui.routing.record_changes import Change
from mxgui.routing.shapes import Tone, Words
from mxgui.routing.standing import is_certain
from mxgui.rules.engine import explain
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.listing import listed

TITLE = text("Compared with what is published")
CHANGES = {
    Change.ADDED: ("+", text("added")),
    Change.MOVED: ("↕", text("moved")),
    Change.SAME: ("=", text("as it is")),
    Change.REMOVED: ("−", text("removed")),  # noqa: RUF001 (a minus sign, beside the plus)
}
_MOST = 3  # hosts in one sentence
_LOUD = (Severity.CRITICAL, Severity.ERROR, Severity.WARNING)


@dataclass(frozen=True, slots=True)
class Row:
    """One host: what becomes of its records, where it stands, how often it is tried first."""

    change: Change
    sign: str
    words: Text
    preference: Words
    host: str
    first: Words


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence about what changes, and how it is meant."""

    words: Text
    tone: Tone = Tone.PLAIN


def rows_of(comparison: Comparison) -> tuple[Row, ...]:
    """Give a row for each host of both sets."""
    return tuple(_row(own, comparison) for own in comparison.hosts)


def remarks_of(comparison: Comparison) -> tuple[Remark, ...]:
    """Say what changes: the verdict first, then what is found no more, and what is found anew."""
    return tuple(_remarks(comparison))


def _row(own: ComparedHost, comparison: Comparison) -> Row:
    records = own.records
    sign, words = CHANGES[records.change]
    before, now = _preferences(records.before), _preferences(records.now)
    is_moved = records.change is Change.MOVED
    host = text("none (null MX)") if records.host == ROOT else records.host
    return Row(
        records.change,
        sign,
        words,
        text("{before} → {now}", before=before, now=now) if is_moved else now or before,
        str(host),
        _first_words(own, is_compared=comparison.published is not None),
    )


def _preferences(preferences: tuple[int, ...]) -> str:
    return ", ".join(map(str, preferences))


def _first_words(own: ComparedHost, *, is_compared: bool) -> Words:
    if not is_compared:
        return _share_words(own.first_now)
    if own.first_before == own.first_now:
        return _share_words(own.first_now)
    return text(
        "{before} → {now}",
        before=_share_words(own.first_before),
        now=_share_words(own.first_now),
    )


def _share_words(share: Fraction | None) -> Words:
    if share is None:
        return NOTHING
    if not share:
        return text("after failure")
    percent = float(share * 100)
    return text("{percent}\u2009%", percent=round(percent, 1) if percent < 10 else round(percent))


def _remarks(comparison: Comparison) -> Iterator[Remark]:
    published, answer = comparison.published, comparison.answer
    if published is None:
        if is_certain(answer):
            yield Remark(text("The published hosts are not, or not yet, looked at to the end."))
        else:
            words = status_words(answer)
            yield Remark(text("What is published is not known: {words}.", words=words))
        return
    yield Remark(_outlook_words(text("Published"), published))
    yield Remark(_outlook_words(text("Planned"), comparison.planned))
    yield from _grouped(text("Goes"), comparison.go, is_relief=True)
    yield from _grouped(text("Comes"), comparison.come, is_relief=False)
    for one, before in comparison.weighed:
        yield Remark(_weighed_words(one, before), _tone(one.severity))
    if not (comparison.come or comparison.go or comparison.weighed):
        yield Remark(text("What is found is the same with both."))
    if comparison.not_judged:
        yield Remark(
            text(
                "Not judged, as it is about the published answer itself: {ids}",
                ids=comparison.not_judged,
            )
        )


def _outlook_words(which: Text, outlook: Outlook) -> Text:
    return text(
        "{which}: {grade}. {headline}",
        which=which,
        grade=GRADES[outlook.grade][0],
        headline=outlook.headline,
    )


def _grouped(verb: Text, findings: tuple[Finding, ...], *, is_relief: bool) -> Iterator[Remark]:
    """One sentence for each kind of finding, with the hosts that it is about."""
    groups: dict[tuple[Severity, str], list[str]] = {}
    for one in findings:
        groups.setdefault((one.severity, one.id), []).append(one.subject)
    for (severity, finding), subjects in groups.items():
        words = text(
            "{verb}: {severity}: {title} ({id}: {subjects})",
            verb=verb,
            severity=SEVERITIES[severity][0],
            title=explain(finding).title,
            id=finding,
            subjects=listed(tuple(dict.fromkeys(subjects)), _MOST),
        )
        is_trouble = severity not in (Severity.INFO, Severity.INCONCLUSIVE)
        yield Remark(words, Tone.OK if is_relief and is_trouble else _tone(severity, is_relief))


def _weighed_words(finding: Finding, before: Severity) -> Text:
    return text(
        "{severity} instead of {before}: {title} ({id}: {subject})",
        severity=SEVERITIES[finding.severity][0],
        before=SEVERITIES[before][0],
        title=explain(finding.id).title,
        id=finding.id,
        subject=finding.subject,
    )


def _tone(severity: Severity, is_relief: bool = False) -> Tone:
    return SEVERITIES[severity][1] if severity in _LOUD and not is_relief else Tone.PLAIN
