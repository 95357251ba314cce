"""What is known of a record set: the zone that serves it, and the inspection that would find it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from ipaddress import ip_address

from mxgui.model.inspection import Inspection
from mxgui.model.records import Alias, Answer, Status
from mxgui.routing.sending.outage import Off, What, WhatIf
from mxgui.routing.sending.sender import OwnBy, Sender
from tests.builders import a_failed_answer, an_answer, an_inspection
from tests.integration.senders.record_set import SENDER, SENDER_NAME, SPECIAL, RecordSet
from tests.servers.dns_acts import NODATA, NXDOMAIN, SERVFAIL
from tests.servers.dns_server import Key, Says

_FAMILIES = (("A", 4), ("AAAA", 6))
_STATUS = {
    "servfail": (Status.SERVFAIL, SERVFAIL),
    "nxdomain": (Status.NXDOMAIN, NXDOMAIN),
    "": (Status.NODATA, NODATA),
}


def table_of(sets: Iterable[RecordSet]) -> dict[Key, Says]:
    """Give what a resolver says of all sets; what is not in it does not exist."""
    table: dict[Key, Says] = {}
    for name, addresses in SPECIAL.items():
        table |= _of_host(name, addresses)
    for records in sets:
        table |= _mx_of(records)
        for name, places in records.places.items():
            if name not in records.aliases and name not in SPECIAL:
                table |= _of_host(name, [each.address for each in places])
        table |= {(name, "CNAME"): (f"{to}.",) for name, to in records.aliases.items()}
        for name in records.answers("servfail"):
            table |= {(name, "A"): SERVFAIL, (name, "AAAA"): SERVFAIL}
        table |= {(name, "AAAA"): SERVFAIL for name in records.answers("servfail6")}
    return table


def _of_host(name: str, addresses: Iterable[str]) -> dict[Key, Says]:
    given = tuple(addresses)
    return {(name, kind): tuple(_of_family(given, family)) or NODATA for kind, family in _FAMILIES}


def _mx_of(records: RecordSet) -> dict[Key, Says]:
    table: dict[Key, Says] = {}
    if records.owner != records.domain:
        table[records.domain, "CNAME"] = (f"{records.owner}.",)
    if records.records:
        table[records.owner, "MX"] = tuple(
            f"{preference} {name.rstrip('.')}." for preference, name in records.records
        )
    elif records.mx != "nxdomain":
        table[records.owner, "MX"] = _STATUS[records.mx][1]
    return table


def _of_family(addresses: Iterable[str], family: int) -> Iterator[str]:
    return (each for each in addresses if ip_address(each).version == family)


def inspection_of(records: RecordSet) -> Inspection:
    """Give what an inspection finds that asks the same resolver."""
    return an_inspection(records.domain, mx="", answers=tuple(_answers(records)))


def _answers(records: RecordSet) -> Iterator[Answer]:
    listed = ", ".join(f"{preference} {name}" for preference, name in records.records)
    if listed:
        aliases = (records.domain, records.owner) if records.under else ()
        yield _aliased(an_answer(records.domain, "MX", listed), *aliases)
    else:
        yield a_failed_answer(records.domain, "MX", _STATUS[records.mx][0])
    names = {name for _, name in records.records if name != "."} or {records.domain}
    for name in sorted(names):
        yield from _addresses(records, name)


def _addresses(records: RecordSet, name: str) -> Iterator[Answer]:
    end = records.aliases.get(name, name)
    places = records.places.get(end)
    for kind, family in _FAMILIES:
        fails = name in records.answers("servfail")
        fails |= family == 6 and name in records.answers("servfail6")
        if fails:
            yield a_failed_answer(name, kind, Status.SERVFAIL)
        elif places is None:
            yield a_failed_answer(name, kind, Status.NXDOMAIN)
        else:
            found = " ".join(_of_family((each.address for each in places), family))
            yield _aliased(an_answer(name, kind, found), *((name, end) if end != name else ()))


def _aliased(answer: Answer, *steps: str) -> Answer:
    if not steps:
        return answer
    own, target = steps
    return Answer(
        answer.question,
        answer.status,
        answer.records,
        answer.ttl,
        aliases=(Alias(own, target, 300),),
        rcode=answer.rcode,
    )


def what_if_of(records: RecordSet, sender: Sender, *, listens: bool = False) -> WhatIf:
    """Tell what stands at each address, and by what this sender finds itself in the list.

    A sender that goes by names does not know itself under another one, and connects. Where it does
    not listen itself it is refused there.
    """
    off = [
        Off(What.ADDRESS, each.address, each.behaviour)
        for places in records.places.values()
        for each in places
    ]
    return WhatIf(tuple(dict.fromkeys(off)), own=_own(records, None if listens else sender.own.by))


def _own(records: RecordSet, by: OwnBy | None) -> str:
    if "name" in records.knows and by is not OwnBy.NONE:
        return SENDER_NAME
    is_seen = "address" in records.knows and by not in (OwnBy.NONE, OwnBy.NAME)
    return SENDER if is_seen else ""
