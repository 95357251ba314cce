"""Name servers in the JSON of format 1: what each said when it was asked directly."""

from __future__ import annotations

from mxgui.model.authority import ServerAnswer
from mxgui.model.inspection import Inspection
from mxgui.report.values import Value, milliseconds
from mxgui.routing.authority import was_asked


def authorities_value(inspection: Inspection) -> list[Value] | None:
    """One object an answer, by zone, server, address and question; None if nobody was to ask."""
    if not was_asked(inspection):
        return None
    return [_answer(own) for own in sorted(inspection.server_answers, key=_rank)]


def _rank(own: ServerAnswer) -> tuple[str, ...]:
    return (own.zone, own.server, own.address, str(own.question), own.transport.value)


def _answer(own: ServerAnswer) -> dict[str, Value]:
    return {
        "zone": own.zone,
        "server": own.server,
        "address": own.address,
        "transport": own.transport.value,
        "status": own.status.value,
        "rcode": own.rcode,
        "authoritative": own.authoritative,
        "recursive": own.recursive,
        "serial": own.serial,
        "question": str(own.question),
        "answer": list(own.answer),
        "glue": list(own.glue),
        "ttl": own.ttl,
        "took_ms": milliseconds(own.took),
        "skipped": own.skipped.value if own.skipped else None,
        "note": own.note or None,
    }
