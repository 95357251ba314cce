"""What only the start needed is given back, and nothing else."""

import sys

from mxgui.ui.giving_back import Mapping, given_back, untouched

SMAPS = """\
7f0000000000-7f0000001000 r-xp 00001000 fe:00 42                         /usr/lib/libqt.so.6.1
Rss:                   4 kB
Anonymous:             0 kB
Swap:                  0 kB
VmFlags: rd ex mr mw me
7f0000001000-7f0000003000 r--p 00002000 fe:00 42                         /usr/lib/my lib/libqt.so.6
Anonymous:             0 kB
Swap:                  0 kB
"""


def part(rights: str = "r--p", file: str = "/usr/lib/libqt.so", own: int = 0, out: int = 0) -> str:
    return f"1000-2000 {rights} 0 fe:00 42    {file}\nAnonymous:  {own} kB\nSwap:  {out} kB\n"


def test_parts_of_libraries_that_hold_what_the_file_holds():
    assert list(untouched(SMAPS)) == [
        Mapping(0x7F0000000000, 0x1000),
        Mapping(0x7F0000001000, 0x2000),
    ]


def test_what_has_been_written_to_stays():
    assert list(untouched(part()))
    assert not list(untouched(part(own=4)))
    assert not list(untouched(part(out=8)))
    assert not list(untouched(part(rights="rw-p")))
    assert not list(untouched(part(rights="r--s")))


def test_only_files_that_are_there_and_are_libraries():
    for file in ("", "[heap]", "/memfd:libffi (deleted)", "/usr/lib/a.so (deleted)", "/font.otf"):
        assert not list(untouched(part(file=file)))


def test_a_program_goes_on_after_it():
    steps = list(given_back())
    assert steps or sys.platform != "linux"
    assert ", ".join(str(each) for each in sorted({3, 1, 2})) == "1, 2, 3"
