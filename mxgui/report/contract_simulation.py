"""The JSON of `simulate`, format 1: what scripts read of a simulation.

Seconds are numbers, shares are numbers beside exact fractions, which are null where chances were
sampled. Every key is always there. `first` is of the runs that try any address, so that it adds up
to one if there are such; how many try none, as all hosts that the list is cut to lack an address,
is in `untried`: all of them where the message is decided before any connection.
"""

from __future__ import annotations

from typing import Any

from mxgui.report.contract import saved_head
from mxgui.report.simulated import Place, Simulated
from mxgui.report.values import Value, share
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.simulation import Method
from mxgui.routing.sending.waiting import Waiting
from mxgui.routing.sending.walk import Attempt, Fate


def simulation_value(simulated: Simulated) -> dict[str, Any]:
    """The whole simulation, in the order of the contract."""
    return {**saved_head(simulated.inspection), **simulation_part(simulated)}


def simulation_part(simulated: Simulated) -> dict[str, Any]:
    """The same without what is said of the domain."""
    simulation, say = simulated.simulation, simulated.say
    chances, what_if = simulation.chances, simulated.supposed.what_if
    return {
        "simulated": True,
        "planned": simulated.route.planned,
        "sender": simulation.sender.id,
        "sender_title": simulation.sender.title,
        "sender_version": simulation.sender.version or None,
        "evidence": simulation.sender.evidence.value,
        "seed": simulation.seed,
        "down": list(simulated.supposed.down),
        "as": what_if.own or None,
        "as_probed": what_if.as_probed,
        "backup": simulated.supposed.backup.id if simulated.supposed.backup else None,
        "route": {
            "kind": simulated.route.kind.value,
            "status": simulated.route.answer.status.value,
        },
        "before_connect": simulation.situation.before.value,
        "cause": simulation.situation.cause.value if simulation.situation.cause else None,
        "reply": say(simulated.reply) if simulated.reply else None,
        "method": chances.method.value,
        "samples": chances.samples or None,
        "first": [_place(place, place.of_tried, simulated) for place in simulated.places],
        "untried": _part(1 - chances.tried, simulated),
        "delivered": [_place(place, place.delivered, simulated) for place in simulated.places],
        "attempts": [
            _attempt(at, attempt, simulated)
            for at, attempt in enumerate(simulation.run.attempts, start=1)
        ],
        "fate": simulation.fate.value,
        "fates": {fate.value: str(chances.fates.get(fate, 0)) for fate in Fate},
        "delay_s": {"mean": _seconds(chances.mean), "worst": _seconds(chances.worst)},
        "waiting": [_waiting(waiting) for waiting in simulated.waiting],
        "unheard": list(simulation.situation.unheard),
        "unverified": [
            {"part": one.part, "text": say(one.words)} for one in simulation.sender.unverified
        ],
        "notes": [say(note) for note in simulated.notes],
    }


def outcome_of(attempt: Attempt, *, took: bool) -> str:
    """How an attempt ended: `delivered`, or what happened, as `--down` spells it."""
    if took and attempt.entry.behaviour is Behaviour.TAKES:
        return Fate.DELIVERED.value
    return attempt.entry.behaviour.value


def _place(place: Place, part: Any, simulated: Simulated) -> dict[str, Value]:
    return {
        "preference": place.preference,
        "host": place.host,
        "address": place.address,
        **_part(part, simulated),
    }


def _part(part: Any, simulated: Simulated) -> dict[str, Value]:
    """A part of all, or of some, messages."""
    chances = simulated.simulation.chances
    is_exact = chances.method is Method.EXACT
    return {
        "share": share(part),
        "share_exact": str(part) if is_exact else None,
        "error": round(chances.error, 6),
    }


def _attempt(at: int, attempt: Attempt, simulated: Simulated) -> dict[str, Value]:
    run, entry = simulated.simulation.run, attempt.entry
    took = run.fate is Fate.DELIVERED and at == len(run.attempts)
    return {
        "position": at,
        "preference": entry.preference,
        "host": entry.host,
        "address": entry.address,
        "outcome": outcome_of(attempt, took=took),
        "spent_s": _seconds(attempt.spent),
        "takes_message": took,
    }


def _waiting(waiting: Waiting) -> dict[str, Value]:
    return {
        "outage_s": _number(waiting.length),
        "median_s": _seconds(waiting.median_s),
        "worst_s": _seconds(waiting.worst_s),
        "fate": waiting.fate.value,
        "warned": waiting.warned,
        "total_median_s": _seconds(waiting.total_median_s),
        "total_worst_s": _seconds(waiting.total_worst_s),
        "bounces": str(waiting.bounces),
        "bounces_share": share(waiting.bounces),
    }


def _seconds(seconds: float | None) -> float | None:
    """Seconds to the millisecond."""
    return None if seconds is None else round(float(seconds), 3)


def _number(seconds: float) -> int | float:
    return int(seconds) if float(seconds).is_integer() else seconds
