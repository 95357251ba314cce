"""The recipe for a Flatpak."""

import json
import subprocess

import pytest

from freeze.archive import digest
from job import CannotBuild
from linux.flatpak import PERMISSIONS, write
from linux.portable import build
from tests.packaging.linux.stand_in import with_app

ID = "io.github.mxgui.mxgui"


def test_without_the_archive_there_is_no_recipe(tmp_path):
    with pytest.raises(CannotBuild, match="no archive"):
        write(with_app(tmp_path))


def test_flatpak_builder_reads_it_and_finds_the_archive_as_it_was_made(tmp_path):
    job = with_app(tmp_path)
    build(job)
    write(job)
    command = ["flatpak-builder", "--show-manifest", f"{ID}.yml"]
    read = json.loads(
        subprocess.run(command, cwd=job.output, capture_output=True, check=True).stdout
    )
    assert (read["id"], read["command"]) == (ID, "mxgui-window")
    assert read["finish-args"] == list(PERMISSIONS)
    source = read["modules"][0]["sources"][0]
    assert source["sha256"] == digest(job.output / source["path"])


def test_no_folder_of_the_user_is_opened_to_it():
    assert not [name for name in PERMISSIONS if "filesystem" in name or "device" in name]
