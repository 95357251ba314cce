"""`mxgui inspect`."""

import json

import pytest


@pytest.fixture
def dead_resolver():
    """An address on loopback at which nobody answers."""
    return "127.0.0.1:9"


def test_a_dead_resolver_is_inconclusive(shell, dead_resolver):
    ran = shell("inspect", "example.org", "--resolver", dead_resolver, "--dns-patience", "1",
                "--format", "json")  # fmt: skip
    found = json.loads(ran.out)
    assert ran.code == 3
    assert found["route"]["kind"] == "unknown"
    assert found["verdict"] == "unknown"
    assert found["resolver"] == dead_resolver


def test_there_is_no_progress_in_a_pipe(shell, dead_resolver):
    ran = shell("inspect", "example.org", "--resolver", dead_resolver, "--dns-patience", "1")
    assert ran.err == ""
