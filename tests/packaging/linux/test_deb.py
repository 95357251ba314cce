"""The package for Debian, made of a stand-in for the frozen app."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from job import CannotBuild, Job
from linux.deb import build


def a_job(folder):
    return Job(Path.cwd(), folder / "w", folder / "o", "0.1.0", 1_795_000_000, Path(sys.executable))


def built(folder):
    job = a_job(folder)
    job.folder.mkdir(parents=True)
    job.work.mkdir()
    shutil.copy("/bin/true", job.folder / "mxgui")
    (job.folder / "mxgui-window").symlink_to("mxgui")
    build(job)
    return next(job.output.glob("*.deb"))


def test_without_a_frozen_app_there_is_no_package(tmp_path):
    with pytest.raises(CannotBuild, match="no frozen app"):
        build(a_job(tmp_path))


def test_the_same_app_gives_the_same_package(tmp_path):
    first, second = built(tmp_path / "1"), built(tmp_path / "2")
    assert first.read_bytes() == second.read_bytes()
    fields = subprocess.run(["dpkg-deb", "--field", first], capture_output=True, text=True).stdout
    assert "Version: 0.1.0-1" in fields
    assert "libc6 (>=" in fields
    listed = subprocess.run(
        ["dpkg-deb", "--contents", first], capture_output=True, text=True
    ).stdout
    assert "./usr/bin/mxgui -> ../lib/mxgui/mxgui" in listed
    assert all(line.split()[1] == "root/root" for line in listed.splitlines())
