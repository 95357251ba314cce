"""What the author of a message is told where it comes back, or why it waits from the beginning.

The words are our own; in front of them stands the enhanced status code (RFC 3463, section 3), by
the sender's source where that is known.
"""

from __future__ import annotations

from collections.abc import Mapping

from mxgui.model.text import Text, text
from mxgui.routing.route import Kind, route_of
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.candidates import Lack
from mxgui.routing.sending.enumeration import run_of
from mxgui.routing.sending.sender import NullRule
from mxgui.routing.sending.simulation import Simulation
from mxgui.routing.sending.situation import Before, Cause, Entry
from mxgui.routing.sending.walk import Fate, Run, walk

MOST_SEEDS = 100  # runs that are looked through for one that bounces
MOST_LETTERS = 200  # of what a host said
_CODES: Mapping[Cause, str] = {
    Cause.NULL_MX: "5.1.10",  # RFC 7505, section 4.1
    Cause.NO_DOMAIN: "5.1.2",
    Cause.NO_ADDRESS: "5.1.2",
    Cause.NO_TARGET: "5.4.4",
    Cause.LOOKUP_FAILED: "4.4.3",
    Cause.OWN_BEST: "5.4.6",
    Cause.NO_PRIMARY: "4.4.4",
}


def reply_of(simulation: Simulation) -> Text | None:
    """Give what the author gets of a message that bounces, or of one that is kept before any try.

    Where chance decides, the run of the seed counts if it bounces, else one that does. None if no
    message bounces, or if it is not known yet what becomes of it.
    """
    situation = simulation.situation
    if situation.cause is not None:
        return _decided(simulation, situation.cause)
    run = _bouncing(simulation)
    return None if run is None or run.last is None else _rejected(simulation, run.last)


def _decided(simulation: Simulation, cause: Cause) -> Text | None:
    if cause not in _CODES:
        return None
    code = _code(simulation, cause)
    match cause:
        case Cause.NULL_MX:
            return text("{code} The domain takes no mail, as its MX record says.", code=code)
        case Cause.NO_DOMAIN:
            return text("{code} There is no such domain.", code=code)
        case Cause.NO_ADDRESS:
            return text("{code} The domain has neither a mail host nor an address.", code=code)
        case Cause.NO_TARGET:
            return text("{code} No mail host of the domain has an address to send to.", code=code)
        case Cause.OWN_BEST:
            return text("{code} Mail for the domain leads back to this server itself.", code=code)
        case Cause.NO_PRIMARY:
            return text("{code} The mail hosts before this one have no address now.", code=code)
        case _:
            return text("{code} The mail hosts of the domain could not be looked up.", code=code)


def _code(simulation: Simulation, cause: Cause) -> str:
    """The enhanced status code of what is decided before any connection."""
    if cause is Cause.NO_TARGET and route_of(simulation.inspection).kind is Kind.IMPLICIT:
        cause = Cause.NO_ADDRESS  # what the sender was looking for is the domain's own address
    code = simulation.sender.replies.get(cause.value, _CODES[cause])
    bounces = simulation.situation.before is Before.BOUNCE
    return f"{'5' if bounces else '4'}{code[1:]}"


def _bouncing(simulation: Simulation) -> Run | None:
    """Give a run that ends with a bounce, if there is one."""
    if simulation.run.fate is Fate.BOUNCED:
        return simulation.run
    if not simulation.chances.chance_of(Fate.BOUNCED):
        return None
    situation, sender = simulation.situation, simulation.sender
    runs = (walk(run_of(situation, sender, seed), sender) for seed in range(MOST_SEEDS))
    return next((run for run in runs if run.fate is Fate.BOUNCED), None)


def _rejected(simulation: Simulation, last: Entry) -> Text:
    """What the last host has caused."""
    host = last.host
    if last.lack is not None:
        return _without_address(simulation, last)
    match last.behaviour:
        case Behaviour.REJECTS:
            return text(
                "5.3.2 {host} took no mail and said: {reply}",
                host=host,
                reply=_greeting(simulation, last.address) or "554",
            )
        case Behaviour.RCPT_REJECTS:
            return text("5.1.1 {host} refused the recipient and said: 550", host=host)
        case Behaviour.EHLO_FAILS:
            return text("5.5.1 {host} took neither EHLO nor HELO.", host=host)
        case Behaviour.ITSELF:
            return text("5.4.6 {host} is this server itself: mail would go round.", host=host)
        case _:
            return text("5.0.0 {host} could not be given the message.", host=host)


def _without_address(simulation: Simulation, last: Entry) -> Text:
    takes_word = simulation.sender.lookups.null_rule is NullRule.REACHED
    if last.lack is Lack.NULL and takes_word:
        code = simulation.sender.replies.get(Cause.NULL_MX.value, _CODES[Cause.NULL_MX])
        return text("{code} An MX record of the domain says that it takes no mail.", code=code)
    code = simulation.sender.replies.get(Cause.NO_TARGET.value, _CODES[Cause.NO_TARGET])
    return text("{code} {host} has no address to send to.", code=code, host=last.host)


def _greeting(simulation: Simulation, address: str) -> str:
    """What the host was heard to say, if that is what is supposed; the first line is enough."""
    if not simulation.what_if.as_probed:
        return ""
    probe = simulation.inspection.probe(address)
    if probe is None or probe.greeting is None or not 500 <= probe.greeting.code <= 599:
        return ""
    said = f"{probe.greeting.code} {''.join(probe.greeting.lines[:1])}".strip()
    return said if len(said) <= MOST_LETTERS else f"{said[: MOST_LETTERS - 1]}…"
