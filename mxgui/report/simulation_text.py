"""A simulation as plain text for a terminal, in 80 columns; its first line says what it is.

Shares are told in per cent and, where they are exact, as fractions.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from mxgui.model.text import Text, text
from mxgui.report.columns import NOTHING, columns, labelled
from mxgui.report.outage_text import outage_lines
from mxgui.report.plain import NARROW, wrapped
from mxgui.report.sections import caveats_of
from mxgui.report.simulated import Place, Simulated
from mxgui.routing.sending.fractions import percent
from mxgui.routing.sending.off_words import state_words
from mxgui.routing.sending.outcome import NO_DELAY
from mxgui.routing.sending.sender_words import BEHAVIOURS, name_of
from mxgui.routing.sending.simulation import Method, Simulation
from mxgui.routing.sending.situation import Before
from mxgui.routing.sending.telling import sentence_of
from mxgui.routing.sending.waiting_words import span
from mxgui.routing.sending.walk import Attempt, Fate

FATES = {
    Fate.DELIVERED: text("delivered"),
    Fate.DEFERRED: text("queues"),
    Fate.BOUNCED: text("bounces"),
}


def simulation_lines(simulated: Simulated) -> Iterator[str]:
    """Tell a whole simulation."""
    parts = (_head, _places, _fates, _run, outage_lines, _notes, _doubts)
    blocks = (list(part(simulated)) for part in parts)
    for at, block in enumerate(block for block in blocks if block):
        if at:
            yield ""
        yield from block


def _head(simulated: Simulated) -> Iterator[str]:
    say, simulation = simulated.say, simulated.simulation
    title = text(
        "Simulation, not measured: {sender} sends to {domain}",
        sender=name_of(simulation.sender),
        domain=simulated.inspection.entry.domain.unicode,
    )
    yield from wrapped(say(title), width=NARROW)
    yield from wrapped(say(supposed_words(simulated)), width=NARROW)
    for words in caveats_of(simulated.inspection):
        yield from wrapped(say(words), 0, 0, NARROW)
    yield ""
    sentence = sentence_of([simulation], simulated.route)
    yield from wrapped(say(sentence), 0, 0, NARROW)
    if simulated.reply is not None:
        yield from wrapped(say(_reply(simulated, simulated.reply)), width=NARROW)


def _reply(simulated: Simulated, reply: Text) -> Text:
    """What the author gets, or what the queue notes of a message that waits."""
    bounced = simulated.simulation.chances.chance_of(Fate.BOUNCED)
    if not bounced:
        return text("It waits with: {reply}", reply=reply)
    if bounced < 1:
        return text("Where it bounces, its author gets: {reply}", reply=reply)
    return text("Its author gets: {reply}", reply=reply)


def supposed_words(simulated: Simulated) -> Text:
    """What is other than the records say."""
    what_if = simulated.supposed.what_if
    if not what_if:
        return text("Supposed: every address takes mail")
    words = text("Supposed: {state}", state=state_words(what_if, simulated.route))
    if not what_if.as_probed:
        return words
    return text("{words} ({at})", words=words, at=simulated.inspection.began)


def _places(simulated: Simulated) -> Iterator[str]:
    """Who is tried first, and who takes the message."""
    say = simulated.say
    if not simulated.places:
        return
    yield say(text("Who gets it"))
    heads = (text("Pref"), text("Tried first"), text("Takes it"), text("Address"), text("Host"))
    best = min(place.preference for place in simulated.places)
    above = _counted_above(simulated)
    rows = [tuple(map(say, heads))]
    rows += [_place_cells(place, best, above, simulated) for place in simulated.places]
    yield from columns(rows, rights=(0,))


def _fates(simulated: Simulated) -> Iterator[str]:
    """What becomes of messages, and how long a run takes."""
    say, chances = simulated.say, simulated.simulation.chances
    if simulated.simulation.situation.before is not Before.TRY:
        return
    shares = [
        (say(FATES[fate]).capitalize(), _share(chances.fates.get(fate, Fraction(0)), simulated))
        for fate in Fate
    ]
    mean, worst = span(chances.mean), span(chances.worst)
    delay = text("{mean} in the mean, {worst} at the worst", mean=mean, worst=worst)
    if chances.worst < NO_DELAY:
        delay = text("nothing holds it up")
    yield say(text("What becomes of a message in its first run"))
    yield from labelled([*shares, (say(text("Time")), say(delay))], NARROW)


def _place_cells(
    place: Place, best: int, above: set[tuple[int, str]], simulated: Simulated
) -> tuple[str, ...]:
    later = place.preference > best and not place.first
    first = simulated.say(text("after failure")) if later else _share(place.first, simulated)
    if later and (place.preference, place.address) in above:
        first = simulated.say(text("once, above"))
    delivered = _share(place.delivered, simulated)
    return str(place.preference), first, delivered, place.address, place.host


def _counted_above(simulated: Simulated) -> set[tuple[int, str]]:
    """Preference and address of what has a better place too, where each address counts once."""
    best: dict[str, int] = {}
    for place in simulated.places:  # best preference first
        best.setdefault(place.address, place.preference)
    pairs = {(place.preference, place.address) for place in simulated.places}
    is_once = simulated.sender.lookups.same_address_once
    return {pair for pair in pairs if is_once and pair[0] > best[pair[1]]}


def _share(part: Fraction, simulated: Simulated) -> str:
    """A share in per cent, with the fraction behind it where it is exact and says more."""
    told = simulated.say(percent(part))
    is_exact = simulated.simulation.chances.method is Method.EXACT
    return (
        f"{told} ({part})"
        if is_exact and part not in (0, 1) and part.denominator < 10_000
        else told
    )


def _run(simulated: Simulated) -> Iterator[str]:
    """The attempts of the one run."""
    say, simulation = simulated.say, simulated.simulation
    if not simulated.places:
        return
    yield say(text("One run (seed {seed})", seed=simulation.seed))
    attempts = simulation.run.attempts
    rows = [_attempt_cells(at, each, simulated) for at, each in enumerate(attempts, start=1)]
    yield from columns(rows, rights=(0, 1, 4))
    yield from wrapped(say(_end(simulation)), 2, 2, NARROW)


def _end(simulation: Simulation) -> Text:
    """How the run ended, and after how long."""
    spent = text("after {spent}", spent=span(simulation.run.spent))
    if simulation.run.spent < NO_DELAY:
        spent = text("at once")
    match simulation.fate:
        case Fate.DELIVERED:
            return text("Delivered {spent}.", spent=spent)
        case Fate.DEFERRED:
            return text("It queues {spent}: nobody took it.", spent=spent)
        case Fate.BOUNCED:
            return text("It bounces {spent}.", spent=spent)


def _attempt_cells(at: int, attempt: Attempt, simulated: Simulated) -> tuple[str, ...]:
    say, entry = simulated.say, attempt.entry
    return (
        str(at),
        str(entry.preference),
        entry.address,
        say(BEHAVIOURS[entry.behaviour]),
        say(text("{spent}", spent=span(attempt.spent))) if attempt.spent else NOTHING,
        entry.host,
    )


def _notes(simulated: Simulated) -> Iterator[str]:
    if simulated.notes:
        yield simulated.say(text("Notes"))
    for note in simulated.notes:
        yield from wrapped(simulated.say(note), 2, 2, NARROW)


def _doubts(simulated: Simulated) -> Iterator[str]:
    """What no source settles of this sender."""
    sender, say = simulated.sender, simulated.say
    if sender.unverified:
        yield say(text("Not verified of {sender}", sender=sender.title))
    for doubt in sender.unverified:
        yield from wrapped(say(doubt.words), 2, 2, NARROW)
