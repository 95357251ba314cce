"""What a domain says of encryption and of sending: MTA-STS, TLS reporting, SPF, CAA.

All is asked at once beside the MX question, and nothing waits for it. A policy is fetched where a
record announces one, unless DNS alone was asked for. An address literal has none (RFC 8461, section
3.4), a domain with a null MX may have one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from mxgui.app.tasks import Tasks
from mxgui.app.work import Work
from mxgui.model.event import PolicyStep
from mxgui.model.plan import ProbeMode
from mxgui.model.policy import (
    FetchOutcome,
    PolicyFetch,
    PolicyTry,
    Reach,
    policy_host,
    policy_record,
    report_record,
)
from mxgui.model.records import Answer, Question, RecordType
from mxgui.model.sts import read_record
from mxgui.routing.caa import MOST_HOSTS, names_above
from mxgui.routing.route import Route
from mxgui.routing.special import is_private


class Policies:
    """Asks for all of it, each question in a task of its own."""

    def __init__(self, work: Work, group: Tasks) -> None:
        """Ask nothing yet."""
        self._work = work
        self._group = group
        self._climbed: dict[str, asyncio.Task[Answer]] = {}

    def find(self) -> None:
        """Begin to ask for what stands beside the domain."""
        domain = self._work.known.entry.domain
        if domain.literal is not None:
            return
        self._group.create_task(self._find_sts(domain.ascii))
        for name in (report_record(domain.ascii), domain.ascii):
            if name is not None:
                self._group.create_task(self._work.ask(name, RecordType.TXT))

    def find_caa(self, route: Route) -> None:
        """Begin to ask who may issue certificates for the exchanges (RFC 8659, section 3)."""
        if self._work.known.entry.domain.literal is not None:
            return
        named = dict.fromkeys(host.name for host in route.hosts if host.special is None)
        for name in tuple(named)[:MOST_HOSTS]:
            self._group.create_task(self._climb(name))

    async def _find_sts(self, domain: str) -> None:
        record, host = policy_record(domain), policy_host(domain)
        if record is None or host is None:
            return
        found = read_record((await self._work.ask(record, RecordType.TXT)).texts)
        if not found.is_valid or self._work.known.plan.mode is ProbeMode.NONE:
            return
        answers = await asyncio.gather(
            self._work.ask(host, RecordType.AAAA), self._work.ask(host, RecordType.A)
        )
        work = self._fetch(domain, found.id, answers)
        await self._work.find(PolicyStep(domain), work)

    async def _fetch(self, domain: str, version: str, answers: Iterable[Answer]) -> PolicyFetch:
        """Fetch from the addresses that may be connected to, IPv6 first, as given."""
        known = tuple(answers)
        found = [str(address) for answer in known for address in answer.addresses]
        watch, plan = self._work.watch, self._work.known.plan
        refused = [own for own in found if is_private(own) and not plan.allow_private]
        allowed = [own for own in found if own not in refused]
        if allowed:
            return await self._work.network.fetch_policy(domain, allowed, watch, version)
        absent = all(answer.status.is_absent for answer in known)
        outcome = FetchOutcome.NO_ADDRESS if absent else FetchOutcome.LOOKUP_FAILED
        tries = tuple(PolicyTry(own, Reach.PRIVATE, watch()) for own in refused)
        return PolicyFetch(
            domain,
            FetchOutcome.PRIVATE_ADDRESS if refused else outcome,
            tries=tries,
            version=version,
            port=plan.mta_sts_port,
            at=watch(),
        )

    async def _climb(self, name: str) -> None:
        """Ask a name and those above it until there is a record, or no certain answer.

        Who sends mail looks at none of it: it comes after the addresses.
        """
        for kind in (RecordType.AAAA, RecordType.A):
            await self._work.lookups.wait(Question(name, kind))
        await self._work.give_way()
        for own in names_above(name):
            answer = await self._ask_caa(own)
            if not answer.status.is_absent:
                return

    async def _ask_caa(self, name: str) -> Answer:
        """Ask each name once, whatever number of exchanges lies below it."""
        if name not in self._climbed:
            asking = self._work.answer(name, RecordType.CAA)
            self._climbed[name] = self._group.create_task(asking)
        return await self._climbed[name]
