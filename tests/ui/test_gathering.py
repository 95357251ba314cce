"""What is drawn is gathered: the domain that is looked at whole, the others summed up."""

from datetime import timedelta

from mxgui.app.remembered import Memory, Remembered
from mxgui.app.settings import Settings
from mxgui.app.settings_file import SettingsFile
from mxgui.ui.gathering import compute, gathered
from mxgui.ui.jobs import Job, Jobs
from mxgui.ui.keeper import Keeper
from mxgui.ui.shown import Shown
from tests.builders import NOON, PLAN, an_entry
from tests.fakes import FakeClock
from tests.ui.showing import a_result, a_running, two_tiers


def opened(*inspections) -> Jobs:
    jobs = Jobs()
    for number, inspection in enumerate(inspections):
        job = jobs.add(an_entry(f"{number}.example"), PLAN)
        job.inspection = inspection
        jobs.current = jobs.current or job
    return jobs


def gathered_of(jobs: Jobs, busy: tuple[Job, ...] = (), clock: FakeClock | None = None) -> Shown:
    keeper = Keeper(Memory(None))
    return gathered(Shown(), jobs, lambda job: job in busy, keeper, clock or FakeClock())


def test_without_a_domain_nothing_is_computed_and_there_is_no_result():
    jobs = opened()
    assert list(compute(jobs)) == []
    shown = gathered_of(jobs)
    assert (shown.result, shown.opened, shown.current) == (None, (), None)


def test_the_domain_that_is_looked_at_is_shown_whole(qapp):
    jobs = opened(two_tiers(), None)
    assert list(compute(jobs))
    shown = gathered_of(jobs)
    assert shown.result == a_result()
    assert [each.name for each in shown.opened] == ["0.example", "1.example"]


def test_of_the_others_those_under_way_are_only_counted():
    jobs = opened(None, a_running(), two_tiers())
    list(compute(jobs))
    assert [job.latest is not None for job in jobs] == [False, False, True]


def test_who_turns_to_another_domain_meanwhile_sees_that_one():
    jobs = opened(a_running(), a_running())
    one, two = jobs
    steps = compute(jobs)
    next(steps)
    jobs.current = two
    assert list(steps)
    assert one.latest is not None
    assert gathered_of(jobs).result is two.latest is not None


def test_time_runs_while_it_is_inspected_and_its_age_for_ever():
    jobs = opened(a_running())
    clock = FakeClock()
    clock.advance(12.0)
    assert gathered_of(jobs, clock=clock).now == 12.0
    one = jobs.current
    assert one is not None
    one.inspection = two_tiers()
    clock.advance(60.0)
    shown = gathered_of(jobs, clock=clock)
    assert shown.now == 12.0
    assert shown.age == (clock.now() - NOON) / timedelta(seconds=1)


def test_it_is_busy_from_the_wish_on():
    jobs = opened(None)
    job = jobs.current
    assert job is not None
    assert not gathered_of(jobs).busy
    assert gathered_of(jobs, busy=(job,)).busy
    job.is_waiting = True
    assert gathered_of(jobs).busy


def test_what_holds_for_every_window_is_taken_from_its_keeper(tmp_path):
    memory = Memory(tmp_path / "window.json")
    memory.save(Remembered(domains=("one.example",)))
    SettingsFile.beside(memory).save(Settings(motion="less"))
    shown = gathered(Shown(), opened(), lambda _job: False, Keeper(memory), FakeClock())
    assert shown.earlier == ("one.example",)
    assert shown.still
