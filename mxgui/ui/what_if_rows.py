"""What a what-if comes to, as rows with before and after, and as a sentence; no Qt here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from mxgui.model.text import Text, text
from mxgui.report.report import Report
from mxgui.routing.senders import sender_of
from mxgui.routing.sending.fractions import mark
from mxgui.routing.sending.notes import notes_of
from mxgui.routing.sending.outage import WhatIf
from mxgui.routing.sending.replies import reply_of
from mxgui.routing.sending.sender import Sender
from mxgui.routing.sending.simulation import Share, Simulation, simulate
from mxgui.routing.sending.situation import Before
from mxgui.routing.sending.supposing import baseline
from mxgui.routing.sending.telling import sender_words, sentence_of
from mxgui.routing.sending.walk import Fate
from mxgui.ui.cell import Branch, Cell, Leaf

COLUMNS = (text("What comes of it"), text("Before"), text("What if"))
COMPARED = ("postfix", "exim")  # senders that are told beside the chosen one
_FATES = {
    Fate.DELIVERED: text("delivered in this run"),
    Fate.DEFERRED: text("kept by the sender for a later try"),
    Fate.BOUNCED: text("returned to its author"),
}


@dataclass(frozen=True, slots=True)
class Compared:
    """One sender without a what-if and with it."""

    before: Simulation
    after: Simulation


def compared(result: Report, sender: Sender, what_if: WhatIf) -> Compared:
    """Let a sender deliver a message in both."""
    known, seed = result.inspection, result.inspection.plan.seed
    return Compared(
        simulate(known, sender, baseline(what_if), seed), simulate(known, sender, what_if, seed)
    )


def rests_on(result: Report, what_if: WhatIf) -> tuple[object, ...]:
    """Give what the rows of a what-if rest on: while that stays the same, so do they.

    Most events of an inspection are those of probes, which have a part in it only where what was
    probed is supposed.
    """
    known, plan = result.inspection, result.inspection.plan
    heard = (known.facts, known.waiting) if what_if.as_probed else ()
    return result.route, plan.sender, plan.seed, known.running, heard, what_if


def told_by(result: Report, what_if: WhatIf) -> Text:
    """Give the sentence: with the chosen sender and two that most mail comes from."""
    names = dict.fromkeys((result.inspection.plan.sender, *COMPARED))
    both = [compared(result, sender_of(name), what_if) for name in names]
    before, after = ([each.before for each in both], [each.after for each in both])
    return sentence_of(after, result.route, before if what_if.off else ())


def branches_of(result: Report, what_if: WhatIf) -> Iterator[Branch]:
    """One sentence, then shares of mail and of first attempts by host, fates, delays, and notes."""
    yield Branch("sentence", (Cell(told_by(result, what_if), label=text("In short")),), ())
    sender = sender_of(result.inspection.plan.sender)
    both = compared(result, sender, what_if)
    before, after = both.before.chances, both.after.chances
    hosts = tuple(dict.fromkeys(host.name for host in result.route.hosts if host.usable))
    title = text("Who takes the mail of {sender}", sender=sender_words(sender))
    yield _branch("taken", title, _shares(hosts, before.delivered, after.delivered))
    yield _branch("first", text("Who is tried first"), _shares(hosts, before.first, after.first))
    fates = (
        (f"fate {fate.value}", words, before.fates.get(fate, _NONE), after.fates.get(fate, _NONE))
        for fate, words in _FATES.items()
    )
    yield _branch("fates", text("What becomes of mail"), map(_share_leaf, fates))
    delays = (
        ("mean", text("in the mean"), before.mean, after.mean),
        ("worst", text("at most"), before.worst, after.worst),
    )
    yield _branch("delays", text("Time that a try takes"), map(_time_leaf, delays))
    yield from _said(both.after)


_NONE = Fraction(0)


def _branch(key: str, title: Text, leaves: Iterable[Leaf]) -> Branch:
    return Branch(key, (Cell(title, strong=True),), tuple(leaves))


def _shares(
    hosts: Iterable[str], before: Iterable[Share], after: Iterable[Share]
) -> Iterator[Leaf]:
    was, now = _by_host(before), _by_host(after)
    for host in hosts:
        yield _share_leaf((f"{host}", host, was.get(host, _NONE), now.get(host, _NONE)))


def _by_host(shares: Iterable[Share]) -> dict[str, Fraction]:
    found: dict[str, Fraction] = {}
    for each in shares:
        found[each.entry.host] = found.get(each.entry.host, _NONE) + each.share
    return found


def _share_leaf(row: tuple[str, Text | str, Fraction, Fraction]) -> Leaf:
    key, words, was, now = row
    return Leaf(
        key,
        (
            Cell(words),
            Cell(mark(was), muted=True, tip=text("{share} of messages", share=was)),
            Cell(mark(now), strong=was != now, tip=text("{share} of messages", share=now)),
        ),
    )


def _time_leaf(row: tuple[str, Text, float, float]) -> Leaf:
    key, words, was, now = row
    return Leaf(
        key, (Cell(words), Cell(_time(was), muted=True), Cell(_time(now), strong=was != now))
    )


def _time(seconds: float) -> Text:
    """A time that is waited; without a wait a try takes a round trip or two."""
    if seconds == 0:
        return text("no wait")
    return text("{time}", time=timedelta(seconds=seconds))


def _said(simulation: Simulation) -> Iterator[Branch]:
    """What the author of a message would get, and what one must know besides."""
    reply = reply_of(simulation)
    if reply is not None:
        waits = simulation.situation.before is Before.DEFER
        label = text("Why it waits") if waits else text("The author gets")
        yield Branch("reply", (Cell(reply, label=label),), ())
    for at, words in enumerate(notes_of(simulation)):
        label = text("To be known") if at == 0 else text("and")
        yield Branch(f"note {at}", (Cell(words, label=label),), ())
