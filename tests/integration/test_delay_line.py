"""The delay line of the benchmarks delays: every round trip takes its time, in both families."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.benchmarks.delay_line import Distance, far_apart

pytestmark = pytest.mark.integration

ONE_WAY = 10.0  # ms
NEAREST = 2 * ONE_WAY / 1000  # seconds; a lower bound holds on a busy machine as well
FAR = "192.0.2.1"
FAR_IPV6 = "2001:db8::1"

# Nobody listens: the refusal comes back after one round trip, and is measured at the near end.
MEASURE = """
import socket, sys, time
began = time.perf_counter()
family = socket.AF_INET6 if ":" in sys.argv[1] else socket.AF_INET
with socket.socket(family) as tried:
    said = tried.connect_ex((sys.argv[1], 25))
print(said, time.perf_counter() - began)
"""


def refusal(distance: Distance, address: str) -> tuple[int, float]:
    """The error number and the seconds of a connection that is refused at the far end."""
    done = subprocess.run(
        distance.near.command([sys.executable, "-c", MEASURE, address]),
        capture_output=True,
        text=True,
        check=True,
    )
    number, took = done.stdout.split()
    return int(number), float(took)


@pytest.mark.parametrize("address", [FAR, FAR_IPV6])
def test_a_handshake_takes_a_round_trip_at_least(address):
    with far_apart([FAR, FAR_IPV6], one_way_ms=ONE_WAY) as distance:
        number, took = refusal(distance, address)
    assert number == 111  # ECONNREFUSED: the packet came through, and so did the answer
    assert took >= NEAREST
