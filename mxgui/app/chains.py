"""The check of the chain that a probe was shown, once the TLSA records of its host are in.

A TLSA record can hold an anchor whole, so that the check needs it; what was never asked is not
waited for.
"""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import ip_address

from mxgui.app.work import Work
from mxgui.model.event import Learned, ProbeStep, chain_step
from mxgui.model.inspection import Inspection
from mxgui.model.records import Question, RecordType, Tlsa
from mxgui.model.smtp import Probe
from mxgui.routing.planned import mx_of, published_mx


async def check_chain(work: Work, step: ProbeStep, probe: Probe) -> None:
    """Have the chain checked and tell what came of it; nothing is told where none was shown."""
    if probe.tls is None or not probe.tls.chain:
        return
    questions = tuple(_tlsa_questions(work.known, step, probe))
    for question in questions:
        await work.lookups.wait(question)
    records = tuple(_records(work.known, questions))
    chain = await work.network.check_chain(probe, records, work.watch)
    work.tell(Learned(chain_step(step), chain))


def _tlsa_questions(known: Inspection, step: ProbeStep, probe: Probe) -> Iterator[Question]:
    """What is asked for the hosts that a handshake is for, if anything is (RFC 7672, 2.2.2)."""
    names = (step.host,) if step.host else _names_at(known, probe)
    for name in names:
        for base in _bases(known, name):
            yield Question(f"_{step.port}._tcp.{base}", RecordType.TLSA)


def _names_at(known: Inspection, probe: Probe) -> tuple[str, ...]:
    """The exchanges at an address, which share its handshake; the one that was meant first."""
    own = ip_address(probe.target.address)
    kind = RecordType.AAAA if own.version == 6 else RecordType.A
    records = (*mx_of(known).mx, *published_mx(known).mx)
    exchanges = {record.exchange: None for record in records}
    sharing = (name for name in exchanges if own in known.answer(name, kind).addresses)
    return tuple(dict.fromkeys((probe.target.host, *sharing)))


def _bases(known: Inspection, name: str) -> tuple[str, ...]:
    """The names under which the TLSA records of a host may be: the end of its aliases, itself."""
    answers = (known.answer(name, kind) for kind in (RecordType.AAAA, RecordType.A))
    return tuple(dict.fromkeys((*(answer.canonical for answer in answers), name)))


def _records(known: Inspection, questions: tuple[Question, ...]) -> Iterator[Tlsa]:
    for question in dict.fromkeys(questions):
        yield from known.answer(question.name, question.type).tlsa
