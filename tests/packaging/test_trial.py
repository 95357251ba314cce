"""Both programs are tried where they are built; here they are those of the environment."""

import stat
import sys
from pathlib import Path

import pytest

from environment import ROOT, Environment
from mxgui import __version__
from trial import FORMATS, Trial

HERE = Environment(ROOT / ".venv")


def a_program(folder: Path, words: str) -> Path:
    """A program that does what those lines of Python say."""
    file = folder / "program"
    file.write_text(f"#!{sys.executable}\n{words}\n", encoding="utf-8")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return file


def test_what_works_is_told_line_by_line():
    found = Trial(HERE.program("mxgui"), HERE.program("mxgui-window"), lives=6.0).all()
    assert __version__ in found[0]
    assert [line.partition(":")[0] for line in found[1:6]] == list(FORMATS)
    assert found[-1] == "window: closed with 0"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("raise SystemExit(3)", "ended with 3"),
        ("import sys; sys.stderr.write('Traceback')", "said: Traceback"),
    ],
)
def test_a_command_that_fails_or_complains_ends_the_trial(tmp_path: Path, words: str, told: str):
    program = a_program(tmp_path, words)
    with pytest.raises(AssertionError, match=told):
        Trial(program).all()


def test_letters_that_are_no_utf_8_end_the_trial(tmp_path: Path):
    program = a_program(tmp_path, "import sys; sys.stdout.buffer.write(b'\\xff')")
    with pytest.raises(UnicodeDecodeError):
        Trial(program).told()


def test_a_window_that_goes_by_itself_ends_the_trial(tmp_path: Path):
    program = a_program(tmp_path, "")
    with pytest.raises(AssertionError, match="gone by itself, with 0"):
        Trial(program).opened(program)


def test_a_window_that_ends_badly_ends_the_trial(tmp_path: Path):
    words = "import signal; signal.sigwait([signal.SIGUSR1])"
    program = a_program(tmp_path, words)
    with pytest.raises(AssertionError, match="The window ended with -15"):
        Trial(program, lives=0.5).opened(program)
