"""The one door to the network: questions and knocks, under the manners of the whole program."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from mxgui.model.authority import ServerAnswer, Skipped
from mxgui.model.certificate import Tls
from mxgui.model.chain import Chain
from mxgui.model.line import DIRECT, PROXY, VANTAGES, Line
from mxgui.model.plan import Plan
from mxgui.model.policy import PolicyFetch, policy_host
from mxgui.model.records import Answer, Question, Tlsa
from mxgui.model.resolver import ResolverSpec
from mxgui.model.security import Security
from mxgui.model.smtp import Outcome, Probe, Reason, StoppedBy, Target
from mxgui.net import smtp
from mxgui.net.authority import Courtesy, Direct, straight
from mxgui.net.authority import Way as WayToServer
from mxgui.net.chain import chain_of
from mxgui.net.clock import Clock, Moment, Stopwatch
from mxgui.net.dialer import Dialer, DirectDialer
from mxgui.net.dnssec import Validator
from mxgui.net.dnssec_anchors import ROOT_ANCHORS, Anchors
from mxgui.net.dnssec_store import Store
from mxgui.net.heard import Heard
from mxgui.net.limiter import Limiter, true_address
from mxgui.net.policy import Errand, Way, fetch_policy
from mxgui.net.proxies import Proxies
from mxgui.net.queries import Message
from mxgui.net.recent import Knock, Recent
from mxgui.net.recent_policies import RecentPolicies
from mxgui.net.resolver import Resolver
from mxgui.net.roots import Roots
from mxgui.net.smtp import Manner
from mxgui.net.socks import SocksDialer
from mxgui.net.system_resolvers import system_resolvers
from mxgui.net.trust import verifying_context
from mxgui.net.vantage import Machine, find_line, line_through, this_machine

Tell = Callable[[Probe], None]


class Asker(Protocol):
    """What the network needs of a resolver."""

    @property
    def shown(self) -> str:
        """The servers that are asked, as they are shown."""
        ...

    async def ask(self, question: Question, watch: Stopwatch) -> Answer:
        """Ask one question; never raises but for a cancel."""
        ...

    def heard(self, question: Question) -> Heard:
        """Give the replies that an answer was read from, once."""
        ...

    async def again(self, question: Question, watch: Stopwatch) -> Heard:
        """Ask with checking disabled."""
        ...

    async def fetch(self, question: Question, watch: Stopwatch) -> Message | None:
        """Ask for what validation needs; None if nothing definite came."""
        ...

    async def close(self) -> None:
        """Let go of all connections."""
        ...


def _anything(_address: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Shared:
    """What all inspections of one program share.

    `system` names the resolvers of this machine, and is asked anew for each inspection, as a laptop
    changes its network. `allow` tells whether an address may be knocked at if the plan does not
    allow private ones; it is the last guard, behind the job that decides what is probed. `roots`
    are the authorities that certificates may rest on. `way_to_server` tells where to send what is
    for the address of a name server.
    """

    allow: Callable[[str], bool] = _anything
    dialer: Dialer = field(default_factory=DirectDialer)
    machine: Machine = field(default_factory=this_machine)
    limiter: Limiter = field(default_factory=Limiter)
    recent: Recent = field(default_factory=Recent)
    system: Callable[[], Sequence[ResolverSpec]] = system_resolvers
    anchors: Anchors = ROOT_ANCHORS
    validated: Store = field(default_factory=Store)
    roots: Roots = field(default_factory=Roots)
    policies: RecentPolicies = field(default_factory=RecentPolicies)
    fetches: Limiter = field(default_factory=Limiter)  # apart: a web host is no mail host
    way_to_server: WayToServer = straight
    courtesy: Courtesy = field(default_factory=Courtesy)
    proxies: Proxies = field(default_factory=Proxies)

    @property
    def extra_roots(self) -> tuple[bytes, ...]:
        """The authorities that are trusted beside the system's, in DER."""
        return self.roots.extra


def open_network(plan: Plan, shared: Shared, clock: Clock) -> PlannedNetwork:
    """Give the network for one plan.

    Raises BadResolver or BadProxy if the plan names one that cannot be understood.
    """
    specs = tuple(ResolverSpec.parse(written) for written in plan.resolvers)
    asker = Resolver(specs, plan.dns_patience, system=shared.system)
    return PlannedNetwork(plan, shared, clock, asker)


class PlannedNetwork:
    """The network as one plan wants it: its resolvers, its patience, its name."""

    def __init__(self, plan: Plan, shared: Shared, clock: Clock, asker: Asker) -> None:
        """Keep what is needed; nothing is asked yet."""
        self._plan = plan
        self._shared = shared
        self._clock = clock
        self._asker = asker
        self._lines: dict[str, Line] = {}
        self._finding = {vantage: asyncio.Lock() for vantage in VANTAGES}
        self._proxy = shared.proxies.named(plan.proxy) if plan.proxy else None
        source = _Source(asker, clock)
        self._validator = Validator(source, shared.anchors, shared.validated, asker.shown, clock)

    @property
    def resolver(self) -> str:
        """The resolvers in use, as they are shown."""
        return self._asker.shown

    async def find_line(self, watch: Stopwatch, vantage: str = DIRECT) -> Line:
        """Find out what a vantage can do; asked again, it gives what was found."""
        async with self._finding[vantage]:
            if vantage not in self._lines:
                self._lines[vantage] = await self._found_line(watch, vantage)
            return self._lines[vantage]

    async def _found_line(self, watch: Stopwatch, vantage: str) -> Line:
        finding = find_line(self._plan.helo, self._shared.machine, self._asker.ask, watch)
        if vantage == DIRECT or self._proxy is None:
            return await finding
        return await line_through(self._proxy, finding, watch)

    async def ask(self, question: Question, watch: Stopwatch) -> Answer:
        """Ask DNS one question; never raises but for a cancel."""
        return await self._asker.ask(question, watch)

    async def prepare(self, question: Question) -> None:
        """Ask for the keys that the answer to a question is going to be validated with."""
        await self._validator.prepare(question)

    async def validate(self, question: Question, watch: Stopwatch) -> Security:
        """Validate the answer that came last to a question; never raises but for a cancel."""
        began = watch()
        found = await self._validator.validate(question, self._asker.heard(question))
        return replace(found, at=began, took=watch() - began)

    async def ask_server(self, asked: ServerAnswer, watch: Stopwatch) -> ServerAnswer:
        """Put one question to a name server itself, when it is its turn; never raises."""
        if not self._may_go(true_address(asked.address)):
            return replace(asked, skipped=Skipped.PRIVATE_ADDRESS, at=watch())
        async with self._shared.courtesy.turn(asked.address):
            return await Direct(asked, self._shared.way_to_server, watch).run()

    async def probe(self, target: Target, watch: Stopwatch, tell: Tell) -> Probe:
        """Knock at one address, or give what it said within the last five minutes.

        Tells at every step what is known so far, from the moment on when it is its turn. On a
        cancel it tells what is known, and CancelledError goes on.
        """
        if not self._may_go(true_address(target.address)):
            return Probe(target, reason=Reason.PRIVATE_ADDRESS, at=watch())
        try:
            line = await self.find_line(watch, target.vantage)
            if line.problem is not None:
                return Probe(target, reason=Reason.PROXY_DOWN, at=watch())
            slot = await self._limiter_for(target).take(target.address)
        except asyncio.CancelledError:
            tell(_never_begun(target, watch()))
            raise
        with slot:
            earlier = self._earlier(target, line.helo, watch)
            return earlier or await self._knock(target, line.helo, watch, tell)

    async def check_chain(self, probe: Probe, records: Sequence[Tlsa], watch: Stopwatch) -> Chain:
        """Check the chain that a probe was shown, as of its own moment; it takes about a ms.

        `records` are the host's TLSA records, as far as they are known; never raises.
        """
        began = watch()
        tls = probe.tls or Tls("", "", "")
        checked = chain_of(tls, probe.began or self._clock.now(), self._shared.roots, records)
        return replace(checked, at=began, took=watch() - began)

    async def fetch_policy(
        self, domain: str, addresses: Sequence[str], watch: Stopwatch, version: str = ""
    ) -> PolicyFetch:
        """Fetch the MTA-STS policy of a domain, or give what came of it in the last five minutes.

        `addresses` are those of the policy host, in the order to try them; `version` is the id of
        the record. Never raises but for a cancel.
        """
        host = policy_host(domain) or domain
        errand = Errand(domain, host, tuple(addresses), self._plan.mta_sts_port, version)
        way = Way(self._shared.dialer, self._plan.patience, watch, self._trust, self._may_go)
        if not addresses:
            return await fetch_policy(errand, way, self._clock.now())
        key = (errand, way.limit, self._shared.machine.source_of(true_address(addresses[0])))
        with await self._shared.fetches.take(addresses[0]):
            now, fresh = Moment.of(self._clock), self._plan.fresh
            known = self._shared.policies.find(key, now, watch(), fresh=fresh)
            if known is None:
                known = await fetch_policy(errand, way, self._clock.now())
                self._shared.policies.keep(key, known, Moment.of(self._clock))
        return known

    async def close(self) -> None:
        """Let go of all connections."""
        await self._asker.close()

    def _trust(self) -> ssl.SSLContext:
        roots = self._shared.roots
        return verifying_context(roots.extra, system=roots.system)

    def _may_go(self, address: str) -> bool:
        return self._plan.allow_private or self._shared.allow(address)

    def _earlier(self, target: Target, helo: str, watch: Stopwatch) -> Probe | None:
        if self._plan.fresh:
            return None
        now = Moment.of(self._clock)
        return self._shared.recent.find(self._question(target, helo), target, now, watch())

    async def _knock(self, target: Target, helo: str, watch: Stopwatch, tell: Tell) -> Probe:
        dialer = self._shared.dialer
        if self._through(target) and self._proxy is not None:
            dialer = SocksDialer(self._proxy)
        manner = Manner(dialer, self._plan.patience, helo, watch)
        ended = await smtp.probe(target, manner, self._clock.now(), tell)
        ended = self._seen_from_here(ended)
        self._shared.recent.keep(self._question(target, helo), ended, Moment.of(self._clock))
        return ended

    def _question(self, target: Target, helo: str) -> Knock:
        address = true_address(target.address)
        source = self._through(target) or self._shared.machine.source_of(address)
        sni = target.sni or target.host
        return Knock(address, target.port, helo, self._plan.patience, source, sni)

    def _limiter_for(self, target: Target) -> Limiter:
        through = self._through(target)
        return self._shared.proxies.limiter(through) if through else self._shared.limiter

    def _through(self, target: Target) -> str:
        """The proxy on the way to a target, as it is shown; empty if there is none."""
        return self._plan.proxy if target.vantage == PROXY else ""

    def _seen_from_here(self, probe: Probe) -> Probe:
        """Tell a host that no route leads to from what this line lacks for its whole family."""
        address = true_address(probe.target.address)
        is_ours = probe.outcome is Outcome.UNREACHABLE and not self._through(probe.target)
        if not is_ours or self._shared.machine.reaches(address):
            return probe
        reason = Reason.NO_IPV6_HERE if ":" in address else Reason.NO_IPV4_HERE
        return replace(probe, outcome=Outcome.NOT_TRIED, reason=reason, phases=())


@dataclass(frozen=True, slots=True)
class _Source:
    """The resolver as validation asks it: by a stopwatch of its own, as nobody sees these times."""

    asker: Asker
    clock: Clock

    async def fetch(self, question: Question) -> Message | None:
        return await self.asker.fetch(question, self.clock.seconds)

    async def again(self, question: Question) -> Heard:
        return await self.asker.again(question, self.clock.seconds)


def _never_begun(target: Target, at: float) -> Probe:
    return Probe(target, reason=Reason.CANCELLED, stopped_by=StoppedBy.CANCELLED, at=at)
