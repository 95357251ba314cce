"""Every saved inspection has a row of its own."""

from dataclasses import replace
from datetime import timedelta

from mxgui.model.plan import Plan
from mxgui.ui.jobs import MOST, Jobs
from mxgui.ui.saved_jobs import open_saved
from tests.builders import an_entry
from tests.ui.showing import two_tiers

SAVED = two_tiers()
LATER = replace(SAVED, began=SAVED.began + timedelta(days=1))


def test_it_stands_beside_the_same_domain_of_today():
    jobs = Jobs()
    live = jobs.add(SAVED.entry, Plan())
    job, left_out = open_saved(jobs, [("a.json", SAVED)], Plan())
    assert list(jobs) == [live, job]
    assert not left_out
    assert jobs.of(SAVED.entry) is live


def test_the_same_file_is_the_same_row_until_another_is_written_into_it():
    jobs = Jobs()
    job, _ = open_saved(jobs, [("a.json", SAVED)], Plan())
    assert open_saved(jobs, [("a.json", SAVED)], Plan()) == (job, 0)
    other, _ = open_saved(jobs, [("a.json", LATER)], Plan())
    assert other is not job
    assert len(jobs) == 2


def test_a_file_whose_inspection_went_on_is_another():
    assert SAVED.ended is not None
    longer = replace(SAVED, ended=SAVED.ended + timedelta(seconds=5), resumed=True)
    jobs = Jobs()
    open_saved(jobs, [("a.json", SAVED)], Plan())
    other, _ = open_saved(jobs, [("a.json", longer)], Plan())
    assert other is not None
    assert other.inspection == longer


def test_what_finds_no_place_is_counted():
    jobs = Jobs()
    for number in range(MOST):
        jobs.add(an_entry(f"{number}.example"), Plan())
    assert open_saved(jobs, [("a.json", SAVED), ("b.json", LATER)], Plan()) == (None, 2)


def test_nothing_of_no_files_is_shown():
    assert open_saved(Jobs(), [], Plan()) == (None, 0)
