"""The script of the installer is told all that it uses, and keeps what it promises."""

import re
from pathlib import Path

from environment import ROOT
from installer import SCRIPT, Made, command, find_compiler
from mxgui import __version__
from mxgui.identity import AUTHORS, ID, NAME
from windows.version_file import PROGRAMS

ISS = SCRIPT.read_text(encoding="utf-8")
MADE = Made(Path("dist/mxgui"), Path("dist"), Path("build/mxgui.ico"))


def section(name: str) -> list[str]:
    """The lines of a section of the script, without comments."""
    found = re.search(rf"^\[{name}\]\n(.*?)(?=^\[|\Z)", ISS, re.MULTILINE | re.DOTALL)
    assert found is not None, name
    lines = (line.strip() for line in found[1].splitlines())
    return [line for line in lines if line and not line.startswith(("#", ";"))]


def test_the_programs_are_those_of_the_wheel():
    wheel = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for program in PROGRAMS:
        assert f'{program.name} = "mxgui.__main__:main"' in wheel
        assert f'"{program.name}.exe"' in ISS


def test_the_script_is_told_all_that_it_uses_and_nothing_else():
    used = set(re.findall(r"\{#(\w+)\}", ISS)) | set(re.findall(r"^#if (\w+)", ISS, re.MULTILINE))
    own = set(re.findall(r"^#define (\w+)", ISS, re.MULTILINE))
    assert used - own == set(MADE.defines)


def test_it_installs_for_one_user_and_closes_what_runs():
    setup = dict(line.split("=", 1) for line in section("Setup"))
    assert (setup["AppName"], setup["AppPublisher"]) == (NAME, AUTHORS)
    assert f'#define Id "{ID}"' in ISS
    assert setup["PrivilegesRequired"] == "lowest"
    assert setup["CloseApplications"] == "yes"
    assert setup["DefaultDirName"] == "{autopf}\\mxgui"
    assert re.fullmatch(r"\{\{[0-9A-F-]{36}\}", setup["AppId"])


def test_every_task_and_message_is_there_in_both_languages():
    tasks = set(re.findall(r'^Name: "(\w+)"', "\n".join(section("Tasks")), re.MULTILINE))
    used = set(re.findall(r"Tasks: (\w+)", ISS)) | set(re.findall(r"TaskSelected\('(\w+)'", ISS))
    assert used == tasks
    messages = section("CustomMessages")
    for language in ("en", "es"):
        known = {line.partition("=")[0].partition(".")[2] for line in messages
                 if line.startswith(f"{language}.")}  # fmt: skip
        assert known == set(re.findall(r"\{cm:(\w+)\}", ISS))


def test_removal_leaves_settings_and_history_and_no_ending_of_others_is_taken():
    assert not re.search(r"^\[UninstallDelete\]", ISS, re.MULTILINE)
    assert "{userappdata}" not in ISS
    assert "{localappdata}" not in ISS
    registry = section("Registry")
    assert all(line.startswith("Root: HKA;") for line in registry)
    assert not [line for line in registry if 'Subkey: "Software\\Classes\\.json";' in line]
    assert [line for line in registry if ".json\\OpenWithProgids" in line]


def test_path_is_changed_for_whom_it_is_installed_and_never_lost():
    code = "\n".join(section("Code"))
    assert not re.search(r"RegWrite\w+\((?!HKA,)", code)
    assert "if RegValueExists(HKA, PathKey, 'Path') then" in code
    assert "ChangesEnvironment=yes" in section("Setup")


def test_the_compiler_gets_what_the_script_wants():
    told = command("ISCC", MADE, None)
    assert told[0] == "ISCC"
    assert f"/DVersion={__version__}" in told
    assert told[-1].endswith("mxgui.iss")
    assert not [word for word in told if word.startswith(("/S", "/DSigned"))]
    signed = command("ISCC", MADE, ["signtool", "sign"])
    assert "/DSigned" in signed
    assert "/Smxgui=$qsigntool$q $qsign$q $f" in signed


def test_the_compiler_is_found_where_it_installs_itself(tmp_path):
    assert find_compiler({"ProgramFiles": str(tmp_path)}) is None
    file = tmp_path / "Inno Setup 6" / "ISCC.exe"
    file.parent.mkdir()
    file.touch()
    assert find_compiler({"ProgramFiles": str(tmp_path)}) == str(file)
