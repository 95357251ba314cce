"""Senders side by side as rows: what each does, where it differs, and why; no Qt here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from fractions import Fraction

from mxgui.model.text import Text, counted, text
from mxgui.report.marks import Shape
from mxgui.routing.route import Route
from mxgui.routing.sending.fractions import mark
from mxgui.routing.sending.matrix import Facet, Row, Seen
from mxgui.routing.sending.off_words import short_name
from mxgui.routing.sending.sender import Sender
from mxgui.routing.sending.sender_words import name_of
from mxgui.routing.sending.situation import Before
from mxgui.routing.sending.waiting_words import cause_words
from mxgui.routing.sending.walk import Fate
from mxgui.routing.shapes import Tone
from mxgui.ui.cell import Branch, Cell, Leaf
from mxgui.ui.looks import Look

COLUMNS = (
    text("Sender"),
    text("First choice"),
    text("Tries"),
    text("If all refuse"),
    text("Mail"),
    text("Delay"),
    text("Why"),
)
DIFFERS = Look(Shape.BANG, text("Differs"), Tone.WARN)
_CHOSEN = Look(Shape.CHECK, text("Chosen sender"), Tone.RUNNING)
_MOST_HOSTS = 3  # that are named in one cell
_FATES = {
    Fate.DELIVERED: text("delivered"),
    Fate.DEFERRED: text("queues"),
    Fate.BOUNCED: text("bounces"),
}
_FACETS = {
    Facet.FIRST: text("first choice"),
    Facet.TRIES: text("tries"),
    Facet.REACH: text("reach"),
    Facet.FATE: text("mail"),
    Facet.DELAY: text("delay"),
}


def branches_of(rows: Sequence[Row], route: Route, chosen: str) -> tuple[Branch, ...]:
    """The sender that the others are held against, those that differ, and those that do not."""
    if not rows:
        return ()
    first, *others = rows
    differ = [row for row in others if row.differs]
    same = [row for row in others if not row.differs]
    groups = (
        (
            "differ",
            counted("{n} sender does otherwise", "{n} senders do otherwise", len(differ)),
            differ,
        ),
        ("same", counted("{n} sender does the same", "{n} senders do the same", len(same)), same),
    )
    top = leaf_of(first, route, chosen)
    standard = (*top.cells[:-1], Cell(text("the others are held against it"), muted=True))
    return (
        Branch(top.key, standard, top.leaves, is_quiet=True),
        *(
            Branch(key, (Cell(title, strong=True),), _leaves(found, route, chosen))
            for key, title, found in groups
            if found
        ),
    )


def _leaves(rows: Iterable[Row], route: Route, chosen: str) -> tuple[Leaf, ...]:
    return tuple(leaf_of(row, route, chosen) for row in rows)


def leaf_of(row: Row, route: Route, chosen: str) -> Leaf:
    """One sender, and what unfolds below it."""
    sender, seen = row.sender, row.seen
    is_chosen = sender.id == chosen
    look = _CHOSEN if is_chosen else None
    about = text("{name}: {about}", name=name_of(sender), about=sender.about)
    cells = (
        Cell(sender.title, look, tip=about, strong=is_chosen),
        _cell(row, Facet.FIRST, first_words(seen, route), first_tip(seen)),
        _cell(row, Facet.TRIES, range_words(seen.tries) if _is_tried(seen) else "—"),
        _cell(row, Facet.REACH, reach_words(seen) if _is_tried(seen) else "—"),
        _cell(row, Facet.FATE, fate_words(seen)),
        _cell(row, Facet.DELAY, delay_words(seen)),
        Cell(why_words(row), muted=not row.differs),
    )
    return Leaf(sender.id, cells, tuple(_paragraphs(row)))


def _cell(row: Row, facet: Facet, words: Text | str, tip: Text | str = "") -> Cell:
    differs = facet in row.differs
    return Cell(words, DIFFERS if differs else None, tip=tip, strong=differs)


def _is_tried(seen: Seen) -> bool:
    return seen.before is Before.TRY


def first_words(seen: Seen, route: Route) -> Text | str:
    """Which hosts are tried first, each with its share."""
    if not seen.first:
        return "—"
    hosts = _by_host(seen)
    shares = set(hosts.values())
    if len(hosts) > _MOST_HOSTS:
        (least, most) = min(shares), max(shares)
        words = (
            counted(
                "{n} host, {share} each", "{n} hosts, {share} each", len(hosts), share=mark(most)
            )
            if least == most
            else counted(
                "{n} host, {least} to {most}",
                "{n} hosts, {least} to {most}",
                len(hosts),
                least=mark(least),
                most=mark(most),
            )
        )
    else:
        named = (
            text("{host} {share}", host=short_name(route, host), share=mark(share))
            if len(hosts) > 1
            else text("{host}", host=short_name(route, host))
            for host, share in hosts.items()
        )
        words = text("{hosts}", hosts=tuple(named))
    return _with_families(words, seen, route)


def first_tip(seen: Seen) -> Text | str:
    """The exact share of each host and family."""
    told = tuple(
        text("{host} over IPv{family}: {share}", host=host, family=family, share=share)
        for (host, family), share in seen.first.items()
    )
    return text("{shares}", shares=told) if told else ""


def _by_host(seen: Seen) -> dict[str, Fraction]:
    found: dict[str, Fraction] = {}
    for (host, _), share in seen.first.items():
        found[host] = found.get(host, Fraction(0)) + share
    return found


def _with_families(words: Text, seen: Seen, route: Route) -> Text:
    """The same with the families of the addresses, where the route has both."""
    listed = {each.family for host in route.hosts for each in host.addresses}
    if len(listed) < 2:
        return words
    six = sum((share for (_, family), share in seen.first.items() if family == 6), Fraction(0))
    if six == 1:
        return text("{hosts}; IPv6", hosts=words)
    if six == 0:
        return text("{hosts}; IPv4", hosts=words)
    return text("{hosts}; IPv6 {share}", hosts=words, share=mark(six))


def range_words(counts: tuple[int, int]) -> Text:
    """The fewest and the most."""
    least, most = counts
    if least == most:
        return text("{n}", n=least)
    return text("{least} to {most}", least=least, most=most)


def reach_words(seen: Seen) -> Text:
    """How many addresses are tried of how many, and which preferences never."""
    words = text("{n} of {all}", n=range_words(seen.reach), all=seen.all)
    if not seen.never:
        return words
    never = tuple(text("{n}", n=each) for each in seen.never)
    return text("{tried}, never {preferences}", tried=words, preferences=never)


def fate_words(seen: Seen) -> Text:
    """What becomes of the mail, with the share of each fate."""
    told = [(_FATES[fate], share) for fate, share in seen.fates.items()]
    if len(told) == 1:
        return told[0][0]
    parts = (text("{fate} {share}", fate=fate, share=mark(share)) for fate, share in told)
    return text("{fates}", fates=tuple(parts))


def delay_words(seen: Seen) -> Text | str:
    """How long a run takes, in the mean and at most."""
    if not _is_tried(seen):
        return "—"
    if seen.worst < 1:
        return text("none")
    worst = timedelta(seconds=seen.worst)
    if seen.worst - seen.mean < 1:
        return text("{time}", time=worst)
    return text("{mean}, up to {worst}", mean=timedelta(seconds=seen.mean), worst=worst)


def why_words(row: Row) -> Text | str:
    """All reasons in one line."""
    if not row.differs:
        return text("no difference here")
    first, *others = (why.words for why in row.reasons)
    for words in others:
        # Translators: which host is tried first, and which then
        first = text("{first} {next}", first=first, next=words)
    return first


def _paragraphs(row: Row) -> Iterator[Leaf]:
    sender, seen = row.sender, row.seen
    for at, why in enumerate(row.reasons):
        facets = tuple(_FACETS[facet] for facet in Facet if facet in why.facets)
        label = text("Why: {facets}", facets=facets)
        yield Leaf(f"{sender.id} why {at}", (Cell(why.words, label=label),))
    if seen.cause is not None:
        words = text("Decided before any connection: {why}.", why=cause_words(seen.cause))
        yield Leaf(f"{sender.id} cause", (Cell(words, label=text("Mail")),))
    about = text("{name}: {about}", name=name_of(sender), about=sender.about)
    yield Leaf(f"{sender.id} about", (Cell(about, label=text("In short")),))
    sources = text("{sources}", sources=sender.sources)
    yield Leaf(f"{sender.id} sources", (Cell(sources, label=text("Sources")),))
    for at, each in enumerate(_doubts(sender)):
        yield Leaf(f"{sender.id} doubt {at}", (Cell(each, label=text("Not verified")),))
    if seen.error:
        words = text("Shares are sampled: each is off by {error} at most.", error=mark(_of(seen)))
        yield Leaf(f"{sender.id} error", (Cell(words, label=text("Method")),))


def _of(seen: Seen) -> Fraction:
    return Fraction(seen.error).limit_denominator(1000)


def _doubts(sender: Sender) -> Iterable[Text]:
    return (each.words for each in sender.unverified)


def counts_words(rows: Sequence[Row], total: int) -> Text:
    """How many are compared, and how many differ."""
    if len(rows) < total:
        return text("{n} of {total} compared", n=len(rows), total=total)
    differ = sum(bool(row.differs) for row in rows)
    if not differ:
        return text("All do the same with these records.")
    return counted(
        "{n} does otherwise than {first}.",
        "{n} do otherwise than {first}.",
        differ,
        first=rows[0].sender.title,
    )
