"""The CAA records that hold for a host: its own, or those of a name above it."""

import pytest

from mxgui.model.records import Status
from mxgui.routing.caa import MOST_NAMES, caa_of, names_above
from tests.builders import a_failed_answer, an_answer, an_inspection

HOST = "mx1.example.org"
ABSENT = [a_failed_answer(name, "CAA", Status.NODATA) for name in (HOST, "example.org", "org")]


def known(*answers):
    return an_inspection(answers=answers)


def test_the_names_above_end_below_the_root():
    assert list(names_above("a.b.org")) == ["a.b.org", "b.org", "org"]
    assert list(names_above("org")) == ["org"]
    assert len(list(names_above(".".join("a" * 40)))) == MOST_NAMES


@pytest.mark.parametrize("place", range(3))
def test_the_nearest_records_hold(place):
    name = (HOST, "example.org", "org")[place]
    answers = [*ABSENT[:place], an_answer(name, "CAA", "0 issue ca.example.net")]
    found = caa_of(known(*answers), HOST)
    assert (found.is_known, found.owner) == (True, name)
    assert [str(record) for record in found.records] == ['0 issue "ca.example.net"']


def test_where_no_name_has_any_it_is_known_that_there_are_none():
    found = caa_of(known(*ABSENT), HOST)
    assert (found.is_known, found.records) == (True, ())


@pytest.mark.parametrize("status", [Status.SERVFAIL, Status.TIMEOUT, Status.NOT_ASKED])
def test_a_lookup_that_did_not_end_well_leaves_it_open(status):
    answers = [ABSENT[0], a_failed_answer("example.org", "CAA", status)]
    assert not caa_of(known(*answers), HOST).is_known


def test_a_very_deep_name_is_left_open():
    deep = ".".join("a" * 40)
    answers = [a_failed_answer(name, "CAA", Status.NODATA) for name in names_above(deep)]
    assert not caa_of(known(*answers), deep).is_known
