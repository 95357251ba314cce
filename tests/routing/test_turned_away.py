"""Mail flows, and senders that insist on encryption stay away all the same."""

import pytest

from mxgui.routing.harm import harm_of
from mxgui.routing.route import route_of
from mxgui.routing.turned_away import turned_away
from tests.policies import TESTING, a_protected
from tests.rules.dane_worlds import GOOD, STALE, DaneHost, dane_world


def told(inspection) -> str | None:
    words = turned_away(inspection, route_of(inspection))
    return None if words is None else str(words)


def with_dane(*hosts: DaneHost):
    names = "ab"[: len(hosts)]
    mx = ", ".join(f"{10 * at} {name}" for at, name in enumerate(names, start=1))
    return dane_world(mx=mx, hosts=dict(zip(names, hosts, strict=True)))


@pytest.mark.parametrize(
    ("hosts", "words"),
    [
        ((DaneHost((GOOD,)),), None),
        ((DaneHost(),), None),
        ((DaneHost((STALE,)),), None),  # all of them: told otherwise
        ((DaneHost((STALE,)), DaneHost((STALE,))), None),
        (
            (DaneHost((STALE,)), DaneHost((GOOD,))),
            "Mail flows; senders that use DANE skip 1 of 2 exchanges.",
        ),
    ],
)
def test_senders_that_do_dane_skip_what_does_not_match(hosts, words):
    assert told(with_dane(*hosts)) == words


TWO = {"mx1.example.org": "20.0.0.1", "mx2.example.org": "20.0.1.1"}
BOTH = "10 mx1.example.org, 20 mx2.example.org"


@pytest.mark.parametrize(
    ("inspection", "words"),
    [
        (a_protected(), None),
        (a_protected(untrusted=["20.0.0.1"]), None),
        (a_protected(TESTING, untrusted=["20.0.0.1"]), None),
        (a_protected(None, None), None),
        (
            a_protected(mx=BOTH, hosts=TWO, untrusted=["20.0.1.1"]),
            "Mail flows; senders that honour its MTA-STS policy skip 1 of 2 exchanges.",
        ),
    ],
)
def test_senders_that_honour_a_policy_skip_what_fails_it(inspection, words):
    assert told(inspection) == words


def test_it_is_the_harm_of_a_route_that_is_well_otherwise():
    inspection = a_protected(mx=BOTH, hosts=TWO, untrusted=["20.0.1.1"])
    harm = harm_of(inspection, route_of(inspection))
    assert str(harm).endswith("skip 1 of 2 exchanges.")
