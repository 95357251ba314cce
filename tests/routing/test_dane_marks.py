"""The chip of DANE."""

import pytest

from mxgui.model.records import Status
from mxgui.model.security import Dnssec
from mxgui.model.smtp import Outcome
from mxgui.routing.dane_marks import dane_marks
from mxgui.routing.route import route_of
from mxgui.routing.shapes import Tone
from tests.rules import faults
from tests.rules.dane_worlds import GOOD, STALE, UNUSABLE, A, DaneHost, dane_world


def chips(host, name="a", **facts):
    inspection = dane_world(mx=f"10 {name}", hosts={name: host}, **facts)
    [only] = route_of(inspection).hosts
    return [(str(mark.words), mark.tone) for mark in dane_marks(inspection, only)]


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        (DaneHost(), []),
        (DaneHost((GOOD,)), [("DANE", Tone.OK)]),
        (DaneHost((STALE,)), [("DANE fails", Tone.FAIL)]),
        (DaneHost((UNUSABLE,)), [("DANE unusable", Tone.WARN)]),
        (
            DaneHost((UNUSABLE,), probe=faults.unencrypted(A, "20.0.0.1")),
            [("DANE fails", Tone.FAIL)],
        ),
        (DaneHost(Status.SERVFAIL), [("DANE fails", Tone.FAIL)]),
        (DaneHost((GOOD,), probe=Outcome.REFUSED), [("DANE", Tone.IDLE)]),
    ],
)
def test_a_host_has_one_chip_or_none(host, expected):
    assert chips(host) == expected


def test_only_some_addresses_may_fail():
    host = DaneHost((GOOD,), at={"20.0.1.1": ("next",)})
    assert chips(host, "b") == [("DANE fails at 1", Tone.WARN)]


def test_what_does_not_count_and_what_is_not_known_have_none():
    assert chips(DaneHost((GOOD,)), states={f"{A} A": Dnssec.INSECURE}) == []
    assert chips(DaneHost((GOOD,)), states={f"{A} A": Dnssec.UNKNOWN}) == []


def test_of_addresses_that_cannot_be_had_others_tell():
    assert chips(DaneHost((GOOD,)), states={f"{A} A": Dnssec.BOGUS}) == []
