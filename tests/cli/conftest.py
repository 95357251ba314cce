"""A shell for the tests of the command line."""

import os
from contextlib import chdir

import pytest

from mxgui.i18n import install
from tests.cli.running import Shell


@pytest.fixture
def shell(capsysbinary, tmp_path):
    """Run mxgui in an empty folder, with a state folder of its own, in plain English."""
    before = dict(os.environ)
    os.environ |= {
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "LC_ALL": "C.UTF-8",
    }
    with chdir(tmp_path):
        yield Shell(capsysbinary)
    os.environ.clear()
    os.environ.update(before)
    install("en")
