"""A shell for the tests of the command line."""

import pytest

from mxgui.i18n import install
from tests.cli.running import Shell


@pytest.fixture
def shell(capsysbinary, tmp_path, monkeypatch):
    """Run mxgui in an empty folder, with a state folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    yield Shell(capsysbinary)
    install("en")
