"""A job whose frozen app is a stand-in: one small program of the system."""

import shutil
import sys
from pathlib import Path

from job import Job
from tests.tree import ROOT

EPOCH = 1_795_000_000


def a_job(folder: Path, version: str = "0.1.0") -> Job:
    """A build in a folder, without a frozen app yet."""
    job = Job(ROOT, folder / "work", folder / "out", version, EPOCH, Path(sys.executable))
    job.work.mkdir(parents=True)
    job.output.mkdir()
    return job


def with_app(folder: Path, version: str = "0.1.0") -> Job:
    """The same with a program that ends well and says nothing."""
    job = a_job(folder, version)
    (job.folder / "_internal").mkdir(parents=True)
    (job.folder / "_internal/data").write_text("data", encoding="utf-8")
    shutil.copy("/bin/true", job.folder / "mxgui")
    (job.folder / "mxgui-window").symlink_to("mxgui")
    return job
