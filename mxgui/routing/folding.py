"""What a folded tier says in one line: its hosts and addresses, and how these stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from mxgui.model.text import Text, counted, text
from mxgui.routing.cards import HostPlan
from mxgui.routing.reach import State
from mxgui.routing.shapes import Folded, Tone

_WORST_FIRST = (Tone.FAIL, Tone.WARN, Tone.RUNNING, Tone.IDLE, Tone.OK)


def folded(hosts: Sequence[HostPlan]) -> Folded:
    """Put these hosts away: what is left to be said of them."""
    addresses = {own.address: state for plan in hosts for own, (state, _) in plan.rows}
    states = Counter(addresses.values())
    tones = {plan.tone for plan in hosts}
    tone = next((tone for tone in _WORST_FIRST if tone in tones), Tone.PLAIN)
    names = tuple((plan.key, plan.host.name) for plan in hosts)
    return Folded(names, _words(len(hosts), len(addresses), tuple(_counts(states))), tone)


def _words(hosts: int, addresses: int, counts: tuple[Text, ...]) -> Text:
    known = text(
        "{hosts}, {addresses}",
        hosts=counted("{n} host", "{n} hosts", hosts),
        addresses=counted("{n} address", "{n} addresses", addresses)
        if addresses
        else text("no address"),
    )
    return text("{known}: {counts}", known=known, counts=counts) if counts else known


def _counts(states: Counter[State]) -> Iterator[Text]:
    """How many stand in which way, good news first."""
    open_ones = states[State.PENDING] + states[State.RUNNING]
    told = (
        (states[State.OK], counted("{n} answers", "{n} answer", states[State.OK])),
        (states[State.TEMPORARY], text("{n} not now", n=states[State.TEMPORARY])),
        (states[State.FAILED], counted("{n} fails", "{n} fail", states[State.FAILED])),
        (states[State.UNHEARD], text("{n} not heard", n=states[State.UNHEARD])),
        (states[State.NOT_TRIED], text("{n} not tried", n=states[State.NOT_TRIED])),
        (open_ones, text("{n} to come", n=open_ones)),
    )
    return (words for n, words in told if n)
