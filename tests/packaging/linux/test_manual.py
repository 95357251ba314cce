"""The man page: every command and option, and nothing that man or mandoc minds."""

import os
import subprocess

from linux.manual import escaped, page, short
from tests.packaging.linux.programs import program

EPOCH = 1_795_000_000


def test_every_command_and_option_has_a_place():
    told = page(program(), EPOCH)
    for command in program().commands:
        assert f'.SS "mxgui {command.name}"' in told
        for option in command.flagged:
            assert escaped(option.flag) in told


def test_the_same_time_gives_the_same_page():
    assert page(program(), EPOCH) == page(program(), EPOCH)
    assert "2026-11-18" in page(program(), EPOCH)


def test_signs_that_roff_reads_are_written_out():
    assert escaped("--a “b” c's") == "\\-\\-a \\(lqb\\(rq c\\(aqs"
    assert escaped(".5 s") == "\\&.5 s"
    assert all(len(line) <= 80 for line in short("word " * 40))


def test_man_and_mandoc_mind_nothing(tmp_path):
    file = tmp_path / "mxgui.1"
    file.write_text(page(program(), EPOCH), encoding="utf-8")
    variables = {**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "80"}
    for command in (["man", "--warnings", "-l", "-Tutf8", "-Z"], ["mandoc", "-Tlint"]):
        asked = subprocess.run([*command, file], capture_output=True, env=variables, check=False)
        assert asked.stderr == b""
        assert command[0] == "man" or asked.stdout == b""
