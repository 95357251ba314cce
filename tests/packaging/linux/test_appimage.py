"""The AppDir, and the one file that is made of it and of the runtime."""

import os
import subprocess

import pytest

from job import CannotBuild
from linux.appimage import directory, image, lay
from tests.packaging.linux.stand_in import with_app

RUN = b"\x7fELF\x02\x01\x01\0AI\x02" + bytes(4096 - 11)  # of the size of a block, and no program


@pytest.fixture
def job(tmp_path):
    job = with_app(tmp_path)
    lay(job)
    return job


def test_the_app_dir_runs_and_shows_menus_its_entry_and_icon_at_the_top(job):
    folder = directory(job)
    assert subprocess.run([folder / "AppRun"], check=False).returncode == 0
    entry = (folder / "io.github.mxgui.mxgui.desktop").read_text(encoding="utf-8")
    assert "Icon=io.github.mxgui.mxgui\n" in entry
    assert b"<svg" in (folder / "io.github.mxgui.mxgui.svg").read_bytes()
    assert (folder / ".DirIcon").read_bytes().startswith(b"\x89PNG")


def test_no_link_in_it_leads_out_of_it(job):
    folder = directory(job)
    links = [path for path in folder.rglob("*") if path.is_symlink()]
    assert len(links) > 5
    assert all(folder in path.resolve().parents for path in links)


def test_without_the_runtime_it_is_told_where_it_comes_from(job, capsys):
    image(job, "")
    said = "".join(capsys.readouterr())
    assert "AppImage/type2-runtime" in said
    assert not list(job.output.glob("*.AppImage"))


@pytest.mark.parametrize(("content", "told"), [(b"#!/bin/sh", "no runtime"), (None, "No such")])
def test_what_is_no_runtime_is_refused(job, tmp_path, content, told):
    file = tmp_path / "runtime"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(CannotBuild, match=told):
        image(job, str(file))


def test_behind_the_runtime_stands_the_app_dir_alike_at_every_build(job, tmp_path):
    file = tmp_path / "runtime"
    file.write_bytes(RUN)
    made = []
    for _ in range(2):
        image(job, str(file))
        packed = next(job.output.glob("*.AppImage"))
        made.append(packed.read_bytes())
        os.utime(directory(job) / "usr/lib/mxgui/mxgui", (1, 1))
    assert made[0] == made[1]
    assert made[0].startswith(RUN)
    assert os.access(packed, os.X_OK)
    command = ["unsquashfs", "-offset", str(len(RUN)), "-dest", tmp_path / "out", packed]
    subprocess.run(command, check=True, capture_output=True)
    assert subprocess.run([tmp_path / "out/AppRun"], check=False).returncode == 0
