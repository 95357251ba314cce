"""Asking for the TLSA records of every exchange, at each name where a sender may look for them."""

from __future__ import annotations

from collections.abc import Iterable

from mxgui.app.tasks import Tasks
from mxgui.app.work import Work
from mxgui.model.records import Question, RecordType, Status
from mxgui.routing.planned import mx_of
from mxgui.routing.tlsa import tlsa_owner

_FAMILIES = (RecordType.AAAA, RecordType.A)


def expect_tlsa(work: Work, names: Iterable[str]) -> None:
    """Say that the TLSA records at these exchanges' own names are to come."""
    for name in names:
        owner = tlsa_owner(name, work.known.plan.port)
        if owner is not None and not _is_known(work, owner):
            work.lookups.expect(Question(owner, RecordType.TLSA))


async def ask_tlsa(work: Work, names: Iterable[str]) -> None:
    """Ask at each exchange's own name at once, and at the end of its aliases once that is known.

    A sender asks after the addresses, and only if those are secure (RFC 7672, section 2.2.2). Here
    it is asked beside them, as soon as the questions for them have gone out, which saves a round
    trip and tells also what does not count. No name in between is asked; nor is one so long that it
    cannot have such records.
    """
    asked: set[str] = set()
    async with Tasks() as group:
        for name in dict.fromkeys((*_before(work), *names)):
            group.create_task(_ask_along(work, name, asked))


def _before(work: Work) -> tuple[str, ...]:
    """The domain, where it is an alias, and the end of it its only mail host."""
    domain, answer = work.known.entry.domain.ascii, mx_of(work.known)
    return (domain,) if answer.status is Status.NODATA and answer.aliases else ()


async def _ask_along(work: Work, name: str, asked: set[str]) -> None:
    async with Tasks() as group:
        group.create_task(_ask_at(work, name, asked))
        for kind in _FAMILIES:
            group.create_task(_ask_at_end(work, name, kind, asked))


async def _ask_at_end(work: Work, name: str, kind: RecordType, asked: set[str]) -> None:
    await work.lookups.wait(Question(name, kind))
    await _ask_at(work, work.known.answer(name, kind).canonical, asked)


async def _ask_at(work: Work, base: str, asked: set[str]) -> None:
    owner = tlsa_owner(base, work.known.plan.port)
    if owner is None or owner in asked or _is_known(work, owner):
        return
    asked.add(owner)
    await work.give_way()
    question = Question(owner, RecordType.TLSA)
    if not work.lookups.is_expected(question):
        work.lookups.expect(question)  # a chain is not checked before it is answered
    await work.ask(owner, RecordType.TLSA)


def _is_known(work: Work, owner: str) -> bool:
    return work.known.answer(owner, RecordType.TLSA).status is not Status.NOT_ASKED
