"""The JSON of format 1 has every key of the contract, and nothing that was made up."""

import json
from dataclasses import replace

import pytest

from mxgui.model.codec import load
from mxgui.model.inspection import Inspection
from mxgui.model.smtp import Outcome
from mxgui.report.contract import report_value, saved_value
from mxgui.report.report import report_of
from tests.builders import a_line, an_inspection
from tests.report.contract_shape import REPORT
from tests.report.misfit import misfit
from tests.report.samples import everything, three_tiers, under_way

SAMPLES = everything()


def value_of(inspection: Inspection) -> dict:
    return report_value(report_of(inspection, str))


@pytest.mark.parametrize("name", SAMPLES)
def test_every_key_is_there_in_order_and_of_its_type(name: str):
    assert misfit(value_of(SAMPLES[name]), REPORT) is None


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_facts_give_the_same_json(name: str):
    first, second = value_of(SAMPLES[name]), value_of(everything()[name])
    assert json.dumps(first) == json.dumps(second)


def test_parts_that_this_build_does_not_know_are_null():
    value = value_of(three_tiers())
    host = value["route"]["tiers"][0]["hosts"][0]
    assert value["authorities"] is None
    assert host["tlsa"] is None
    assert host["dane"] == value["probes"][0]["dane"]["verdict"] == "unknown"
    assert value["policies"]["mta_sts"]["verdict"] is None
    assert host["sts"] == value["probes"][0]["sts"] == "unknown"


def test_the_head_says_what_was_typed_and_what_it_was_taken_for():
    value = value_of(an_inspection("Postmaster@BÜCHER.example"))
    assert value["domain"] == {
        "input": "Postmaster@BÜCHER.example",
        "taken_as": "address",
        "ascii": "xn--bcher-kva.example",
        "unicode": "bücher.example",
    }
    assert (value["format"], value["planned"], value["resolver"]) == (
        1,
        False,
        "192.0.2.53:53 (system)",
    )


def test_times_are_utc_with_milliseconds():
    value = value_of(an_inspection())
    assert value["began"] == "2026-11-23T12:00:00.000Z"
    assert value["ended"].endswith("Z")
    assert value_of(under_way())["ended"] is None


def test_probes_stand_in_the_order_of_tries():
    value = value_of(three_tiers())
    tried = [place["address"] for place in value["try_order"]]
    assert [probe["address"] for probe in value["probes"]] == tried
    assert [place["position"] for place in value["try_order"]] == list(range(1, 8))


def test_what_no_run_of_the_sender_comes_to_is_left_out_though_every_host_was_probed():
    assert value_of(three_tiers())["left_out"] == []
    known = three_tiers()
    value = value_of(replace(known, plan=replace(known.plan, sender="postfix")))
    tried = [place["address"] for place in value["try_order"]]
    others = [place["address"] for place in value["left_out"]]
    assert (len(tried), len(others)) == (5, 2)
    assert sorted(tried + others) == sorted(probe["address"] for probe in value["probes"])


def test_an_open_port_is_told_and_silence_is_not_called_a_closed_one():
    assert value_of(an_inspection())["vantages"][0]["port_open"] is True
    silent = an_inspection(probes={"192.0.2.1": Outcome.TIMED_OUT})
    assert value_of(silent)["vantages"][0]["port_open"] is None


def test_the_name_given_in_ehlo_is_that_of_the_line_or_of_all_probes():
    inspection = an_inspection()
    step = next(step for step, fact in inspection.facts.items() if fact == inspection.line)
    unnamed = replace(inspection, facts={**inspection.facts, step: a_line(helo="")})
    assert value_of(inspection)["vantages"][0]["helo"] == "mail.example.net"
    assert value_of(unnamed)["vantages"][0]["helo"] == "mail.example.net"


def test_findings_carry_why_fix_and_references():
    finding = value_of(an_inspection(mx="0 ., 10 mx1.example.org"))["findings"][0]
    assert finding["id"] == "MX-NULL-MIXED"
    assert finding["why"]
    assert finding["fix"]
    assert finding["references"][0].startswith("RFC 7505")


def test_the_facts_are_all_that_is_needed_to_read_it_back():
    assert load(json.loads(json.dumps(value_of(three_tiers())["facts"]))) == three_tiers()
    assert list(saved_value(three_tiers())) == ["format", "version", "domain", "facts"]
