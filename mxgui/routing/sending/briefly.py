"""The short words of a what-if for a banner: what is supposed, where mail flows, what waits."""

from __future__ import annotations

from fractions import Fraction

from mxgui.model.text import Text, counted, text
from mxgui.routing.route import Route
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.fractions import each, mark, messages, number_of
from mxgui.routing.sending.off_words import short_name, state_words
from mxgui.routing.sending.outcome import Outcome, outcome_of, wait_of
from mxgui.routing.sending.replies import reply_of
from mxgui.routing.sending.simulation import Simulation
from mxgui.routing.sending.situation import Before, Cause
from mxgui.routing.sending.telling import (
    bounce_words,
    clear_words,
    queue_words,
    wait_words,
)
from mxgui.routing.sending.waiting_words import cause_words

MOST_NAMED = 4  # hosts that take mail; more of them are counted


def banner_of(simulation: Simulation, route: Route) -> Text:
    """Tell a what-if in a line that cannot be taken for a measurement."""
    told = text(
        "Simulation: {state}. Not measured. {result}.",
        state=state_words(simulation.what_if, route),
        result=result_of(simulation, route),
    )
    reply = reply_of(simulation)
    if reply is None or not outcome_of(simulation).bounced:
        return told
    return text("{told} Its author gets: {reply}", told=told, reply=reply)


def result_of(simulation: Simulation, route: Route) -> Text:
    """Tell where mail goes with one sender, and how much of it waits."""
    outcome = outcome_of(simulation)
    if outcome.before is not Before.TRY and outcome.cause is not None:
        why = cause_words(outcome.cause)
        if outcome.cause is Cause.OPEN:
            return text("Nothing can be told yet: {why}", why=why)
        if outcome.before is Before.BOUNCE:
            return text("Mail bounces: {why}", why=why)
        return text("Mail queues: {why}", why=why)
    if outcome.delivered == 0:
        return _nobody(outcome, simulation)
    flow, lost = _flow(outcome, route), _lost(outcome)
    rest = lost or _wait(outcome, simulation)
    if outcome.clear:
        return text("{flow}; {rest}, {clear}", flow=flow, rest=rest, clear=clear_words(outcome))
    return text("{flow}; {rest}", flow=flow, rest=rest)


def _nobody(outcome: Outcome, simulation: Simulation) -> Text:
    takes = any(each.behaviour is Behaviour.TAKES for each in simulation.situation.entries)
    if outcome.deferred == 1:
        if takes:
            return text("Mail queues: the sender stops before it comes to a host that takes it")
        return text("Mail queues: no host takes it")
    if outcome.bounced == 1:
        if takes:
            return text("Mail bounces: the sender stops before it comes to a host that takes it")
        return text("Mail bounces: no host takes it")
    return text("No host takes mail: {part}, the rest queues", part=bounce_words(outcome))


def _lost(outcome: Outcome) -> Text | None:
    """What becomes of the mail that no host takes."""
    if outcome.deferred and outcome.bounced:
        return text("{one}, {other}", one=queue_words(outcome), other=bounce_words(outcome))
    if outcome.bounced:
        return bounce_words(outcome)
    return queue_words(outcome) if outcome.deferred else None


def _flow(outcome: Outcome, route: Route) -> Text:
    """Which hosts take mail."""
    takers = outcome.takers
    names = tuple(short_name(route, host) for host, _ in takers)
    if len(takers) > MOST_NAMED:
        return counted("Mail flows to {n} host", "Mail flows to {n} hosts", len(takers))
    if len(takers) == 1:
        if outcome.delivered != 1:
            return text("Mail flows to {host}", host=names[0])
        if outcome.worse:
            return text("All mail goes to the backup host {host}", host=outcome.worse[0])
        return text("All mail goes to {host}", host=names[0])
    shares = {share for _, share in takers}
    if len(shares) == 1 and outcome.delivered == 1:
        return text("Mail flows to {hosts}, {each}", hosts=names, each=each(shares.pop()))
    parts = tuple(
        text("{host} ({share})", host=name, share=mark(share))
        for name, (_, share) in zip(names, takers, strict=True)
    )
    return text("Mail flows to {hosts}", hosts=parts)


def _wait(outcome: Outcome, simulation: Simulation) -> Text:
    """How many messages are held up by an attempt that leads nowhere."""
    wait = wait_of(simulation)
    if wait is None:
        return text("no message waits")
    if outcome.prompt == 0:
        return text("every message waits first, {time}", time=wait_words(wait))
    waiting: Fraction = 1 - outcome.prompt
    return counted(
        "{part} waits first", "{part} wait first", number_of(waiting), part=messages(waiting)
    )
