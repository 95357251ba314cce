"""What an outage makes of mail, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from mxgui.model.text import Text, counted, text
from mxgui.routing.sending.course import Happens, course_of
from mxgui.routing.sending.fractions import percent
from mxgui.routing.sending.sender import Sender
from mxgui.routing.sending.situation import Cause
from mxgui.routing.sending.waiting import Waiting, widest_gap

NOT_TOLD = text("Senders are not told when a host is back: each waits for its own next try.")
_CAUSES = {
    Cause.NULL_MX: text("the domain says that it takes no mail"),
    Cause.NO_DOMAIN: text("the domain does not exist"),
    Cause.NO_ADDRESS: text("the domain has neither MX records nor an address"),
    Cause.NO_TARGET: text("no exchange has an address that can be used"),
    Cause.LOOKUP_FAILED: text("DNS gave no answer"),
    Cause.OWN_BEST: text("the sender is itself the best exchange"),
    Cause.NO_PRIMARY: text("none of the exchanges better than the sender has an address"),
    Cause.OPEN: text("not everything has been looked up yet"),
}


def span(seconds: float) -> timedelta:
    """Give seconds as what a sentence writes as a duration."""
    return timedelta(seconds=seconds)


def cause_words(cause: Cause) -> Text:
    """Say why a message is decided before any connection, as part of a sentence."""
    return _CAUSES[cause]


def waiting_sentences(waiting: Waiting) -> tuple[Text, ...]:
    """Say what an outage makes of the mail of one kind of sender, and why."""
    if waiting.length <= 0:
        return (text("An outage that lasts no time delays nothing."),)
    if waiting.cause is not None:
        return (_whatever(waiting, waiting.cause),)
    if waiting.odds.taken == 1:
        return (_not_delayed(waiting),)
    return tuple(_sentences(waiting))


def sentences_of_all(waitings: Sequence[Waiting]) -> Iterator[Text]:
    """Say what several outages make of mail: what holds for all of them first, else for which."""
    lengths: dict[Text, list[float]] = {}
    for waiting in waitings:
        for sentence in waiting_sentences(waiting):
            lengths.setdefault(sentence, []).append(waiting.length)
    yield from (sentence for sentence, own in lengths.items() if len(own) == len(waitings))
    for sentence, own in lengths.items():
        if len(own) < len(waitings):
            after = tuple(text("{length}", length=span(length)) for length in own)
            yield text("{lengths}: {sentence}", lengths=after, sentence=sentence)


def gap_sentence(sender: Sender) -> Text:
    """Say how far apart a sender's tries are, and when it gives up."""
    queue = sender.queue
    return text(
        "{sender} leaves up to {gap} between two tries and gives a message up after {lifetime}.",
        sender=sender.title,
        gap=span(widest_gap(queue)),
        lifetime=span(queue.given_up()),
    )


def _whatever(waiting: Waiting, cause: Cause) -> Text:
    name = waiting.sender.title
    if waiting.odds.bounced:
        return text(
            "At {sender} mail bounces at once, outage or not: {why}.",
            sender=name,
            why=cause_words(cause),
        )
    if waiting.freezes:
        return text(
            "At {sender} mail is frozen, outage or not, and waits for the administrator: {why}.",
            sender=name,
            why=cause_words(cause),
        )
    return text(
        "At {sender} mail queues and bounces after {lifetime}, outage or not: {why}.",
        sender=name,
        lifetime=span(waiting.sender.queue.given_up()),
        why=cause_words(cause),
    )


def _not_delayed(waiting: Waiting) -> Text:
    if waiting.odds.takes:
        return text(
            "At {sender} nothing queues: another host takes the message in the same run, "
            "after up to {spent}.",
            sender=waiting.sender.title,
            spent=span(waiting.odds.takes),
        )
    return text(
        "At {sender} nothing queues: a host takes the message in the same run.",
        sender=waiting.sender.title,
    )


def _sentences(waiting: Waiting) -> Iterator[Text]:
    odds, backup = waiting.odds, waiting.backup
    if waiting.unseen is not None:
        why = cause_words(waiting.unseen)
        yield text("What is not known is taken to end with the outage: {why}.", why=why)
    yield from _runs(waiting)
    if backup is not None:
        yield _backup(waiting, backup)
    yield NOT_TOLD
    keeper = backup if backup is not None and odds.relayed else waiting.sender
    yield gap_sentence(keeper)
    if keeper.queue.of_host and (keeper is backup or odds.never):
        yield text("All mail waits for the next try of the host, not each message for its own.")
    elif keeper.queue.of_host:
        yield text("Here each message is taken to be tried at its own times, not at the host's.")
    if odds.bounced == 0 and waiting.outlasted:
        yield _given_up(waiting, keeper)
    yield from _after(waiting)
    if waiting.warned:
        yield from _warned(waiting)


def _runs(waiting: Waiting) -> Iterator[Text]:
    """How runs end during the outage, where not all of them fail."""
    odds = waiting.odds
    if odds.bounced:
        yield _bounces_at_once(waiting)
    elif odds.fails and odds.again.taken == 1:
        yield text(
            "{sender} delivers a message that has waited even during the outage.",
            sender=waiting.sender.title,
        )
    elif 0 < odds.fails < 1:
        yield text(
            "At {sender} {share} of the runs fail and are tried again; the others get through.",
            sender=waiting.sender.title,
            share=percent(odds.fails),
        )


def _after(waiting: Waiting) -> Iterator[Text]:
    """How runs end once the outage is over, where not all of them get through."""
    name, after = waiting.sender.title, waiting.after
    if after.bounced:
        share = percent(after.bounced)
        yield text(
            "At {sender} {share} of the runs bounce once the outage is over, as before it began.",
            sender=name,
            share=share,
        )
    if after.fails:
        share = percent(after.fails)
        yield text(
            "At {sender} {share} of the runs fail once the outage is over, as before it began.",
            sender=name,
            share=share,
        )


def _bounces_at_once(waiting: Waiting) -> Text:
    return text(
        "At {sender} {share} of the runs bounce at once during the outage.",
        sender=waiting.sender.title,
        share=percent(waiting.odds.bounced),
    )


def _backup(waiting: Waiting, backup: Sender) -> Text:
    relayed = waiting.odds.relayed
    if not relayed:
        return text(
            "{sender} never comes to the backup in a run: its mail waits in its own queue.",
            sender=waiting.sender.title,
        )
    if relayed < 1:
        return text(
            "The backup takes the message in {share} of the runs; from then on it waits there, "
            "as at {backup}, and its author sees it as sent.",
            share=percent(relayed),
            backup=backup.title,
        )
    return text(
        "The backup takes the message in the first run, and its author sees it as sent; it waits "
        "there as at {backup}, and warnings and bounces come from there.",
        backup=backup.title,
    )


def _given_up(waiting: Waiting, keeper: Sender) -> Text:
    if waiting.outlasted == 1:
        return text(
            "The outage outlasts {sender}: all messages bounce, the first after {lifetime}.",
            sender=keeper.title,
            lifetime=span(keeper.queue.given_up()),
        )
    if keeper.queue.of_host:
        return text(
            "The outage outlasts {sender}: {share} of the messages bounce, the first after "
            "{lifetime}.",
            sender=keeper.title,
            share=percent(waiting.outlasted),
            lifetime=span(keeper.queue.given_up()),
        )
    return text(
        "The outage outlasts {sender}: {share} of the messages bounce, each after {lifetime}.",
        sender=keeper.title,
        share=percent(waiting.outlasted),
        lifetime=span(keeper.queue.given_up()),
    )


def _warned(waiting: Waiting) -> Iterator[Text]:
    moments = course_of(waiting).moments
    warnings = (each.at for each in moments if each.what is Happens.WARNED)
    times = tuple(text("{after}", after=span(at)) for at in warnings)
    if times:
        yield counted(
            "The author of a message from the start is told of the delay after {times}.",
            "The author of a message from the start is told {n} times of the delay: after {times}.",
            len(times),
            times=times,
        )
