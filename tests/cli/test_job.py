"""One inspection run from a terminal."""

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

from tests.cli.running import wait_for

TOP = Path(__file__).parents[2]


def test_ctrl_c_ends_in_order_with_what_is_known(tmp_path):
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "mxgui", "demo", "silent.example", "--output", "result.json"]
    environment = {
        "XDG_STATE_HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path),
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(TOP),
    }
    with subprocess.Popen(
        command, cwd=tmp_path, env={**os.environ, **environment}, stderr=theirs
    ) as process:
        os.close(theirs)
        wait_for(ours, b"192.0.2.54]: 220")  # its neighbour never greets
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 130
    os.close(ours)
    saved = json.loads((tmp_path / "result.json").read_text())
    assert saved["cut_short"] is True
    assert {probe["reason"] for probe in saved["probes"]} == {None, "cancelled"}
