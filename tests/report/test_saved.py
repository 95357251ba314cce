"""What was saved is read back whole, and what was not is refused with a sentence."""

import json
from pathlib import Path

import pytest

from mxgui.model.codec import CannotRead, load, read_json
from mxgui.model.inspection import Inspection
from mxgui.report.contract import report_value
from mxgui.report.exporters import EXPORTERS
from mxgui.report.exporters.html import EXPORTER as HTML
from mxgui.report.exporters.json import EXPORTER as JSON
from mxgui.report.report import report_of
from mxgui.report.saved import MOST_FACTS, MOST_RECORDS, read_saved
from tests.builders import an_inspection
from tests.report.contract_shape import REPORT
from tests.report.misfit import misfit
from tests.report.samples import everything

SAMPLES = everything()
EARLIER = Path(__file__).parent.parent / "data"  # what versions of mxgui have saved


def as_json(inspection: Inspection) -> bytes:
    return JSON.render(report_of(inspection, str))


def as_page(inspection: Inspection) -> bytes:
    return HTML.render(report_of(inspection, str))


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("written", [as_json, as_page])
def test_a_report_is_read_back_as_it_was(written, name: str):
    assert read_saved(written(SAMPLES[name])) == SAMPLES[name]


def test_a_byte_order_mark_is_no_hindrance():
    assert read_saved(b"\xef\xbb\xbf" + as_json(an_inspection())) == an_inspection()
    assert read_saved(b"\xef\xbb\xbf\n" + as_page(an_inspection())) == an_inspection()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "That is no JSON file, or a broken one."),
        (b"\xff\xfe\x00", "That is no JSON file, or a broken one."),
        (b"[" * 100_000, "That is no JSON file, or a broken one."),
        (b"[]", "That is no saved inspection: it holds no facts."),
        (b"{}", "That is no saved inspection: it holds no facts."),
        (b"<html></html>", "That is a page, but not a report of mxgui: it holds no facts."),
        (
            b'{"format": 2, "facts": {}}',
            "A newer mxgui wrote this file (format 2): read it with that one.",
        ),
        (
            b'{"facts": {}}',
            "That is no saved inspection: it does not say that it has format 1.",
        ),
    ],
)
def test_what_is_no_saved_inspection_is_refused_with_a_sentence(data: bytes, sentence: str):
    with pytest.raises(CannotRead) as refused:
        read_saved(data)
    assert str(refused.value.text) == sentence


@pytest.mark.parametrize("records", [MOST_RECORDS, MOST_RECORDS + 1])
def test_more_than_an_inspection_can_have_is_refused(records: int):
    mx = ", ".join(f"10 mx{number}.example" for number in range(records))
    written = as_json(an_inspection(mx=mx, hosts={}))
    if records > MOST_RECORDS:
        with pytest.raises(CannotRead, match="more than any inspection"):
            read_saved(written)
    else:
        assert len(read_saved(written).facts) < MOST_FACTS


def test_a_file_cut_short_is_refused():
    whole = as_json(an_inspection())
    with pytest.raises(CannotRead):
        read_saved(whole[: len(whole) // 2])


def test_a_fact_that_was_tampered_with_is_refused():
    value = json.loads(as_json(an_inspection()))
    value["facts"]["began"] = ["yesterday"]
    with pytest.raises(CannotRead):
        read_saved(json.dumps(value).encode())


def earlier(name: str) -> Inspection:
    return load(read_json((EARLIER / name).read_bytes()))


@pytest.mark.parametrize("name", [file.name for file in sorted(EARLIER.glob("inspection-*.json"))])
def test_what_an_earlier_version_saved_is_reported_by_this_one(name: str):
    report = report_of(earlier(name), str)
    assert misfit(report_value(report), REPORT) is None
    for exporter in EXPORTERS:
        if exporter.name != "png":  # painted from the SVG, by Qt
            assert exporter.render(report)


def test_all_that_was_learned_of_trust_is_still_judged():
    value = report_value(report_of(earlier("inspection-0.1.0-trust.json"), str))
    assert {"DANE-MISMATCH", "STS-MX-UNCOVERED", "MX-UNEXPECTED", "MX-DUP-ADDR"} <= {
        finding["id"] for finding in value["findings"]
    }
    assert value["route"]["dnssec"] == "secure"
    assert [vantage["id"] for vantage in value["vantages"]] == ["direct", "proxy"]
    assert {
        (probe["host"], probe["dane"]["verdict"], probe["sts"]) for probe in value["probes"]
    } == {
        ("mx1.trust.example", "match", "pass"),
        ("mx2.trust.example", "match", "pass"),
        ("mx3.trust.example", "mismatch", "not_covered"),
    }
    assert {each["serial"] for each in value["authorities"] if each["zone"] == "trust.example"}
