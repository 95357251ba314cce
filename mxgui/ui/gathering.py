"""What is drawn, gathered from the opened domains and from what holds for every window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from mxgui.app.clock import Clock
from mxgui.ui.jobs import Job, Jobs
from mxgui.ui.keeper import Keeper
from mxgui.ui.shown import Shown


def compute(jobs: Jobs) -> Iterator[None]:
    """Compute, step by step, what is new of each domain; the one that is looked at comes last."""
    for each in jobs:
        if not each.is_running:  # those under way are only counted, unless they are looked at
            yield from each.compute()
    job = None
    while job is not jobs.current:  # another one may be looked at in the meantime
        job = jobs.current
        if job is not None:
            yield from job.compute()


def gathered(
    shown: Shown, jobs: Jobs, is_busy: Callable[[Job], bool], keeper: Keeper, clock: Clock
) -> Shown:
    """What is shown now, in the place of what was shown; the settings stay."""
    job, moment = jobs.current, clock.now()
    shown = replace(
        shown,
        scheme=keeper.scheme,
        still=keeper.still,
        earlier=keeper.kept.domains,
        asks_helo=keeper.asks_helo and not shown.is_demo,
        settings=keeper.settings,
        welcomes=keeper.welcomes,
        troubles=keeper.troubles,
        bug=keeper.bug,
        busy=job is not None and (job.is_waiting or is_busy(job)),
        opened=tuple(each.opened(moment, is_busy=is_busy(each)) for each in jobs),
        current=job.number if job else None,
    )
    if job is None:
        plain = replace(shown, result=None, chosen=None, folded=frozenset(), saved=None)
        plain = replace(plain, latest_plan=(), file=None)
        return replace(plain, what_if=None, measured=False, can_undo=False)
    supposed = job.supposed
    shown = replace(shown, result=job.latest, chosen=job.chosen, folded=job.folded, saved=job.saved)
    shown = replace(
        shown,
        what_if=supposed.what_if,
        measured=supposed.measured,
        can_undo=supposed.can_undo,
        latest_plan=job.planned,
        file=job.file,
    )
    if job.inspection is None:
        return shown
    if job.is_running:
        job.now = clock.seconds() - job.began
    age = (moment - job.inspection.began).total_seconds()
    return replace(shown, now=job.now, age=max(age, job.now))  # the calendar may be set back
