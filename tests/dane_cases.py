"""TLSA records against chains of certificates: what comes of each, as RFC 7672 has it.

The same cases are put to our own decision and to the tools of others (tests/integration).
"""

from __future__ import annotations

from dataclasses import dataclass

from mxgui.model.records import Tlsa
from mxgui.routing.dane_records import association
from mxgui.routing.dane_steps import Result, Verdict
from tests.dane_reasons import EMPTY, ONE_NAME, PKIX
from tests.dane_shelf import shelf
from tests.servers.pki import Issued

MATCH, NO_MATCH = Result.MATCH, Result.NO_MATCH
UNUSABLE, OUTRANKED = Result.UNUSABLE, Result.OUTRANKED


@dataclass(frozen=True, slots=True)
class Published:
    """One TLSA record by what it is of: a certificate of the shelf, or given bytes."""

    usage: int
    selector: int
    matching: int
    of: str | bytes


@dataclass(frozen=True, slots=True)
class DaneCase:
    """What a server shows, which records there are, and what comes of each.

    `openssl` and `posttls` tell why a tool says otherwise, where one does; empty where all agree.
    """

    name: str
    shown: tuple[str, ...]
    records: tuple[tuple[Published, Result], ...]
    verdict: Verdict
    openssl: str = ""
    posttls: str = ""

    @property
    def tlsa(self) -> tuple[Tlsa, ...]:
        """The records as DNS has them."""
        return tuple(tlsa_of(published) for published, _ in self.records)

    @property
    def results(self) -> tuple[Result, ...]:
        """What comes of each."""
        return tuple(result for _, result in self.records)

    @property
    def chain(self) -> tuple[Issued, ...]:
        """What the server shows, leaf first."""
        return tuple(shelf()[name] for name in self.shown)


def tlsa_of(published: Published) -> Tlsa:
    """Make the record."""
    data: bytes | None
    if isinstance(published.of, bytes):
        data = published.of
    else:
        der = shelf()[published.of].der
        data = association(der, published.selector, published.matching)
    assert data is not None
    return Tlsa(published.usage, published.selector, published.matching, data)


def of(usage: int, selector: int, matching: int, what: str | bytes, result: Result):
    """One record of a case and what comes of it."""
    return Published(usage, selector, matching, what), result


def alone(usage, selector, matching, what, shown, result, **facts):
    """A case of one record; what comes of it is the verdict."""
    verdict = {
        MATCH: Verdict.MATCH,
        NO_MATCH: Verdict.MISMATCH,
        UNUSABLE: Verdict.UNUSABLE,
    }[result]
    named = what if isinstance(what, str) else f"{len(what)} octets"
    name = f"{usage} {selector} {matching} of {named}, shown {' + '.join(shown)}"
    record = of(usage, selector, matching, what, result)
    return DaneCase(name, shown, (record,), verdict, **facts)


LEAF, FULL_CHAIN = ("leaf", "inner"), ("leaf", "inner", "root")
DIRECT, SELF = ("direct", "root"), ("itself",)

EE = [
    alone(3, selector, matching, what, shown, result)
    for selector in (0, 1)
    for matching in (0, 1, 2)
    for what, shown, result in (
        ("leaf", LEAF, MATCH),
        ("next", LEAF, NO_MATCH),
    )
]
EE += [
    alone(3, 1, 1, "expired", ("expired", "root"), MATCH),
    alone(3, 1, 1, "early", ("early", "root"), MATCH),
    alone(3, 1, 1, "misnamed", ("misnamed", "root"), MATCH),
    alone(3, 1, 1, "for clients", ("for clients", "root"), MATCH),
    alone(3, 0, 1, "itself", SELF, MATCH),
    alone(3, 1, 1, "inner", LEAF, NO_MATCH),
    alone(3, 1, 1, "root", DIRECT, NO_MATCH),
]
TA = [
    alone(2, selector, matching, what, shown, result)
    for selector in (0, 1)
    for matching in (0, 1, 2)
    for what, shown, result in (
        ("root", DIRECT, MATCH),
        ("other", DIRECT, NO_MATCH),
    )
]
TA += [
    alone(2, 0, 1, "inner", LEAF, MATCH),
    alone(2, 0, 1, "inner", FULL_CHAIN, MATCH),
    alone(2, 0, 1, "root", FULL_CHAIN, MATCH),
    alone(2, 1, 1, "root", ("leaf", "root", "inner"), MATCH),
    alone(2, 0, 1, "root", LEAF, NO_MATCH),  # the anchor is not sent
    alone(2, 1, 2, "root", ("direct",), NO_MATCH),
    alone(2, 0, 0, "root", ("direct",), MATCH),  # it stands in the record
    alone(2, 1, 0, "root", ("direct",), MATCH),
    alone(2, 0, 0, "root", LEAF, MATCH),
    alone(2, 1, 0, "root", LEAF, MATCH),
    alone(2, 0, 0, "other", ("direct",), NO_MATCH),
    alone(2, 0, 1, "other", ("direct", "other"), NO_MATCH),  # sent, and signed nothing
    alone(2, 0, 1, "root", ("leaf", "root"), NO_MATCH),  # a link is missing
    alone(2, 0, 1, "root", ("expired", "root"), NO_MATCH),
    alone(2, 0, 1, "root", ("early", "root"), NO_MATCH),
    alone(2, 0, 1, "root", ("below old", "old inner", "root"), NO_MATCH),
    alone(2, 0, 1, "old root", ("below old root", "old root"), NO_MATCH),
    alone(2, 0, 0, "old root", ("below old root",), NO_MATCH),
    alone(2, 1, 0, "old root", ("below old root",), MATCH),  # a bare key has no dates
    alone(2, 0, 1, "root", ("misnamed", "root"), NO_MATCH),
    alone(2, 0, 1, "root", ("wildcard", "root"), MATCH),
    alone(2, 0, 1, "root", ("next hop", "root"), MATCH, openssl=ONE_NAME),
    alone(2, 0, 1, "root", ("cn only", "root"), MATCH),
    alone(2, 0, 1, "root", ("cn beside", "root"), NO_MATCH),
    alone(2, 0, 1, "root", ("leaf", "old copy", "inner", "root"), MATCH),  # two ways, one in date
    alone(2, 0, 1, "old copy", ("leaf", "old copy", "inner", "root"), NO_MATCH),
    alone(2, 1, 1, "old copy", ("leaf", "old copy", "inner", "root"), MATCH),  # the same key
    alone(2, 0, 1, "root", ("below none", "no authority", "root"), NO_MATCH),
    alone(2, 0, 1, "no authority", ("below none", "no authority"), NO_MATCH),
    alone(2, 0, 0, "no authority", ("below none",), NO_MATCH),
    alone(2, 1, 0, "no authority", ("below none",), MATCH),  # a bare key says nothing of its uses
    alone(2, 0, 1, "root", ("for clients", "root"), NO_MATCH),
    alone(2, 0, 1, "root", ("for both", "root"), MATCH),
    alone(2, 0, 1, "root", ("below clients", "inner for clients", "root"), NO_MATCH),
    alone(2, 0, 1, "inner for clients", ("below clients", "inner for clients"), NO_MATCH),
    alone(2, 0, 1, "itself", SELF, NO_MATCH),
    alone(2, 1, 1, "itself", SELF, NO_MATCH),
    alone(2, 1, 0, "itself", SELF, MATCH),
    alone(2, 0, 0, "itself", SELF, NO_MATCH),
    alone(2, 0, 1, "itself as ca", ("itself as ca",), NO_MATCH),
    alone(2, 0, 0, "itself as ca", ("itself as ca",), NO_MATCH),
    alone(2, 1, 0, "itself as ca", ("itself as ca",), MATCH),
    alone(2, 0, 1, "leaf", LEAF, NO_MATCH),
    alone(2, 1, 0, "leaf", LEAF, NO_MATCH),
]
ODD = [
    alone(0, 0, 1, "root", DIRECT, UNUSABLE, openssl=PKIX),
    alone(1, 1, 1, "direct", DIRECT, UNUSABLE, openssl=PKIX),
    alone(4, 1, 1, "leaf", LEAF, UNUSABLE),
    alone(255, 1, 1, "leaf", LEAF, UNUSABLE),
    alone(3, 2, 1, bytes(32), LEAF, UNUSABLE),
    alone(3, 255, 1, bytes(32), LEAF, UNUSABLE),
    alone(3, 1, 3, bytes(48), LEAF, UNUSABLE),
    alone(3, 1, 255, bytes(32), LEAF, UNUSABLE),
    alone(3, 1, 1, b"", LEAF, UNUSABLE, posttls=EMPTY),
    alone(3, 1, 1, bytes(31), LEAF, UNUSABLE),
    alone(3, 1, 1, bytes(33), LEAF, UNUSABLE),
    alone(3, 1, 2, bytes(32), LEAF, UNUSABLE),
    alone(3, 0, 0, b"", LEAF, UNUSABLE, posttls=EMPTY),
    alone(3, 0, 0, b"no certificate at all", LEAF, UNUSABLE),
    alone(3, 1, 0, b"no key at all", LEAF, UNUSABLE),
    alone(2, 0, 0, b"no certificate at all", LEAF, UNUSABLE),
]


def several(name, shown, verdict, *records, **facts):
    """A case of more than one record."""
    return DaneCase(name, shown, records, verdict, **facts)


PAIRS = [
    several(
        "good 3 1 1 beside stale 3 1 2",
        LEAF,
        Verdict.MISMATCH,
        of(3, 1, 1, "leaf", OUTRANKED),
        of(3, 1, 2, "next", NO_MATCH),
    ),
    several(
        "good 3 1 2 beside stale 3 1 1",
        LEAF,
        Verdict.MATCH,
        of(3, 1, 1, "next", OUTRANKED),
        of(3, 1, 2, "leaf", MATCH),
    ),
    several(
        "good 3 1 1 beside stale 3 0 2",
        LEAF,
        Verdict.MATCH,
        of(3, 0, 2, "next", NO_MATCH),
        of(3, 1, 1, "leaf", MATCH),
    ),
    several(
        "good 3 1 1 beside stale 2 1 2",
        LEAF,
        Verdict.MATCH,
        of(2, 1, 2, "other", NO_MATCH),
        of(3, 1, 1, "leaf", MATCH),
    ),
    several(
        "good 3 1 0 beside stale 3 1 2",
        LEAF,
        Verdict.MATCH,
        of(3, 1, 2, "next", NO_MATCH),
        of(3, 1, 0, "leaf", MATCH),
    ),
    several(
        "good 3 0 1 beside stale 3 0 0",
        LEAF,
        Verdict.MATCH,
        of(3, 0, 0, "next", NO_MATCH),
        of(3, 0, 1, "leaf", MATCH),
    ),
    several(
        "good 3 1 1 beside 3 1 2 of a wrong length",
        LEAF,
        Verdict.MATCH,
        of(3, 1, 2, bytes(63), UNUSABLE),
        of(3, 1, 1, "leaf", MATCH),
    ),
    several(
        "good 3 1 1 beside an unknown digest",
        LEAF,
        Verdict.MATCH,
        of(3, 1, 4, bytes(64), UNUSABLE),
        of(3, 1, 1, "leaf", MATCH),
    ),
    several(
        "rollover: this key and the next",
        LEAF,
        Verdict.MATCH,
        of(3, 1, 1, "next", NO_MATCH),
        of(3, 1, 1, "leaf", MATCH),
    ),
    several(
        "stale 3 1 1, good 2 0 1",
        DIRECT,
        Verdict.MATCH,
        of(3, 1, 1, "next", NO_MATCH),
        of(2, 0, 1, "root", MATCH),
    ),
    several(
        "good 3 1 1, and an anchor for another name",
        ("misnamed", "root"),
        Verdict.MATCH,
        of(2, 0, 1, "root", NO_MATCH),
        of(3, 1, 1, "misnamed", MATCH),
    ),
    several(
        "good 2 0 1 beside stale 2 0 2",
        DIRECT,
        Verdict.MISMATCH,
        of(2, 0, 1, "root", OUTRANKED),
        of(2, 0, 2, "other", NO_MATCH),
    ),
    several(
        "good 2 0 1 beside stale 2 0 2 that is another certificate of the chain",
        FULL_CHAIN,
        Verdict.MATCH,
        of(2, 0, 1, "inner", OUTRANKED),
        of(2, 0, 2, "root", MATCH),
    ),
    several(
        "1 1 1 alone beside stale 3 1 1",
        LEAF,
        Verdict.MISMATCH,
        of(1, 1, 1, "leaf", UNUSABLE),
        of(3, 1, 1, "next", NO_MATCH),
    ),
    several(
        "all unusable",
        LEAF,
        Verdict.UNUSABLE,
        of(3, 1, 1, bytes(31), UNUSABLE),
        of(3, 9, 1, bytes(32), UNUSABLE),
    ),
]
CASES = (*EE, *TA, *ODD, *PAIRS)
