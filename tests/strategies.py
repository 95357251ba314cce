"""Facts of every shape that their types allow, made up by hypothesis."""

from dataclasses import fields
from datetime import UTC, datetime
from enum import Enum
from functools import cache
from ipaddress import IPv4Address, IPv6Address
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from mxgui.model.authority import ServerAnswer
from mxgui.model.certificate import Certificate
from mxgui.model.chain import Chain
from mxgui.model.domain import Domain
from mxgui.model.event import (
    AskStep,
    ChainStep,
    Fact,
    LineStep,
    PolicyStep,
    ProbeStep,
    SecureStep,
    ServerStep,
    Step,
)
from mxgui.model.inspection import Inspection
from mxgui.model.plan import Plan
from mxgui.model.policy import PolicyFetch
from mxgui.model.records import Answer, Caa, Mx, Tlsa
from mxgui.model.security import Security
from mxgui.model.smtp import Probe, Target
from tests.builders import a_certificate, an_entry

TYPED = ("example.org", "com.", "bücher.example", "[192.0.2.1]", "[IPv6:2001:db8::1]", "faß.de")
SHORT = st.integers(0, 65_535)
OCTET = st.integers(0, 255)

LEAVES: dict[Any, st.SearchStrategy[Any]] = {
    NoneType: st.none(),
    bool: st.booleans(),
    bytes: st.binary(max_size=40),
    str: st.text(max_size=20),
    int: st.integers(-(2**63) + 1, 2**63 - 1),
    float: st.floats(0, 1e9) | st.integers(0, 100),
    datetime: st.datetimes(datetime(2000, 1, 1), datetime(8999, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    IPv4Address: st.ip_addresses(v=4),
    IPv6Address: st.ip_addresses(v=6),
    Domain: st.sampled_from(TYPED).map(lambda typed: an_entry(typed).domain),
    # One digest is one certificate: what is read from its bytes cannot differ.
    Certificate: st.sampled_from(("mx1.example.org", "mx2.example.org")).map(a_certificate),
}
ADDRESS = st.ip_addresses().map(str)
PLANNED = st.lists(
    st.builds(Mx, SHORT, st.sampled_from((".", "mx1.example.org", "_odd.xn--bcher-kva.example"))),
    max_size=3,
).map(tuple)
FITTING: dict[Any, dict[str, st.SearchStrategy[Any]]] = {
    Mx: {"preference": SHORT},
    Tlsa: {"usage": OCTET, "selector": OCTET, "matching": OCTET},
    Caa: {"flags": OCTET},
    ChainStep: {"address": ADDRESS, "port": SHORT},
    Plan: {"port": SHORT, "mta_sts_port": SHORT, "mx": PLANNED},
    PolicyFetch: {"port": SHORT},
    ProbeStep: {"address": ADDRESS, "port": SHORT},
    ServerAnswer: {"address": ADDRESS},
    ServerStep: {"address": ADDRESS},
    Target: {"address": ADDRESS, "port": SHORT},
}


@cache
def of(kind: Any) -> st.SearchStrategy[Any]:
    """Give values of a type of the model."""
    if kind in LEAVES:
        return LEAVES[kind]
    if get_origin(kind) is tuple:
        return st.lists(of(get_args(kind)[0]), max_size=3).map(tuple)
    if get_origin(kind) in (Union, UnionType):
        return st.one_of([of(one) for one in get_args(kind)])
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    return st.builds(kind, **{**fields_of(kind), **FITTING.get(kind, {})})


def fields_of(kind: Any) -> dict[str, st.SearchStrategy[Any]]:
    """Give a strategy for each field of a class."""
    hints = get_type_hints(kind)
    return {one.name: of(hints[one.name]) for one in fields(kind) if one.init}


def a_step_of(fact: Any, vantage: str) -> Any:
    """Give the step under which a fact is kept."""
    match fact:
        case Answer():
            return AskStep(fact.question, vantage)
        case Probe():
            return ProbeStep(fact.target.address, fact.target.port, vantage)
        case Security():
            return SecureStep(fact.question, vantage)
        case ServerAnswer():
            return ServerStep(fact.zone, fact.server, fact.address, fact.question, fact.transport)
        case Chain():
            return ChainStep("192.0.2.1", 25, vantage)
        case PolicyFetch():
            return PolicyStep(fact.domain)
        case _:
            return LineStep(fact.vantage)


FACTS = st.lists(
    st.tuples(
        st.one_of(*map(of, get_args(Fact))),
        st.text(max_size=8),
    ),
    max_size=4,
).map(lambda told: {a_step_of(fact, vantage): fact for fact, vantage in told})
WAITING = st.dictionaries(
    st.one_of(*map(of, get_args(Step))),
    LEAVES[float],
    max_size=2,
)


HEAD = {
    name: of(hint)
    for name, hint in get_type_hints(Inspection).items()
    if name not in ("facts", "waiting", "computed")
}
INSPECTIONS = st.builds(Inspection, **HEAD, facts=FACTS, waiting=WAITING)
