"""What the frozen programs start with."""

import subprocess
from pathlib import Path

import pytest

from tests.sharing import PACKAGES

pytestmark = [pytest.mark.integration, pytest.mark.xdist_group(PACKAGES)]


def test_both_programs_start(frozen_app: Path):
    for name in ("mxgui", "mxgui-window"):
        told = subprocess.run(
            [frozen_app / name, "--version"], capture_output=True, text=True, check=True
        )
        assert told.stdout.startswith("mxgui ")
