"""What only the start needed is given back, and nothing else."""

import subprocess
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


UNLOADED = """
import _ctypes, ctypes, re, shutil, sys
from pathlib import Path
from mxgui.ui.giving_back import given_back
library = Path(sys.argv[1], "libcopy.so")
shutil.copy(_ctypes.__file__, library)
handle = _ctypes.dlopen(str(library))
held = [line for line in Path("/proc/self/maps").read_text().splitlines() if str(library) in line]
parts = [line for line in held if " r--p " in line or " r-xp " in line]
begin, end = (int(part, 16) for part in parts[0].split()[0].split("-"))
steps = given_back()
next(steps), next(steps)  # what is held has been read by now
_ctypes.dlclose(handle)
system = ctypes.CDLL(None)
system.mmap.restype = ctypes.c_void_p
system.mmap.argtypes = (ctypes.c_void_p, ctypes.c_size_t, *(ctypes.c_int,) * 3, ctypes.c_long)
found = system.mmap(begin, end - begin, 3, 0x32, -1, 0)  # fixed, private, of no file
assert found == begin
ctypes.memset(begin, 65, end - begin)
for _ in steps:
    pass
print(ctypes.string_at(begin, 4).decode())
"""

if sys.platform == "linux":

    def test_what_took_the_place_of_an_unloaded_library_meanwhile_stays(tmp_path):
        command = [sys.executable, "-c", UNLOADED, str(tmp_path)]
        asked = subprocess.run(command, check=True, capture_output=True, text=True)
        assert asked.stdout == "AAAA\n"
