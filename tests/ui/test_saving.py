"""A result becomes a file, or a sentence that says why not."""

import json

import pytest

from mxgui.report.exporters import EXPORTERS
from mxgui.ui.saving import save
from mxgui.ui.wishes import Save
from tests.ui.showing import two_tiers


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_every_format_is_written(exporter, tmp_path, qapp):
    path = tmp_path / f"report{exporter.suffix}"
    assert save(two_tiers(), Save(exporter.name, str(path))) is None
    assert path.stat().st_size > 100


def test_the_saved_json_can_be_read_again(tmp_path):
    path = tmp_path / "report.json"
    save(two_tiers(), Save("json", str(path)))
    assert json.loads(path.read_text())["domain"]["ascii"] == "example.org"


def test_a_file_that_is_there_stays_unless_it_may_be_replaced(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("mine")
    problem = save(two_tiers(), Save("text", str(path)))
    assert problem is not None
    assert "report.txt" in str(problem)
    assert path.read_text() == "mine"
    assert save(two_tiers(), Save("text", str(path), replace=True)) is None
    assert path.read_text() != "mine"


def test_a_folder_that_is_not_there_is_told(tmp_path):
    problem = save(two_tiers(), Save("html", str(tmp_path / "nowhere" / "report.html")))
    assert problem is not None
    assert "folder" in str(problem)
