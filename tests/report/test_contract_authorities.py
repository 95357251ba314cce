"""Name servers in the JSON of format 1."""

from typing import Any

from mxgui.model.plan import Plan
from mxgui.report.contract import report_value
from mxgui.report.contract_authorities import authorities_value
from mxgui.report.report import report_of
from tests.authorities import NS1, NS2, SILENT, a_server, above, asked
from tests.builders import an_inspection
from tests.report.contract_shape import AUTHORITY
from tests.report.misfit import misfit


def test_nobody_asked_is_null_and_nobody_found_an_empty_list():
    assert authorities_value(an_inspection()) is None
    assert authorities_value(an_inspection(plan=Plan(authoritative=True))) == []


def test_each_answer_is_an_object_in_a_fixed_order():
    second = a_server(NS2, "ns2.example.org", **SILENT)
    value: Any = authorities_value(asked(second, a_server(NS1), above()))
    assert [misfit(one, AUTHORITY) for one in value] == [None] * len(value)
    told = [(one["zone"], one["server"], one["question"], one["transport"]) for one in value]
    assert told == sorted(told)
    assert told[0] == ("example.org", "ns1.example.org", "example.org MX", "udp")
    assert value[0]["answer"] == ["10 mx1.example.org"]
    assert value[0]["authoritative"] is True


def test_it_is_a_part_of_the_whole():
    known = asked(a_server(NS1))
    assert report_value(report_of(known))["authorities"] == authorities_value(known)
