"""The parts of what is wrong with name servers, and that it holds at every moment."""

import random
from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mxgui.model.event import Asked, Ended, Event, Learned, Resumed
from mxgui.model.inspection import learn
from mxgui.routing.authority import zones_asked
from mxgui.routing.route import route_of
from mxgui.rules.case import Case
from mxgui.rules.engine import judge
from mxgui.rules.finding import Severity
from mxgui.rules.servers import all_zones, different_serials, other_zones, own_zones, places_of
from tests.authorities import (
    LAME,
    NS1,
    NS2,
    REFUSED,
    RESOLVING,
    SILENT,
    SIX,
    a_server,
    above,
    asked,
    step_of,
)
from tests.builders import NOON, PLAN, a_server_answer, an_inspection

HOST = "mx1.example.org"
KNOWN = an_inspection(hosts={HOST: "20.0.0.1"})


def a_case(known):
    return Case(known, route_of(known))


def test_zones_are_told_apart_by_what_lies_in_them():
    case = a_case(asked(a_server(NS1), a_server(NS2, "ns1.example.net", "example.net")))
    assert [zone.name for zone in own_zones(case)] == ["example.org"]
    assert [zone.name for zone in other_zones(case)] == ["example.net"]
    assert len(all_zones(case)) == 2


def test_where_we_could_not_look_there_is_no_zone_to_judge():
    assert all_zones(a_case(asked(a_server(NS1, **SILENT)))) == []
    assert all_zones(a_case(asked(a_server(NS1, **RESOLVING)))) == []


def test_serials_are_told_latest_first():
    known = asked(a_server(NS1, serial=3), a_server(NS2, "ns2.example.org", serial=9))
    assert different_serials(zones_asked(known)[0]) == (9, 3)


def test_many_places_are_counted():
    servers = [a_server(f"20.0.0.{n}", f"ns{n}.example.org") for n in range(1, 8)]
    told = places_of(list(zones_asked(asked(*servers))[0].servers))
    assert str(told[-1]) == "3 more"


MANNERS: tuple[Mapping[str, Any], ...] = (
    {},
    {},
    {"serial": 6},
    {"mx": "20 other.example"},
    {"mx": "20 other.example", "serial": 6},
    {"mx": ""},
    {"servers": ("ns1.example.org",)},
    {"tcp": SILENT},
    {"ttl": 5},
    SILENT,
    LAME,
    REFUSED,
    RESOLVING,
)
PLACES = ((NS1, "ns1.example.org"), (SIX, "ns1.example.org"), (NS2, "ns2.example.org"))
ABOVE = (above(), above("ns1.example.org"), above(glue=(f"ns1.example.org {NS2}",)), ())


@st.composite
def passes(draw):
    """All that a pass over one zone learns, and the order in which it does."""
    answers = list(draw(st.sampled_from(ABOVE)))
    for address, server in PLACES:
        facts = draw(st.sampled_from(MANNERS))
        found = draw(st.sampled_from(("20.0.0.1", "20.0.0.2")))
        own = (a_server_answer(f"{HOST} A", address, found),) if "status" not in facts else ()
        answers += a_server(address, server, more=own, **facts)
    return answers, draw(st.integers(0, 2**32))


@given(passes())
def test_what_matters_stays_whatever_comes_first(told):
    answers, seed = told
    rest = [answer for answer in answers if answer.zone != "org"]
    random.Random(seed).shuffle(rest)
    events: list[Event] = [Learned(step_of(one), one) for one in answers if one.zone == "org"]
    events += [Asked(step_of(one), 1.0) for one in rest]
    events += [Learned(step_of(one), one) for one in rest]
    known = learn(KNOWN, Resumed(PLAN, NOON))
    seen = [known]
    events.append(Ended(NOON))
    for event in events:
        known = learn(known, event)
        seen.append(known)
    whole = {(one.id, one.subject): one for one in judge(known)}
    for prefix in seen:
        for finding in judge(prefix):
            if not Severity.NOTICE.is_worse_than(finding.severity):
                last = whole[finding.id, finding.subject]
                assert not finding.severity.is_worse_than(last.severity)
                assert finding.severity is last.severity or finding.provisional
