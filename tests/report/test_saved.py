"""What was saved is read back whole, and what was not is refused with a sentence."""

import json

import pytest

from mxgui.model.codec import CannotRead
from mxgui.model.inspection import Inspection
from mxgui.report.exporters.html import EXPORTER as HTML
from mxgui.report.exporters.json import EXPORTER as JSON
from mxgui.report.report import report_of
from mxgui.report.saved import read_saved
from tests.builders import an_inspection
from tests.report.samples import everything

SAMPLES = everything()


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


def test_a_file_cut_short_is_refused():
    whole = as_json(an_inspection())
    with pytest.raises(CannotRead):
        read_saved(whole[: len(whole) // 2])


def test_a_fact_that_was_tampered_with_is_refused():
    value = json.loads(as_json(an_inspection()))
    value["facts"]["began"] = ["yesterday"]
    with pytest.raises(CannotRead):
        read_saved(json.dumps(value).encode())
