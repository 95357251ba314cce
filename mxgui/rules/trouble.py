"""The addresses of one host that fail in one way, and how sure that is: what a finding tells of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mxgui.model.smtp import Probe, Reply, Speaker
from mxgui.model.text import Text, text
from mxgui.routing.route import Host
from mxgui.routing.standing import Standing, is_out_of_reach
from mxgui.rules.case import Case
from mxgui.rules.failure import Failure, failure_of
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.listing import listed
from mxgui.rules.weight import Weight, weight_once_known

_MOST_PLACES = 4  # in one sentence; the route shows them all
_MOST_REPLIES = 2  # in one sentence
_MOST_LETTERS = 120  # of what a host said, in one sentence
# What other hosts of the route can still make certain, by being heard or by taking mail
_MAY_CLEAR = (Failure.TIMED_OUT, Failure.UNREACHABLE, Failure.REJECTED, Failure.EHLO)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Ended probes of one host with the same failure and standing, in the order of the route.

    DEAD is certain, MAYBE may be our own doing, LIVE takes mail all the same.
    """

    failure: Failure
    host: Host
    standing: Standing
    probes: tuple[Probe, ...]

    @property
    def places(self) -> tuple[str | Text, ...]:
        """Where it fails, for a sentence."""
        return places_of(self.probes)

    def finding(self, words: Text, weight: Weight) -> Finding:
        """Tell of it."""
        return Finding(
            self.failure.value, weight.severity, self.host.name, words, weight.provisional
        )


def troubles_with(case: Case, failure: Failure) -> Iterator[Trouble]:
    """Give the troubles of that kind; an address counts once, for the host that is tried first.

    While a host is still being looked up, nothing is told of those behind it: it may turn out to
    have an address of theirs.
    """
    seen: set[str] = set()
    for host in case.hosts:
        found: dict[Standing, list[Probe]] = {}
        for own in host.addresses:
            probe = case.inspection.probe(own.address)
            if own.address in seen or probe is None or is_out_of_reach(case.inspection, own):
                continue
            if failure_of(probe) is failure:
                seen.add(own.address)
                standing = case.address_weighed[own.address]
                found.setdefault(standing, []).append(probe)
        for standing, probes in found.items():
            yield Trouble(failure, host, standing, tuple(probes))
        if case.is_looking_up(host):
            return


def weight_of(case: Case, trouble: Trouble, worst: Severity = Severity.ERROR) -> Weight:
    """Weigh a trouble by its consequence for the whole route; a doubtful one is inconclusive.

    No worse than an error: a host that can be talked to may treat us as it treats nobody else. If
    no host at all takes mail, SMTP-ALL-DOWN says so.
    """
    match trouble.standing:
        case Standing.DEAD:
            return weight_once_known(case, trouble.host).at_most(worst)
        case Standing.MAYBE:
            may_clear = case.is_open and trouble.failure in _MAY_CLEAR
            return Weight(Severity.INCONCLUSIVE, provisional=may_clear)
        case Standing.LIVE:
            return Weight(Severity.WARNING)


def places_of(probes: Sequence[Probe]) -> tuple[str | Text, ...]:
    """Give the addresses, or the first of them and how many more there are."""
    addresses = [probe.target.address for probe in probes]
    return listed(addresses, _MOST_PLACES)


def replies_of(replies: Iterable[Reply | None]) -> tuple[Text, ...]:
    """Give code and first line of each different reply, two at most, each cut to be readable."""
    told = dict.fromkeys(_first_line(reply) for reply in replies if reply is not None)
    return tuple(told)[:_MOST_REPLIES]


def first_words(probe: Probe) -> str:
    """Give the first line that the other side said, whatever it means."""
    said = (line.text for line in probe.transcript if line.speaker is Speaker.SERVER)
    return cut(next(said, ""))


def cut(words: str) -> str:
    """Shorten what a host said, and show that it was."""
    return words if len(words) <= _MOST_LETTERS else f"{words[: _MOST_LETTERS - 1]}…"


def _first_line(reply: Reply) -> Text:
    words = cut(reply.lines[0]) if reply.lines else ""
    if not words:
        return text("{code}", code=str(reply.code))
    return text("{code} {words}", code=str(reply.code), words=words)
