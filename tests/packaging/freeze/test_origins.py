"""Nothing in the frozen app tells where it was built."""

import sys
from pathlib import Path

import pytest
from PySide6 import QtCore

from freeze.origins import neutral, nowhere, own_run_path, tells, without
from freeze.run_path import run_path
from job import Job
from tests.sharing import PACKAGES
from tests.tree import ROOT


def test_a_place_becomes_one_of_no_machine_and_as_long():
    assert nowhere(b"/srv/app") == b"/---/app"
    assert without(b"see /srv/app/lib\0", [b"/srv/app"], "") == b"see /---/app/lib\0"


def test_a_library_looks_for_others_in_the_app(tmp_path: Path):
    job = Job(tmp_path, tmp_path, tmp_path, "0.1.0", 0, tmp_path)
    inside = job.folder / "_internal"
    assert own_run_path(job, inside / "libpython.so") == "$ORIGIN"
    assert own_run_path(job, inside / "python3/lib-dynload/a.so") == "$ORIGIN/../.."
    data = Path(QtCore.__file__).read_bytes()
    found = run_path(without(data, [b"$ORIGIN/Qt"], "$ORIGIN/.."))
    assert found is not None
    assert found.words == "$ORIGIN/.."


def test_pythons_notes_keep_what_names_no_place_of_its_own():
    told = {"TZPATH": "/usr/share/zoneinfo", "LIBDIR": "/srv/python/lib", "WITH_DOC": 1}
    assert neutral(told, "/srv/python") == (
        "build_time_vars = {'TZPATH': '/usr/share/zoneinfo', 'WITH_DOC': 1}\n"
    )


@pytest.mark.integration
@pytest.mark.xdist_group(PACKAGES)
def test_no_file_names_the_checkout_or_the_python(frozen_app: Path):
    places = [str(ROOT).encode(), sys.base_prefix.encode()]
    files = [path for path in frozen_app.rglob("*") if path.is_file()]
    if sys.base_prefix == "/usr":
        places.pop()
    assert [file for file in files if tells(file, places)] == []
