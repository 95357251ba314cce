"""Asking for the names of addresses, as soon as they are known, and whether the names lead back.

Nothing waits for it: it goes on beside the probes.
"""

from __future__ import annotations

from collections.abc import Iterable

from mxgui.app.tasks import Tasks
from mxgui.app.work import Work
from mxgui.model.event import AskStep
from mxgui.model.records import Question
from mxgui.routing.reverse import MOST_CONFIRMED, forward_question, reverse_question
from mxgui.routing.special import is_private

MOST_ADDRESSES = 48  # of one domain whose names are asked for; the largest real ones have as many
MOST_NAMES = 64  # that are looked up in all, to see if they lead back


class Naming:
    """Asks for the names of one inspection's addresses, each once, in tasks of a group."""

    def __init__(self, work: Work, group: Tasks) -> None:
        """Ask for nothing yet."""
        self._work = work
        self._group = group
        self._addresses: set[str] = set()
        self._looked_up: set[Question] = set()

    def take(self, addresses: Iterable[str]) -> None:
        """Ask for the names of these, unless it was done, they are private, or too many."""
        for address in addresses:
            is_ours = self._work.known.plan.allow_private or not is_private(address)
            is_new = address not in self._addresses and not self._is_known(address)
            if is_ours and is_new and len(self._addresses) < MOST_ADDRESSES:
                self._addresses.add(address)
                self._group.create_task(self._name(address))

    async def _name(self, address: str) -> None:
        await self._work.give_way()
        question = reverse_question(address)
        answer = await self._work.ask(question.name, question.type)
        for name in tuple(dict.fromkeys(answer.pointers))[:MOST_CONFIRMED]:
            forward = forward_question(address, name)
            if self._is_wanted(forward):
                self._looked_up.add(forward)
                self._group.create_task(self._work.ask(forward.name, forward.type))

    def _is_known(self, address: str) -> bool:
        return AskStep(reverse_question(address)) in self._work.known.facts

    def _is_wanted(self, forward: Question) -> bool:
        """Whether nobody asks that anyway, and not too much was asked already."""
        step, known = AskStep(forward), self._work.known
        is_asked = step in known.facts or step in known.waiting or forward in self._looked_up
        is_to_come = self._work.lookups.is_expected(forward)
        return not is_asked and not is_to_come and len(self._looked_up) < MOST_NAMES
