"""The one command that builds."""

import argparse
import errno

import pytest

import build


def test_all_steps_are_done_or_those_that_are_asked_for():
    assert [step.name for step in build.wanted(["wheel"])] == ["wheel"]
    assert {"wheel", "folder", "licences", "components"} <= {s.name for s in build.wanted(None)}


def test_a_version_has_numbers_alone():
    assert build.number("0.10.2") == "0.10.2"
    with pytest.raises(argparse.ArgumentTypeError):
        build.number("0.1-rc1")


def test_a_full_disk_is_one_sentence():
    assert (
        build.told(OSError(errno.ENOSPC, "", "a")) == "The disk is full: a. A build needs 1.5 GB."
    )
    assert build.told(OSError(errno.EACCES, "Permission denied", "a")) == "Permission denied: a."
