"""What the pictures show: real inspections of the demo network, and a few facts made by hand."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from mxgui.app.remembered import Memory
from mxgui.app.services import Services
from mxgui.model.entry import Entry, read_entry
from mxgui.model.event import Began, Event, Learned, LineStep
from mxgui.model.inspection import Inspection, begin, learn
from mxgui.model.plan import Plan, ProbeMode
from mxgui.model.policy import FetchOutcome
from mxgui.model.records import Attempt, AttemptResult, Status, Transport
from mxgui.model.smtp import Outcome, Probe
from mxgui.ui.shown import Example
from tests.builders import a_failed_answer, a_line, an_inspection
from tests.policies import a_fetch, a_protected

BOUNCE = """\
This is the mail system at host mail.example.net.

<ada@half-dead.example>: connect to backup.half-dead.example[203.0.113.33]:25: Connection refused

Reporting-MTA: dns; mail.example.net
Final-Recipient: rfc822; ada@half-dead.example
Action: failed
Status: 4.4.1
Diagnostic-Code: X-Postfix; connect to backup.half-dead.example[203.0.113.33]:25: Connection
    refused
"""
AT_ONCE = 5  # as in a window; more could keep one another from an answer on a busy machine
DNS_ONLY = "three-tiers.example, DNS only"
ASKED = "two-answers.example"  # its name servers are asked too
ENDLESS = "silent.example"  # its best host never greets: it is stopped once the other one has
TYPED = (
    "three-tiers.example",
    "half-dead.example",
    "all-dead.example",
    "null-mx.example",
    "missing.example",
    "refused-question.example",
    "implicit.example",
    "no-address.example",
    "hostile.example",
    "bücher.example",
    "expired.example",
    "rejects.example",
    "dane.example",
    "well-kept.example",
    "bogus-host.example",
    "sts-bad-host.example",
    "dane-outranked.example",
    "dane-some-addresses.example",
    ASKED,
    "mixed-null.example",
    "broken-starttls.example",
    "first-dead.example",
    "alias-loop.example",
    "planned.example",
    ENDLESS,
    BOUNCE,
)


@dataclass(frozen=True, slots=True)
class Seen:
    """One inspection, event by event."""

    entry: Entry
    events: tuple[Event, ...]

    def known(self) -> Inspection:
        """All that was known in the end."""
        *_, last = self.growing()
        return last

    def known_with(self, settled: int) -> Inspection:
        """What was known as soon as so many probes had settled, or the first moment after."""
        return next(
            known for known in self.growing() if sum(not p.running for p in known.probes) >= settled
        )

    def growing(self) -> Iterator[Inspection]:
        """What was known after each of the events."""
        first, *others = self.events
        assert isinstance(first, Began)
        known = begin(first)
        for event in others:
            known = learn(known, event)
            yield known


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that was inspected, by what was typed, and what the demo network offers."""

    seen: Mapping[str, Seen]
    examples: tuple[Example, ...]


def facts_of(typed: tuple[str, ...] = (*TYPED, DNS_ONLY)) -> Facts:
    """Inspect all of these in the demo network, a few at a time."""
    return asyncio.run(_inspected(typed))


async def _inspected(typed: tuple[str, ...]) -> Facts:
    services = Services(memory=Memory(None))
    told: dict[str, list[Event]] = {one: [] for one in typed}
    few = asyncio.Semaphore(AT_ONCE)

    async def look(one: str) -> None:
        async with few:
            await _inspect(services, one, told[one])

    async with services.demo_network() as demo, asyncio.TaskGroup() as group:
        for one in told:
            group.create_task(look(one))
    seen = {one: Seen(_entry(one), tuple(events)) for one, events in told.items()}
    return Facts(
        seen,
        tuple(Example(domain.name, domain.what, domain.group.title) for domain in demo.domains),
    )


async def _inspect(services: Services, typed: str, events: list[Event]) -> None:
    mode = ProbeMode.NONE if typed == DNS_ONLY else ProbeMode.EVERY_HOST
    with suppress(TimeoutError):
        async with asyncio.timeout(None) as limit:

            def take(event: Event) -> None:
                events.append(event)
                if typed == ENDLESS and _has_settled(event) and limit.when() is None:
                    limit.reschedule(asyncio.get_running_loop().time())

            plan = Plan(mode=mode, authoritative=typed == ASKED)
            await services.inspect(_entry(typed), plan, take)


def _has_settled(event: Event) -> bool:
    """Whether it tells that a probe has come to its end."""
    return isinstance(event, Learned) and isinstance(event.fact, Probe) and not event.fact.running


def _entry(typed: str) -> Entry:
    return read_entry(typed.removesuffix(", DNS only"))


# ---------------------------------------------------------------------- made by hand


def forty_by_four() -> Inspection:
    """Forty exchanges in four tiers, each with four addresses; a few of them are in trouble."""
    names = [f"mx{number:02}.mail.example.org" for number in range(40)]
    mx = ", ".join(f"{10 * (1 + at // 10)} {name}" for at, name in enumerate(names))
    hosts = {
        name: f"192.0.2.{at} 198.51.100.{at} 2001:db8::{at:x} 2001:db8:1::{at:x}"
        for at, name in enumerate(names, start=1)
    }
    probes = {
        "192.0.2.3": Outcome.REFUSED,
        "2001:db8::7": Outcome.TIMED_OUT,
        "198.51.100.25": Outcome.DEFERRED,
    }
    return an_inspection(mx=mx, hosts=hosts, probes=probes)


def without_a_network() -> Inspection:
    """No resolver could be reached, since there is no way to anywhere."""
    attempt = Attempt("192.0.2.53:53", Transport.UDP, AttemptResult.UNREACHABLE, 0.0, 0.1)
    answer = a_failed_answer(status=Status.TIMEOUT, attempts=(attempt,))
    known = an_inspection(mx=Status.TIMEOUT, answers=(answer,))
    line = a_line(ipv4=False, ipv6=False, sources=())
    return replace(known, facts={**known.facts, LineStep(): line})


def unanswered() -> Inspection:
    """Nobody answers at all, so that the line itself is under suspicion."""
    mx = "10 mx1.example.org, 20 mx2.example.org"
    return an_inspection(mx=mx, probes=dict.fromkeys(("192.0.2.1", "192.0.2.2"), Outcome.TIMED_OUT))


def protected_by_policy() -> Inspection:
    """A policy that is enforced; one certificate fails it, and one exchange is not named."""
    mx = "10 mx1.example.org, 10 mx2.example.org, 20 backup.example.net"
    return a_protected(mx=mx, untrusted=["20.0.1.1"])


def policy_not_fetched() -> Inspection:
    """A record announces a policy, and its host redirects; reports are asked for wrongly."""
    location = "https://www.example.org/.well-known/mta-sts.txt"
    fetch = a_fetch(outcome=FetchOutcome.REDIRECT, status=301, location=location)
    return a_protected(fetch, reporting="v=TLSRPTv1; rua=mailto:a@example.org!10m")
