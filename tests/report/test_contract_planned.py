"""Planned records in the JSON of format 1."""

from dataclasses import replace

from mxgui.model.records import Status
from mxgui.report.contract import report_value
from mxgui.report.contract_planned import comparison_value
from mxgui.report.report import report_of
from tests.builders import an_inspection
from tests.planned import a_planned

PLANNED = a_planned("10 new.example.net, 20 mx1.example.org")


def value(inspection):
    return comparison_value(report_of(inspection, str))


def test_nothing_planned_is_null():
    assert value(an_inspection()) is None
    assert report_value(report_of(an_inspection(), str))["planned"] is False


def test_a_plan_is_told_with_what_it_changes():
    told = report_value(report_of(PLANNED, str))
    assert told["planned"] is True
    assert told["route"]["dnssec"] == "unknown"
    assert told["route"]["ttl"] is None
    compared = told["comparison"]
    assert compared["published"] == [{"preference": 10, "host": "mx1.example.org"}]
    assert compared["hosts"][0] == {
        "host": "new.example.net",
        "change": "added",
        "published": [],
        "planned": [10],
        "first_published": 0.0,
        "first_planned": 1.0,
    }
    assert compared["verdict"] == {"published": "flows", "planned": "flows"}
    assert "ROUTE-LADDER" not in {one["id"] for one in compared["findings"]["go"]}


def test_what_is_not_known_of_the_published_is_null():
    told = value(replace(PLANNED, ended=None))
    assert told["verdict"]["published"] is None
    assert told["findings"] is None
    assert told["hosts"][0]["first_published"] is None
    assert value(a_planned("10 a.example", Status.TIMEOUT))["published_status"] == "timeout"
