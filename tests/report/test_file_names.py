"""Names that Windows does not take, said before a file is written under another."""

from pathlib import Path

import pytest

from mxgui.report.file_names import name_problem
from mxgui.ui.export_dialog import file_stem


@pytest.mark.parametrize(
    "name",
    ["con", "Con.html", "aux.report.json", "COM1.txt", "lpt9", "nul.html", "COM².svg", "prn .txt"],
)
def test_windows_keeps_names_of_devices_whatever_their_ending(name: str):
    assert "for a device" in str(name_problem(name, "win32"))
    assert name_problem(name, "linux") is None
    assert name_problem(name, "darwin") is None


@pytest.mark.parametrize("letter", [*'<>:"|?*\\', "\t"])
def test_windows_takes_no_such_letter(letter: str):
    assert "may not contain" in str(name_problem(f"report{letter}1.html", "win32"))
    assert name_problem(f"report{letter}1.html", "linux") is None


@pytest.mark.parametrize("name", ["report.", "report ", "report.html."])
def test_windows_would_cut_a_dot_or_a_space_at_the_end(name: str):
    assert "may not end" in str(name_problem(name, "win32"))


@pytest.mark.parametrize(
    "name", ["NUL", "nul", "console.html", "com10.txt", "example.org.html", ""]
)
def test_other_names_are_fine_and_so_is_the_device_that_takes_everything(name: str):
    assert name_problem(name, "win32") is None


@pytest.mark.parametrize(
    "domain", ["con.example", "nul", "[IPv6:2001:db8::1]", "aux.", "_dmarc.example"]
)
def test_what_is_offered_for_a_domain_can_be_a_name_everywhere(domain: str):
    name = Path(f"{file_stem(domain)}.html").name
    assert name_problem(name, "win32") is None
