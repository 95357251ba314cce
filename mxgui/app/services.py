"""All that a face of the program needs to do a job, made once and handed on."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from mxgui import __version__
from mxgui.app.clock import Clock, SystemClock
from mxgui.model.plan import Origin, Plan

if TYPE_CHECKING:
    from mxgui.app.heard import HeardLog
    from mxgui.app.network import Network
    from mxgui.app.remembered import Memory
    from mxgui.app.resuming import More
    from mxgui.app.settings_file import SettingsFile
    from mxgui.demo.network import DemoNetwork
    from mxgui.model.entry import Entry
    from mxgui.model.event import Emit
    from mxgui.model.inspection import Inspection
    from mxgui.model.line import ProxyProblem
    from mxgui.model.proxy import ProxySpec
    from mxgui.model.records import Answer, Mx, Question
    from mxgui.net.dnssec_anchors import Anchors
    from mxgui.net.network import Shared

DEMO_HELO = "postmaster.example"
_NOWHERE = ("127.0.0.1", 9)  # where nobody answers: nothing of the demo leaves this computer


class Services:
    """Clock, memory, and the way to the network.

    The modules of the jobs and of the network are imported at first use: they take a while to
    load, and the window is to be seen before that.
    """

    def __init__(
        self,
        clock: Clock | None = None,
        heard: HeardLog | None = None,
        memory: Memory | None = None,
        extra_roots: tuple[bytes, ...] = (),
        anchors: Anchors | None = None,
    ) -> None:
        """Take the system's clock and the user's own folder unless others are given.

        `extra_roots` are certificates in DER that are trusted beside the system's authorities.
        `anchors` are the keys of the root that DNSSEC is validated from, if it is not the real one.
        """
        self.clock = clock or SystemClock()
        self._given_heard = heard
        self._given_memory = memory
        self._extra_roots = extra_roots
        self._anchors = anchors
        self._demo: DemoNetwork | None = None
        self._shared: Shared | None = None  # of the demo network while it runs
        self._public: Shared | None = None

    def prepare(self) -> Iterator[None]:
        """Read what the first inspection would else stand still for, in steps of 20 ms at most."""
        yield from self._open_public().roots.prepare()

    def use_proxy(self, proxy: ProxySpec) -> None:
        """Keep user and password of a proxy in mind, for plans that name it without them."""
        self._open_public().proxies.use(proxy)

    async def try_proxy(self, proxy: ProxySpec) -> tuple[ProxyProblem | None, str]:
        """Try whether a proxy can be used: why not, and a note, or None."""
        from mxgui.net.socks import trial

        known = self._open_public().proxies.named(proxy.shown)
        return await trial(proxy if proxy.user else known)

    def usual_helo(self) -> str:
        """Give the name or the address by which mail hosts are greeted if no name is given.

        A name only if it could be known elsewhere; whether it is, is asked for each inspection.
        """
        from mxgui.net.vantage import this_machine, usual_helo

        return usual_helo(this_machine())

    @property
    def demo(self) -> DemoNetwork | None:
        """The demo network, while it runs: then no inspection leaves this computer."""
        return self._demo

    @asynccontextmanager
    async def demo_network(self) -> AsyncIterator[DemoNetwork]:
        """Run the demo network, and let every inspection meanwhile take place in it."""
        from mxgui.demo.network import DemoNetwork

        async with DemoNetwork.open(self.clock.now()) as demo:
            self._demo, self._shared = demo, None
            try:
                yield demo
            finally:
                self._demo, self._shared = None, None

    async def inspect(self, entry: Entry, plan: Plan, emit: Emit) -> Inspection:
        """Do one inspection from beginning to end; see `inspect_domain`.

        Raises BadResolver or BadProxy if the plan names one that cannot be understood.
        """
        from mxgui.app.inspect_domain import began_now, inspect_domain

        plan = self._in_demo(plan)
        if self._demo is not None and not plan.mx:
            plan = replace(plan, mx=self._demo.planned(entry.domain.ascii))
        network = self._open(plan)
        origin = self._origin(network)
        try:
            began = began_now(entry, plan, origin, self.clock)
            heard = () if origin.demo else self._heard.recent(began.at)
            known = await inspect_domain(began, network, emit, self.clock, heard)
        finally:
            await network.close()
        if not origin.demo:
            self._heard.remember(known)
        return known

    async def ask_servers(self, known: Inspection, emit: Emit) -> Inspection:
        """Ask every name server of an inspected domain, and repeat nothing; see `resume`."""
        from mxgui.app.authorities import ask_authorities

        plan = replace(known.plan, authoritative=True)
        return await self._resume(known, plan, emit, ask_authorities)

    async def look_again(self, proxy: str, known: Inspection, emit: Emit) -> Inspection:
        """Look at an inspected domain from here and through a proxy, whichever is wanting yet."""
        from mxgui.app.second_look import look_again

        plan = replace(known.plan, proxy=proxy, also_direct=True)
        return await self._resume(known, plan, emit, look_again)

    async def follow_planned(
        self, records: tuple[Mx, ...], known: Inspection, emit: Emit
    ) -> Inspection:
        """Follow planned records, or the published ones if there are none; nothing is repeated."""
        from mxgui.app.replanning import follow_plan

        return await self._resume(known, replace(known.plan, mx=records), emit, follow_plan)

    async def _resume(self, known: Inspection, plan: Plan, emit: Emit, more: More) -> Inspection:
        from mxgui.app.resuming import resume

        network = self._open(self._in_demo(plan))
        try:
            return await resume(known, plan, network, emit, self.clock, more)
        finally:
            await network.close()

    async def ask(self, plan: Plan, question: Question) -> Answer:
        """Ask the plan's resolvers one question, as to try them out.

        Raises BadResolver if the plan names a resolver that cannot be understood.
        """
        from mxgui.app.clock import stopwatch

        network = self._open(self._in_demo(plan))
        try:
            return await network.ask(question, stopwatch(self.clock))
        finally:
            await network.close()

    def another(self) -> Services:
        """Give services for another window: the manners on the network are kept together.

        The demo network is not shared, so that one window can be in it and another is not.
        """
        other = Services(self.clock, self._given_heard)
        other._public = self._open_public()
        return other

    @property
    def memory(self) -> Memory:
        """What windows remember: in the user's own folder unless another was given."""
        from mxgui.app.remembered import Memory

        return self._given_memory or Memory.of_user()

    def settings_file(self, memory: Memory) -> SettingsFile:
        """Where settings are kept: the user's own, or beside a memory that was given."""
        from mxgui.app.settings_file import SettingsFile

        given = self._given_memory
        return SettingsFile.beside(given) if given else SettingsFile.of_user(memory)

    @property
    def _heard(self) -> HeardLog:
        """What answered from here lately: the user's own log unless another was given."""
        from mxgui.app.heard import HeardLog

        if self._given_heard is None:
            self._given_heard = HeardLog.of_user()
        return self._given_heard

    def _origin(self, network: Network) -> Origin:
        if self._demo is None:
            return Origin(__version__, network.resolver)
        return Origin(__version__, f"{network.resolver} (demo)", demo=True)

    def _in_demo(self, plan: Plan) -> Plan:
        """The plan as the demo network wants it: its own resolver, its own name, usual ports.

        No proxy could lead into it.
        """
        if self._demo is None:
            return plan
        return replace(
            plan,
            resolvers=(self._demo.resolver,),
            helo=plan.helo or DEMO_HELO,
            port=25,
            mta_sts_port=443,
            proxy="",
            canary="",
        )

    def _open(self, plan: Plan) -> Network:
        from mxgui.net.network import open_network

        return open_network(plan, self._open_shared(), self.clock)

    def _open_shared(self) -> Shared:
        """What all inspections have in common, made when it is first needed."""
        if self._demo is None:
            return self._open_public()
        if self._shared is None:
            self._shared = _shared_in(self._demo, self._extra_roots)
        return self._shared

    def _open_public(self) -> Shared:
        """What all inspections outside the demo network have in common, in every window."""
        from mxgui.net.dnssec_anchors import ROOT_ANCHORS
        from mxgui.net.network import Shared
        from mxgui.net.roots import Roots

        if self._public is None:
            self._public = Shared(
                allow=_is_public,
                anchors=self._anchors or ROOT_ANCHORS,
                roots=Roots(self._extra_roots),
            )
        return self._public


def _is_public(address: str) -> bool:
    """Whether a probe may go there without being told to; asked once more before it connects."""
    from mxgui.routing.special import is_private

    return not is_private(address)


def _demo_source(address: str) -> str:
    """Where the demo network is reached from: both families are there on any machine."""
    return "::1" if ":" in address else "127.0.0.1"


def _shared_in(demo: DemoNetwork, extra_roots: tuple[bytes, ...]) -> Shared:
    """What all inspections in the demo network share: no authority of the web is trusted there."""
    from mxgui.net.dnssec_anchors import read_anchors
    from mxgui.net.network import Shared
    from mxgui.net.roots import Roots, certificates_in
    from mxgui.net.vantage import Machine

    return Shared(
        _is_public,
        demo.dialer,
        Machine(DEMO_HELO, _demo_source),
        way_to_server=lambda address: demo.name_servers.get(address, _NOWHERE),
        anchors=read_anchors("\n".join(demo.trust_anchor)),
        roots=Roots((*certificates_in(demo.ca_pem), *extra_roots), system=False),
    )
