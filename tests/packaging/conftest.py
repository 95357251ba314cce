"""What tests of installed things share: the frozen app, and a Debian without Python."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import bare_root
from tests.tree import ROOT

BUILT = ROOT / "dist"
ROOTS = ROOT / "build-root"


@pytest.fixture(scope="session")
def frozen_app() -> Path:
    """The frozen app out of this very checkout, with its licences."""
    steps = [
        word for step in ("wheel", "folder", "licences", "components") for word in ("--only", step)
    ]
    command = [sys.executable, str(ROOT / "packaging/build.py"), *steps, "--output", str(BUILT)]
    subprocess.run(command, check=True)
    return BUILT / "mxgui"


@pytest.fixture(scope="session")
def bare() -> Iterator[bare_root.BareRoot]:
    """A root with what the frozen app needs of Debian, kept from run to run."""
    with bare_root.make(ROOTS / bare_root.SUITE) as root:
        yield root
