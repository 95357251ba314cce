"""What answered from this line in the last 24 hours."""

from datetime import timedelta

import pytest

from mxgui.app.heard import HeardLog
from mxgui.model.line import Heard
from mxgui.model.smtp import Outcome
from tests.builders import NOON, a_probe, an_inspection


@pytest.fixture
def log(tmp_path):
    return HeardLog(tmp_path / "new" / "heard.json")


def test_what_answered_is_remembered_by_port_and_family(log):
    log.remember(an_inspection(hosts={"mx1.example.org": "192.0.2.1 2001:db8::1"}))
    later = NOON + timedelta(hours=1)
    assert {(heard.port, heard.family) for heard in log.recent(later)} == {(25, 4), (25, 6)}


def test_after_24_hours_it_is_forgotten(log):
    log.remember(an_inspection())
    assert log.recent(NOON + timedelta(hours=25)) == ()


def test_a_refusal_is_not_remembered_as_an_answer(log):
    log.remember(an_inspection(probes={"192.0.2.1": Outcome.REFUSED}))
    assert log.recent(NOON + timedelta(hours=1)) == ()


def test_a_reused_result_is_no_new_answer(log):
    log.remember(an_inspection(probes={"192.0.2.1": a_probe(reused_age=100.0)}))
    assert log.recent(NOON + timedelta(hours=1)) == ()


def test_no_name_and_no_address_is_written(tmp_path):
    file = tmp_path / "heard.json"
    HeardLog(file).remember(an_inspection())
    assert "example" not in file.read_text()
    assert "192.0.2" not in file.read_text()


@pytest.mark.parametrize(
    "content",
    [
        "", "{", "[]", '{"heard": 7}', '{"heard": [[25, 4]]}', '{"heard": [[1,2,"x"]]}',
        '{"heard": [[1e999, 4, "2026-11-23T11:00:00Z"]]}',
    ],
)  # fmt: skip
def test_a_broken_file_only_costs_the_memory(tmp_path, content):
    file = tmp_path / "heard.json"
    file.write_text(content)
    log = HeardLog(file)
    assert log.recent(NOON) == ()
    log.remember(an_inspection())
    assert log.recent(NOON + timedelta(hours=1)) != ()


def test_a_folder_that_cannot_be_made_only_costs_the_memory(tmp_path):
    (tmp_path / "file").write_text("in the way")
    log = HeardLog(tmp_path / "file" / "heard.json")
    log.remember(an_inspection())
    assert log.recent(NOON) == ()


def test_a_moment_without_zone_is_taken_as_utc(tmp_path):
    file = tmp_path / "heard.json"
    file.write_text('{"heard": [[25, 4, "2026-11-23T11:00:00"]]}')
    assert HeardLog(file).recent(NOON) == (Heard(25, 4, NOON - timedelta(hours=1)),)
