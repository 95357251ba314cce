"""Whose the files of the frozen app are."""

from pathlib import Path

import pytest

from freeze.owners import SYSTEM, is_of_system, owner
from job import CannotBuild, Job


def test_files_of_no_package_are_known_by_where_they_come_from(tmp_path: Path):
    job = Job(tmp_path / "source", tmp_path, tmp_path, "0.1.0", 0, tmp_path)
    fonts = job.source / "resources/fonts"
    assert owner(job, str(fonts / "inter/a.otf")) == "Inter"
    assert owner(job, str(job.source / "mxgui/ui/__init__.py")) == "mxgui"
    assert owner(job, "/lib/x86_64-linux-gnu/libz.so.1") == SYSTEM
    assert owner(job, "/opt/python/lib/libpython3.11.so") == "Python"
    with pytest.raises(CannotBuild, match="of no package"):
        owner(job, "/x/site-packages/strange.py")


def test_the_python_of_a_system_is_not_one_of_its_libraries():
    assert not is_of_system("/usr/lib/python3.11/lib-dynload/_ssl.so")
