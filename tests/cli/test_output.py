"""Where a result goes."""

import pytest

from mxgui.report.exporters import EXPORTERS


@pytest.fixture
def saved(shell, tmp_path):
    """An inspection of a demo domain, saved as JSON."""
    shell("demo", "one-host.example", "--output", "saved.json")
    return tmp_path / "saved.json"


def test_a_file_that_is_there_is_not_overwritten(shell, saved):
    before = saved.read_bytes()
    ran = shell("demo", "null-mx.example", "--output", "saved.json")
    assert ran.code == 2
    assert "saved.json" in ran.err
    assert saved.read_bytes() == before


def test_with_force_it_is(shell, saved):
    assert shell("demo", "null-mx.example", "--output", "saved.json", "--force").code == 0
    assert b"null-mx.example" in saved.read_bytes()


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_the_ending_of_the_file_names_the_format(shell, saved, tmp_path, exporter):
    ran = shell("report", str(saved), "--output", f"again{exporter.suffix}", "--force")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert (tmp_path / f"again{exporter.suffix}").stat().st_size > 100


def test_a_folder_that_is_not_there_is_told_before_any_work(shell):
    ran = shell("demo", "one-host.example", "--output", "nowhere/a.html")
    assert (ran.code, ran.out) == (2, "")
    assert "folder does not exist" in ran.err


def test_a_full_disk_loses_nothing(shell):
    ran = shell("demo", "one-host.example", "--format", "html", "--output", "/dev/full")
    assert ran.code == 2
    assert "disk is full" in ran.err
    assert "one-host.example" in ran.out
