"""What Windows is told of mxgui agrees with the rest: script of the installer, versions, manifest."""

import ast
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from environment import ROOT
from installer import SCRIPT, Made, command, find_compiler
from mxgui import __version__
from windows.signing import for_inno, sign_command, tool
from windows.version_file import PROGRAMS, numbers, version_file

ISS = SCRIPT.read_text(encoding="utf-8")
MADE = Made(Path("dist/mxgui"), Path("dist"), Path("build/mxgui.ico"))
KEY = {"SIGN_OPTIONS": '/sha1 ABCD /dlib "C:\\A tool\\x.dll"', "SIGN_TIMESTAMP": "http://stamp"}


def section(name: str) -> list[str]:
    """The lines of a section of the script, without comments."""
    found = re.search(rf"^\[{name}\]\n(.*?)(?=^\[|\Z)", ISS, re.MULTILINE | re.DOTALL)
    assert found is not None, name
    lines = (line.strip() for line in found[1].splitlines())
    return [line for line in lines if line and not line.startswith(("#", ";"))]


@pytest.mark.parametrize(
    ("version", "four"),
    [("0.1.0", (0, 1, 0, 0)), ("1.2", (1, 2, 0, 0)), ("2.0.1rc3", (2, 0, 1, 0))],
)
def test_windows_wants_four_numbers(version: str, four: tuple[int, ...]):
    assert numbers(version) == four


def test_what_is_no_version_is_refused():
    with pytest.raises(ValueError, match="no version"):
        numbers("next")


@pytest.mark.parametrize("program", PROGRAMS)
def test_each_program_has_its_name_and_the_version_in_its_properties(program):
    tree = ast.parse(version_file(program, __version__), mode="eval")
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    strings = {
        ast.literal_eval(call.args[0]): ast.literal_eval(call.args[1])
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id == "StringStruct"
    }
    assert strings["FileVersion"] == strings["ProductVersion"] == __version__
    assert strings["OriginalFilename"] == f"{program.name}.exe"
    fixed = next(call for call in calls if ast.unparse(call.func) == "FixedFileInfo")
    told = {one.arg: ast.literal_eval(one.value) for one in fixed.keywords}
    assert told["filevers"] == told["prodvers"] == numbers(__version__)


def test_the_programs_are_those_of_the_wheel():
    wheel = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for program in PROGRAMS:
        assert f'{program.name} = "mxgui.__main__:main"' in wheel
        assert f'"{program.name}.exe"' in ISS


def test_the_manifest_asks_for_fine_screens_long_paths_and_utf_8():
    root = ElementTree.parse(ROOT / "packaging" / "windows" / "mxgui.manifest").getroot()
    told = {element.tag.rpartition("}")[2]: element for element in root.iter()}
    assert told["dpiAwareness"].text == "PerMonitorV2, PerMonitor"
    assert told["longPathAware"].text == "true"
    assert told["activeCodePage"].text == "UTF-8"
    assert told["requestedExecutionLevel"].get("level") == "asInvoker"


def test_the_script_is_told_all_that_it_uses_and_nothing_else():
    used = set(re.findall(r"\{#(\w+)\}", ISS)) | set(re.findall(r"^#if (\w+)", ISS, re.MULTILINE))
    own = set(re.findall(r"^#define (\w+)", ISS, re.MULTILINE))
    assert used - own == set(MADE.defines)


def test_it_installs_for_one_user_and_closes_what_runs():
    setup = dict(line.split("=", 1) for line in section("Setup"))
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


def test_without_a_key_or_a_time_stamp_nothing_is_signed():
    assert sign_command({}, "signtool") is None
    assert sign_command({**KEY, "SIGN_TIMESTAMP": " "}, "signtool") is None


def test_the_key_is_named_to_signtool_as_it_was_told():
    signing = sign_command(KEY, "signtool")
    assert signing is not None
    assert signing[:2] == ["signtool", "sign"]
    assert signing[-4:] == ["/sha1", "ABCD", "/dlib", "C:\\A tool\\x.dll"]
    assert for_inno(signing).endswith("$qC:\\A tool\\x.dll$q $f")


def test_signtool_is_that_of_the_newest_kit(tmp_path):
    for version in ("10.0.19041.0", "10.0.22621.0"):
        kit = tmp_path / "Windows Kits" / "10" / "bin" / version / "x64"
        kit.mkdir(parents=True)
        (kit / "signtool.exe").touch()
    assert "10.0.22621.0" in tool({"ProgramFiles(x86)": str(tmp_path)})
