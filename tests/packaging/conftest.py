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
def growing_root() -> Iterator[subprocess.Popen[bytes]]:
    """The root while it is made, beside the build, since each takes a minute where it is new."""
    command = [sys.executable, str(ROOT / "packaging/bare_root.py"), str(ROOTS / bare_root.SUITE)]
    with subprocess.Popen(command) as making:
        yield making


@pytest.fixture(scope="session")
def frozen_app(growing_root) -> Path:
    """The frozen app out of this very checkout, with its licences."""
    steps = [
        word for step in ("wheel", "folder", "licences", "components") for word in ("--only", step)
    ]
    command = [sys.executable, str(ROOT / "packaging/build.py"), *steps, "--output", str(BUILT)]
    subprocess.run(command, check=True)
    return BUILT / "mxgui"


@pytest.fixture(scope="session")
def bare(growing_root) -> Iterator[bare_root.BareRoot]:
    """A root with what the frozen app needs of Debian, kept from run to run."""
    assert growing_root.wait() == 0
    with bare_root.make(ROOTS / bare_root.SUITE) as root:
        yield root
