"""Saved inspections among the opened domains: each has a row of its own, next to those of today."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from mxgui.model.inspection import Inspection
from mxgui.model.plan import Plan
from mxgui.ui.jobs import Job, Jobs
from mxgui.ui.saved_file import SavedFile, seconds_of


def open_saved(
    jobs: Jobs, saved: Iterable[tuple[str, Inspection]], plan: Plan
) -> tuple[Job | None, int]:
    """Open inspections by the paths of their files; give the first, and how many found no place.

    `plan` is by what one is inspected afresh. A file that is open already is not opened twice.
    """
    first, left_out = None, 0
    for path, inspection in saved:
        job = _with_file(jobs, path, inspection)
        if job is None and jobs.is_full:
            left_out += 1
            continue
        job = job or _opened(jobs, path, inspection, plan)
        first = first or job
    return first, left_out


def _opened(jobs: Jobs, path: str, inspection: Inspection, plan: Plan) -> Job:
    job = jobs.add(inspection.entry, plan)
    job.inspection, job.now = inspection, seconds_of(inspection)
    job.typed = inspection.entry.domain.unicode
    job.file = SavedFile(path, inspection.began, _moments(inspection))
    return job


def _with_file(jobs: Jobs, path: str, inspection: Inspection) -> Job | None:
    """Give the one that was opened out of that file, unless another inspection is in it by now."""
    files = ((job, job.file) for job in jobs if job.file is not None)
    wanted = (path, _moments(inspection))
    return next((job for job, file in files if (file.path, file.moments) == wanted), None)


def _moments(inspection: Inspection) -> tuple[datetime | None, ...]:
    """When it began and when it ended: it may have been gone on with and saved over its file."""
    return inspection.began, inspection.ended
