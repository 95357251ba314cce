"""start.py hands over to mxgui, and knows where no window can be opened."""

import sys

import pytest

from start import has_display, wanted
from tests.tree import ROOT


@pytest.mark.parametrize(
    ("system", "variables", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_a_display_is_known_by_its_variable(system: str, variables: dict[str, str], expected: bool):
    assert has_display(system, variables) is expected


def test_without_arguments_the_demo_runs():
    assert wanted([]) == ["demo"]


def test_arguments_go_to_mxgui_as_they_are():
    assert wanted(["inspect", "example.org"]) == ["inspect", "example.org"]


@pytest.mark.parametrize("name", ["environment.py", "po_files.py", "start.py", "test.py"])
def test_the_scripts_need_the_standard_library_alone(name: str):
    source = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    words = [line.split() for line in source.splitlines() if line.startswith(("import ", "from "))]
    modules = {found[1].partition(".")[0] for found in words}
    assert modules <= sys.stdlib_module_names | {"environment", "po_files"}, modules


@pytest.mark.parametrize("name", ["start.py", "test.py"])
def test_an_old_python_is_refused_before_anything_else_is_imported(name: str):
    source = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    refusal = source.index("sys.exit(")
    assert "import environment" not in source[:refusal]
    assert "3.11 or newer" in source[refusal:]
