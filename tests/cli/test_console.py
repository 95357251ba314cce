"""What is printed, and where."""

import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from mxgui.cli.console import Progress
from mxgui.model.event import Ended, Learned, probe_step
from mxgui.model.smtp import Stage, Waiting
from tests.builders import NOON, a_probe, began


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self):
        return True


def told(stream, *events):
    progress = Progress(stream)
    for event in events:
        progress.tell(event)
    return stream.getvalue()


def learned(probe):
    return Learned(probe_step(probe.target), probe)


def test_on_a_terminal_each_thing_learned_is_a_line():
    out = told(Terminal(), began(), learned(a_probe(took=0.02)), Ended(NOON, cut_short=True))
    assert out == (
        "Inspecting example.org\n"
        "  mx1.example.org [192.0.2.1]: 220 · 60 ms\n"
        "Stopped; what is known so far follows.\n"
    )


def test_in_a_pipe_there_is_no_progress():
    assert told(StringIO(), began(), learned(a_probe())) == ""


def test_a_probe_that_still_runs_is_no_line():
    running = a_probe(waiting=Waiting(Stage.EHLO, 0.1, 30))
    assert told(Terminal(), learned(running)) == ""


def ended(redirection, command="explain MX-CNAME"):
    """Run a command in a shell with its streams as redirected; give its code and its errors."""
    line = f"PYTHONIOENCODING=ascii {sys.executable} -m mxgui {command} {redirection}"
    home = Path(__file__).parents[2]
    ran = subprocess.run(
        ["sh", "-c", line], cwd=home, capture_output=True, encoding="utf-8", check=False
    )
    return ran.returncode, ran.stdout, ran.stderr


@pytest.mark.parametrize(
    ("redirection", "why"), [("> /dev/full", "the disk is full"), (">&-", "it is closed")]
)
def test_an_output_that_takes_nothing_is_one_sentence(redirection, why):
    code, _, errors = ended(redirection)
    assert (code, errors) == (2, f"mxgui: Standard output cannot be written: {why}.\n")


def test_without_standard_error_no_complaint_gets_into_the_result():
    assert ended("2>&-", "explain NONSENSE") == (2, "", "")


def test_what_is_printed_does_not_depend_on_the_encoding_of_the_terminal():
    code, out, _ = ended("", "explain MX-NULL-PREF")
    assert (code, "“" in out) == (0, True)
