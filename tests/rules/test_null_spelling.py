"""Sole exchanges that look as though a null MX were meant."""

import pytest

from mxgui.model.records import Status
from mxgui.routing.route import route_of
from mxgui.rules.case import Case
from mxgui.rules.null_spelling import misspelt_null
from tests.builders import an_answer, an_inspection
from tests.rules.judging import so_far


def found(inspection) -> str | None:
    host = misspelt_null(Case(inspection, route_of(inspection)))
    return host.name if host else None


@pytest.mark.parametrize("name", ["localhost", "mail.localhost", "example.org", "0", "null"])
def test_such_a_name_alone_is_one(name):
    assert found(an_inspection(mx=f"0 {name}", hosts={})) == name


@pytest.mark.parametrize(
    ("mx", "hosts"),
    [
        ("0 localhost, 10 a.example.org", {}),
        ("0 example.org", {"example.org": "20.0.0.1"}),
        ("0 example.org", {"example.org": Status.SERVFAIL}),
        ("0 gone.example.org", {}),
        ("0 .", {}),
        ("", {}),
        ("0 192.0.2.7", {}),
    ],
)
def test_what_leads_somewhere_or_stands_beside_another_is_none(mx, hosts):
    assert found(an_inspection(mx=mx, hosts=hosts)) is None


def test_a_name_is_none_before_dns_has_said_that_it_has_no_address():
    mx = an_answer(records="0 example.org")
    assert found(so_far(mx)) is None
    assert found(so_far(mx, an_answer(kind="A"))) is None
    assert found(so_far(mx, an_answer(kind="A"), an_answer(kind="AAAA"))) == "example.org"
