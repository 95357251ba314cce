"""The page stands alone: well formed, no script, nothing loaded, nothing that the network wrote."""

import json
import re
from base64 import b64encode
from hashlib import sha256

import pytest

from mxgui.model.inspection import Inspection
from mxgui.report.markup import visible
from mxgui.report.report import report_of
from mxgui.report.whole_page import written
from tests.report.golden_files import golden
from tests.report.page_reader import PageReader
from tests.report.samples import (
    HOSTILE,
    everything,
    failures,
    hostile,
    null_mx,
    planned,
    protected,
    three_tiers,
)

SAMPLES = everything()


def page(inspection: Inspection) -> str:
    return written(report_of(inspection, str)).decode()


@pytest.mark.parametrize(
    ("name", "inspection"),
    [
        ("three-tiers", three_tiers()),
        ("null-mx", null_mx()),
        ("failures", failures()),
        ("protected", protected()),
        ("planned", planned()),
    ],
)
def test_the_page_is_as_it_has_to_be(name: str, inspection: Inspection):
    whole = written(report_of(inspection, str))
    assert golden(f"{name}.html", whole) == whole


@pytest.mark.parametrize("name", SAMPLES)
def test_every_page_is_well_formed_and_loads_nothing(name: str):
    written = page(SAMPLES[name])
    read = PageReader(written)
    assert not read.faults
    assert not {"link", "img", "iframe", "object", "a", "base"} & {tag for tag, _ in read.elements}
    assert "@import" not in written
    assert "url(" not in written


@pytest.mark.parametrize("name", SAMPLES)
def test_the_only_script_element_holds_data(name: str):
    written = page(SAMPLES[name])
    scripts = PageReader(written).attributes("script")
    assert scripts == [{"type": "application/json", "id": "mxgui-facts"}]
    inside = re.search(r"<script[^>]*>(.*)</script>", written, re.DOTALL)
    assert inside is not None
    assert set(json.loads(inside[1])) == {"format", "version", "domain", "facts"}


def test_the_policy_allows_the_style_of_the_page_and_nothing_else():
    written = page(three_tiers())
    style = re.search(r"<style>(.*)</style>", written, re.DOTALL)
    policy = next(
        meta["content"]
        for meta in PageReader(written).attributes("meta")
        if meta.get("http-equiv") == "Content-Security-Policy"
    )
    assert style is not None
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_hostile_text_is_shown_and_does_nothing():
    written = page(hostile())
    read = PageReader(written)
    assert not read.faults
    assert written.count("<script") == 1
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written)
    for words in HOSTILE:
        assert visible(words) in read.words


def test_a_domain_that_looks_like_a_slot_of_the_frame_is_not_filled():
    assert "${facts} $style {{title}} {host}" in PageReader(page(hostile())).words


def test_there_is_light_and_dark_and_print():
    written = page(three_tiers())
    assert "prefers-color-scheme: dark" in written
    assert "@media print" in written
    assert "color-scheme: light dark" in written
