"""What a what-if comes to, in one true sentence: at several senders, or in short for a banner.

Every share and every second is computed. A sentence names the senders that it is about, since
others may do something else.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import timedelta

from mxgui.model.text import Text, counted, text
from mxgui.routing.route import Route
from mxgui.routing.sending.fractions import messages, number_of, the_rest
from mxgui.routing.sending.off_words import condition_words
from mxgui.routing.sending.outcome import Outcome, Wait, outcome_of, wait_of
from mxgui.routing.sending.sender import Evidence, Sender
from mxgui.routing.sending.simulation import Simulation
from mxgui.routing.sending.situation import Before, Cause
from mxgui.routing.sending.waiting_words import cause_words

MOST_NAMED = 3  # backups; more of them are counted


def sentence_of(
    simulations: Sequence[Simulation], route: Route, before: Sequence[Simulation] = ()
) -> Text:
    """Tell what comes of the mail of several senders under one what-if, in one sentence.

    `before` are the same senders without the what-if, so that it is told if nothing changes.
    """
    head = condition_words(simulations[0].what_if, route)
    ordered = sorted(simulations, key=_is_standard)
    groups: dict[Hashable, list[Simulation]] = {}
    for each in ordered:
        groups.setdefault(outcome_of(each).told, []).append(each)
    alone = len(groups) == 1
    told = _joined([_clause(group, alone=alone) for group in groups.values()])
    if [*map(outcome_of, simulations)] == [*map(outcome_of, before)]:
        return text("{head}, nothing changes: {told}.", head=head, told=told)
    # Translators: what is supposed, as “With mx1 silent”, and what comes of it
    return text("{head}, {told}.", head=head, told=told)


def _is_standard(simulation: Simulation) -> bool:
    """Whether it is of no program: what reads better at the end of a list."""
    return simulation.sender.evidence is Evidence.STANDARD


def sender_words(sender: Sender) -> Text:
    """A sender within a sentence."""
    if sender.evidence is Evidence.STANDARD:
        return text("a sender by {title}", title=sender.title)
    return text("{title}", title=sender.title)


def wait_words(wait: Wait) -> Text:
    """How long a message waits, from the shortest to the longest."""
    least, most = timedelta(seconds=wait.least), timedelta(seconds=wait.most)
    span = text("{time}", time=most)
    if str(text("{time}", time=least)) != str(span):
        span = text("{least} to {most}", least=least, most=most)
    return text("{time} (assumed)", time=span) if wait.is_assumed else span


def _clause(group: Sequence[Simulation], *, alone: bool) -> Text:
    outcome = outcome_of(group[0])
    names = tuple(sender_words(each.sender) for each in group)
    if outcome.before is not Before.TRY and outcome.cause is not None:
        why = cause_words(outcome.cause)
        if outcome.cause is Cause.OPEN:
            return text("nothing can be told of {names} yet: {why}", names=names, why=why)
        if outcome.before is Before.BOUNCE:
            return text("mail bounces at {names}: {why}", names=names, why=why)
        return text("mail queues at {names}: {why}", names=names, why=why)
    told = _fate_clause(outcome, group, names, alone=alone)
    for more in _more(outcome):
        told = text("{told}, and {more}", told=told, more=more)
    return told


def _fate_clause(
    outcome: Outcome, group: Sequence[Simulation], names: tuple[Text, ...], *, alone: bool
) -> Text:
    if outcome.delivered == 1:
        return _delay_clause(outcome, group, names, alone=alone)
    if outcome.deferred == 1:
        return text("mail queues at {names}", names=names)
    if outcome.bounced == 1:
        return text("mail bounces at {names}", names=names)
    return text(
        "{parts} at {names}, and the rest {fate}",
        parts=tuple(_lost_parts(outcome)),
        names=names,
        fate=text("is delivered") if outcome.delivered else text("queues"),
    )


def _lost_parts(outcome: Outcome) -> Iterator[Text]:
    """The parts of the mail that are not delivered; without any that is, what bounces of it."""
    if outcome.bounced:
        yield bounce_words(outcome)
    if outcome.deferred and outcome.delivered:
        yield queue_words(outcome)


def bounce_words(outcome: Outcome) -> Text:
    """The part of the mail that bounces, with its verb."""
    share = outcome.bounced
    return counted(
        "{part} bounces", "{part} bounce", number_of(share), part=_part(outcome, messages(share))
    )


def queue_words(outcome: Outcome) -> Text:
    """The part of the mail that queues, with its verb."""
    share = outcome.deferred
    return counted(
        "{part} queues", "{part} queue", number_of(share), part=_part(outcome, messages(share))
    )


def _part(outcome: Outcome, part: Text) -> Text:
    """A part of the mail, which is about so large where it was sampled."""
    return text("about {part}", part=part) if outcome.is_sampled else part


def _delay_clause(
    outcome: Outcome, group: Sequence[Simulation], names: tuple[Text, ...], *, alone: bool
) -> Text:
    if outcome.prompt == 1:
        return text("no message is delayed at {names}", names=names)
    waits = _waits(each for each in map(wait_of, group) if each is not None)
    if outcome.prompt == 0:
        return text("every message waits {waits}", waits=waits)
    share, rest = outcome.prompt, the_rest(outcome.prompt)
    prompt = counted(
        "{part} is not delayed",
        "{part} are not delayed",
        number_of(share),
        part=_part(outcome, messages(share)),
    )
    left = counted(
        "{rest} waits {waits}",
        "{rest} wait {waits}",
        1 if number_of(1 - share) == 1 else 2,
        rest=rest,
        waits=waits,
    )
    if alone:
        return text("{prompt}; {left}", prompt=prompt, left=left)
    return text("{prompt} and {left}", prompt=prompt, left=left)


def _waits(waits: Iterable[Wait]) -> Text:
    """How long messages wait at each sender; those that remember for all messages come last."""
    told = tuple(waits)
    plain = tuple(_wait_at(each) for each in told if not each.sender.memory.by_host)
    first_only = tuple(_wait_at(each) for each in told if each.sender.memory.by_host)
    if not first_only:
        return text("{waits}", waits=plain)
    last = text("{waits}, where only the first message pays", waits=first_only)
    return text("{waits}, {last}", waits=plain, last=last) if plain else last


def _wait_at(wait: Wait) -> Text:
    return text("{time} at {sender}", time=wait_words(wait), sender=sender_words(wait.sender))


def _more(outcome: Outcome) -> Iterator[Text]:
    """Where mail goes that does not go its usual way."""
    share = outcome.to_worse
    if share:
        part = text("all mail") if share == 1 else messages(share)
        stores = counted(
            "which only stores it if it is a mere relay",
            "which only store it if they are mere relays",
            len(outcome.worse),
        )
        yield counted(
            "{part} goes to {hosts}, {stores}",
            "{part} go to {hosts}, {stores}",
            1 if share == 1 else number_of(share),
            part=_part(outcome, part),
            hosts=_few(outcome.worse),
            stores=stores,
        )
    if outcome.clear:
        yield clear_words(outcome)


def _few(hosts: tuple[str, ...]) -> tuple[str, ...] | Text:
    """Hosts of a worse preference, unless they are too many to be named."""
    if len(hosts) <= MOST_NAMED:
        return hosts
    return counted("{n} host of a worse preference", "{n} hosts of a worse preference", len(hosts))


def clear_words(outcome: Outcome) -> Text:
    """The part of the mail that is sent without encryption, where that fails."""
    share = outcome.clear
    return counted(
        "{part} goes in the clear",
        "{part} go in the clear",
        1 if share == 1 else number_of(share),
        part=_part(outcome, text("all mail") if share == 1 else messages(share)),
    )


def _joined(clauses: Sequence[Text]) -> Text:
    """Clauses one after the other."""
    told = clauses[0]
    for clause in clauses[1:]:
        told = text("{told}; {more}", told=told, more=clause)
    return told
