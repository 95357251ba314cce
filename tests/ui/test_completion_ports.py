"""The window stands on the loop of Windows as well: qasync's, over asyncio's proactor."""

import os
import subprocess
import sys

from tests.tree import ROOT
from tests.ui.completion_ports import DOMAIN


def test_the_window_inspects_the_demo_and_closes_on_a_proactor_loop(tmp_path):
    """DNS, SMTP, TLS, cancels and the end of the loop, all in a process of its own."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.ui.completion_ports"],
        cwd=ROOT,
        env={
            **os.environ,
            "HOME": str(tmp_path),
            "XDG_STATE_HOME": str(tmp_path),
            "XDG_CONFIG_HOME": str(tmp_path),
            "QT_QPA_PLATFORM": "offscreen",
            "LANGUAGE": "en",
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith(f"{DOMAIN}: Good")
    assert "Traceback" not in ran.stderr
