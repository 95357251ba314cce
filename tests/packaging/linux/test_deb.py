"""The package for Debian, made of a stand-in for the frozen app."""

import subprocess

import pytest

from job import CannotBuild
from linux.deb import build
from tests.packaging.linux.stand_in import a_job, with_app


def built(folder):
    job = with_app(folder)
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
