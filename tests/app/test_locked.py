"""A folder is held by one program at a time, and never keeps another from going on."""

import os
import subprocess
import sys

from mxgui.app.locked import _taken as taken
from mxgui.app.locked import locked

ADD = """
import json, pathlib, sys
from mxgui.app.locked import locked
folder, name = pathlib.Path(sys.argv[1]), sys.argv[2]
file = folder / "names.json"
for number in range(60):
    with locked(folder):
        names = json.loads(file.read_text()) if file.exists() else []
        file.write_text(json.dumps([*names, f"{name}{number}"]))
"""


def test_two_programs_that_read_and_write_lose_nothing(tmp_path):
    programs = [
        subprocess.Popen([sys.executable, "-c", ADD, str(tmp_path), name]) for name in ("a", "b")
    ]
    assert [program.wait() for program in programs] == [0, 0]
    assert (tmp_path / "names.json").read_text().count(",") == 119


def test_what_is_done_while_a_folder_is_held_is_done_and_the_folder_is_free_again(tmp_path):
    for _ in range(2):
        with locked(tmp_path):
            (tmp_path / "done").touch()
    assert [each.name for each in tmp_path.iterdir() if each.name != "lock"] == ["done"]


def test_a_folder_that_is_not_there_stops_nobody(tmp_path):
    done = []
    with locked(tmp_path / "nowhere"):
        done.append(True)
    assert done


if sys.platform == "linux":

    def test_where_the_file_system_knows_no_locks_nobody_waits(tmp_path):
        handle = os.open(tmp_path, os.O_PATH)  # takes no lock, as some network drives
        try:
            assert taken(handle)
        finally:
            os.close(handle)
