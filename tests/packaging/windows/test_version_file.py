"""What the two programs tell Windows of themselves, and how they want to run."""

import ast
from xml.etree import ElementTree

import pytest

from environment import ROOT
from mxgui import __version__
from windows.version_file import PROGRAMS, numbers, version_file


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


def test_the_manifest_asks_for_fine_screens_long_paths_and_utf_8():
    root = ElementTree.parse(ROOT / "packaging" / "windows" / "mxgui.manifest").getroot()
    told = {element.tag.rpartition("}")[2]: element for element in root.iter()}
    assert told["dpiAwareness"].text == "PerMonitorV2, PerMonitor"
    assert told["longPathAware"].text == "true"
    assert told["activeCodePage"].text == "UTF-8"
    assert told["requestedExecutionLevel"].get("level") == "asInvoker"
