"""Completions, in the shells that they are for."""

import subprocess

import pytest

from linux.completions import bash, fish, zsh
from tests.packaging.linux.programs import program

PRESS = """
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
_mxgui 2>/dev/null
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture
def completed(tmp_path):
    file = tmp_path / "mxgui.bash"
    file.write_text(bash(program()), encoding="utf-8")
    (tmp_path / "a b.mxgui.json").write_text("{}", encoding="utf-8")
    (tmp_path / "other.json").write_text("{}", encoding="utf-8")

    def press(*words):
        asked = subprocess.run(
            ["bash", "-c", PRESS, "bash", file, "mxgui", *words],
            cwd=tmp_path, capture_output=True, text=True, check=True,
        )  # fmt: skip
        return asked.stdout.split("\n")[:-1]

    return press


def test_bash_completes_commands_options_and_values(completed):
    assert completed("ins") == ["inspect"]
    assert "--greeting-timeout" in completed("inspect", "--g")
    assert "json" in completed("inspect", "--format", "")
    assert completed("inspect", "--format", "=", "js") == ["json"]
    assert "postfix" in completed("senders", "post")
    assert "MX-CNAME" in completed("explain", "MX-C")


def test_bash_completes_files_with_spaces_where_a_file_is_wanted(completed):
    assert "a b.mxgui.json" in completed("report", "a")
    assert completed("a") == ["a b.mxgui.json"]
    assert "other.json" not in completed("o")


def test_zsh_reads_its_file(tmp_path):
    file = tmp_path / "_mxgui"
    file.write_text(zsh(program()), encoding="utf-8")
    assert subprocess.run(["zsh", "-n", file], check=False).returncode == 0


def test_fish_completes_commands_options_and_values(tmp_path):
    file = tmp_path / "mxgui.fish"
    file.write_text(fish(program()), encoding="utf-8")

    def press(line):
        script = f"source {file}; complete --do-complete '{line}'"
        variables = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
        asked = subprocess.run(
            ["fish", "--no-config", "-c", script],
            cwd=tmp_path, env=variables, capture_output=True, text=True, check=True,
        )  # fmt: skip
        return [each.partition("\t")[0] for each in asked.stdout.splitlines()]

    assert "inspect" in press("mxgui ins")
    assert "--greeting-timeout" in press("mxgui inspect --greet")
    assert "json" in press("mxgui inspect --format js")
