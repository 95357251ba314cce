"""The way from a host's name along its aliases to its addresses, and how far it is secure."""

from __future__ import annotations

from dataclasses import dataclass

from mxgui.model.inspection import Inspection
from mxgui.model.once import once
from mxgui.model.records import Alias, Answer, Question, Status
from mxgui.model.security import Dnssec, worst_of
from mxgui.routing.planned import mx_of
from mxgui.routing.route import Host


@dataclass(frozen=True, slots=True)
class Way:
    """The addresses of one family of a host, and how a sender comes to them.

    `original` is the name that the sender began with. `state` is that of the whole way, which one
    insecure step makes insecure (RFC 7672, section 2.1.3); `alias` that of the first alias step,
    None if there is no alias.
    """

    answer: Answer
    original: str
    state: Dnssec
    aliases: tuple[Alias, ...] = ()
    alias: Dnssec | None = None

    @property
    def expanded(self) -> str:
        """The name that has the addresses, at the end of the aliases."""
        return self.aliases[-1].target if self.aliases else self.original


@once
def way_of(inspection: Inspection, host: Host, family: int) -> Way:
    """Give the way to the addresses of one family, 4 or 6.

    A domain without MX that is an alias itself begins at its own name: its mail host is the name
    that the answer to MX led to, and the steps until there are known from that.
    """
    answer = host.aaaa if family == 6 else host.a
    state = inspection.security(host.name, answer.question.type).state
    steps = tuple((alias, _state(inspection, answer.question, alias)) for alias in answer.aliases)
    original = host.name
    domain = inspection.entry.domain.ascii
    mx = mx_of(inspection)
    if mx.status is Status.NODATA and mx.aliases and host.name == mx.canonical:
        original = domain
        before = tuple((alias, _state(inspection, mx.question, alias)) for alias in mx.aliases)
        state = worst_of((state, *(known for _, known in before)))
        steps = before + steps
    aliases = tuple(alias for alias, _ in steps)
    return Way(answer, original, state, aliases, steps[0][1] if steps else None)


@once
def ways_of(inspection: Inspection, host: Host) -> tuple[Way, ...]:
    """Give the ways over both families; those that lead to an address, or still may, if any does.

    Where none is had, that there is none over one family tells nothing of a lookup that failed.
    """
    both = tuple(way_of(inspection, host, family) for family in (6, 4))
    if any(way.answer.addresses for way in both):
        return tuple(
            way for way in both if way.answer.addresses or way.answer.status is Status.NOT_ASKED
        )
    return tuple(way for way in both if not way.answer.status.is_absent) or both


def _state(inspection: Inspection, question: Question, alias: Alias) -> Dnssec:
    security = inspection.security(question.name, question.type)
    return security.state_of(alias.name, "CNAME")
