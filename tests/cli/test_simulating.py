"""What a simulation rests on, and its exit code."""

from argparse import Namespace
from pathlib import Path

import pytest

from mxgui.cli.console import BadUse
from mxgui.cli.simulating import Output, exit_code
from mxgui.model.records import Status
from tests.builders import an_inspection


def an_output(file=None, name=None):
    return Output.of(Namespace(format=name, output=file, force=False, lang=None))


def test_the_ending_of_a_file_names_the_format_unless_one_is_given(tmp_path):
    assert an_output().format == "text"
    assert an_output(tmp_path / "x.JSON").format == "json"
    assert an_output(tmp_path / "x.out", "json").format == "json"
    with pytest.raises(BadUse):
        an_output(Path("x.out"))


@pytest.mark.parametrize(
    ("inspection", "code"),
    [
        (an_inspection(), 0),
        (an_inspection(mx="0 ."), 0),
        (an_inspection(mx=Status.NXDOMAIN), 0),
        (an_inspection(mx=Status.SERVFAIL), 3),
        (an_inspection(mx=Status.TIMEOUT), 3),
        (an_inspection(hosts={"mx1.example.org": Status.SERVFAIL}), 3),
        (an_inspection(hosts={}), 0),
        (an_inspection(cut_short=True), 130),
    ],
)
def test_the_exit_code_says_whether_anything_is_known(inspection, code):
    assert exit_code(inspection, is_saved=False) == code


def test_a_saved_inspection_that_was_stopped_was_not_stopped_now():
    assert exit_code(an_inspection(cut_short=True), is_saved=True) == 0
