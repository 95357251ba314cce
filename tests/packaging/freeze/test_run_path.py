"""The run path of a library: read and replaced."""

from pathlib import Path

import pytest
from PySide6 import QtCore

from freeze.run_path import run_path, with_run_path

LIBRARY = Path(QtCore.__file__)


def test_a_library_of_qt_has_one_and_another_takes_its_place():
    data = LIBRARY.read_bytes()
    found = run_path(data)
    assert found is not None
    assert "$ORIGIN" in found.words
    changed = with_run_path(data, "$ORIGIN/x")
    again = run_path(changed)
    assert again is not None
    assert again.words == "$ORIGIN/x"
    assert len(changed) == len(data)


def test_what_is_no_library_has_none():
    assert run_path(b"#!/bin/sh\n") is None
    assert run_path(b"") is None


def test_a_longer_one_has_no_room():
    with pytest.raises(ValueError, match="no room"):
        with_run_path(LIBRARY.read_bytes(), "x" * 1000)
