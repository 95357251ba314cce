"""Following a route: its exchanges are looked up, and their addresses probed.

What is known already stays as it is, so that one route can be followed after another: planned
records, then the published ones, and back.
"""

from __future__ import annotations

from mxgui.app.naming import Naming
from mxgui.app.policies import Policies
from mxgui.app.probing import probe_all
from mxgui.app.tasks import Tasks
from mxgui.app.tlsa import ask_tlsa, expect_tlsa
from mxgui.app.work import Work
from mxgui.model.plan import ProbeMode
from mxgui.model.records import Answer, Question, RecordType, Status
from mxgui.routing.route import Host, Route, Special
from mxgui.rules.organisation import may_be_registered, organisation_of

_FAMILIES = (RecordType.AAAA, RecordType.A)
_NEVER_ASKED = (Special.NULL, Special.LITERAL, Special.LOCALHOST, Special.BAD_NAME)


class Following:
    """Looks up and probes for one inspection, in tasks of a group."""

    def __init__(self, work: Work, group: Tasks, policies: Policies) -> None:
        """Follow nothing yet."""
        self._work = work
        self._group = group
        self._policies = policies
        self._naming = Naming(work, group)

    def look_up(self, route: Route) -> None:
        """Begin to ask for what the route leads to, and nobody has asked for."""
        names = self._names(route)
        for name in names:  # so that probing waits for these answers, and for no others
            for kind in _FAMILIES:
                self._work.lookups.expect(Question(name, kind))
        expect_tlsa(self._work, names)
        for name in names:
            self._group.create_task(self._look_up(name))
        self._naming.take(route.addresses)
        self._group.create_task(ask_tlsa(self._work, names))
        self._policies.find_caa(route)

    async def probe(self, route: Route) -> None:
        """Probe as the plan wants it, and wait for the end of it."""
        if self._work.known.plan.mode is not ProbeMode.NONE:
            await probe_all(self._work, route)

    def _names(self, route: Route) -> tuple[str, ...]:
        """The names whose addresses are wanted, each once, best tier first."""
        if self._work.known.entry.domain.literal is not None:
            return ()
        wanted = (host.name for host in route.hosts if self._is_wanted(host))
        return tuple(dict.fromkeys(wanted))

    def _is_wanted(self, host: Host) -> bool:
        if host.special in _NEVER_ASKED:
            return False
        questions = [Question(host.name, kind) for kind in _FAMILIES]
        is_open = Status.NOT_ASKED in (host.a.status, host.aaaa.status)
        return is_open and not any(map(self._work.lookups.is_expected, questions))

    async def _look_up(self, name: str) -> None:
        """Ask for both kinds of address at once; of a missing name, whether its domain is too.

        Who could register that domain would get the mail.
        """

        async def look(kind: RecordType) -> Answer:
            answer = await self._work.answer(name, kind)
            self._naming.take(map(str, answer.addresses))
            return answer

        async with Tasks() as group:
            both = [group.create_task(look(kind)) for kind in _FAMILIES]
        owner = organisation_of(name)
        if owner == name or not all(_is_missing(task.result()) for task in both):
            return
        known = self._work.known
        is_asked = known.answer(owner, RecordType.NS).status is not Status.NOT_ASKED
        if may_be_registered(owner) and not is_asked and not known.is_asking(owner, RecordType.NS):
            await self._work.ask(owner, RecordType.NS)


def _is_missing(answer: Answer) -> bool:
    return answer.status is Status.NXDOMAIN and not answer.aliases
