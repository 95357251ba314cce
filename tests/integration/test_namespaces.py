"""Nothing of the laboratory outlives the run that made it, however that run ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.integration.namespaces import Namespace, namespaces, present, remove_stale
from tests.integration.waiting import wait_until

pytestmark = pytest.mark.integration

CHECKOUT = Path(__file__).resolve().parents[2]
ENDLESS = """
import pathlib, signal, sys
from tests.integration.namespaces import namespaces
from tests.integration.rooms import Room, running
log = pathlib.Path(sys.argv[1])
with namespaces("doomed") as (space,), running(Room(space), ["sleep", "600"], log):
    while not space.processes():
        pass
    print(space.name, flush=True)
    signal.pause()
"""


def test_namespaces_are_gone_afterwards():
    with namespaces("one", "other") as made:
        assert {each.name for each in made} <= set(present())
    assert not {each.name for each in made} & set(present())


def test_namespaces_of_a_dead_run_are_taken_away():
    with subprocess.Popen(["true"]) as dead:
        dead.wait()
    left_behind = f"mxgui-{dead.pid}-1-test"
    subprocess.run(["ip", "netns", "add", left_behind], check=True)
    remove_stale()
    assert left_behind not in present()


def test_namespaces_of_a_living_run_stay():
    with namespaces("alive") as (alive,):
        remove_stale()
        assert alive.name in present()


def test_a_server_dies_with_the_run_that_is_killed(tmp_path):
    command = [sys.executable, "-c", ENDLESS, str(tmp_path / "log")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=CHECKOUT) as run:
        assert run.stdout is not None
        doomed = Namespace(run.stdout.readline().strip())
        assert doomed.processes()
        os.kill(run.pid, signal.SIGKILL)
    wait_until(lambda: not doomed.processes())
    remove_stale()
    assert doomed.name not in present()
