"""`mxgui report`."""

import json

import pytest


@pytest.fixture
def saved(shell, tmp_path):
    """An inspection of a demo domain, saved as JSON."""
    shell("demo", "three-tiers.example", "--output", "saved.json")
    return tmp_path / "saved.json"


def test_json_from_json_is_the_same_to_the_byte(shell, saved, tmp_path):
    shell("report", str(saved), "--output", "again.json")
    assert (tmp_path / "again.json").read_bytes() == saved.read_bytes()


def test_json_from_the_html_report_is_the_same_too(shell, saved, tmp_path):
    shell("report", str(saved), "--output", "report.html")
    shell("report", "report.html", "--output", "again.json")
    assert (tmp_path / "again.json").read_bytes() == saved.read_bytes()


def test_the_facts_are_judged_again(shell, saved):
    assert shell("report", str(saved), "--format", "json").code == 0
    assert json.loads(saved.read_text())["verdict"] == "flows"


@pytest.mark.parametrize("content", ["", "{}", "[1, 2]", "<html></html>", '{"format": 99}', "\x00"])
def test_a_file_that_is_no_inspection_gets_one_sentence(shell, tmp_path, content):
    (tmp_path / "bad.json").write_text(content)
    ran = shell("report", "bad.json")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
