"""What is printed, and where."""

from io import StringIO

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
