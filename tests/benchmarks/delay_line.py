"""A delay line: two namespaces joined by a cable that every IP packet takes a while to pass.

Kernels without netem cannot slow a wire down, and a server that answers late cannot slow down the
TCP handshake before it. This program can: each namespace gets a TUN device, and what leaves one
end arrives at the other after the given time, IPv4 and IPv6, handshakes and all. Nothing is
dropped or reordered.

Run as `python -m tests.benchmarks.delay_line LEFT RIGHT --one-way-ms 25`; `delay_line()` does that
and waits.
"""

from __future__ import annotations

import argparse
import ctypes
import errno
import fcntl
import gc
import os
import select
import struct
import subprocess
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from tests.integration.namespaces import Namespace, namespaces

DEVICE = "delay"
READY = "ready"
LARGEST_PACKET = 65535  # bytes
LARGEST_BATCH = 64  # packets read in one go, so that a busy end does not starve the other
QUEUE_LENGTH = 10_000  # packets that the kernel keeps for us

CLONE_NEWNET = 0x40000000  # sched.h
TUNSETIFF = 0x400454CA  # linux/if_tun.h
IFF_TUN = 0x0001
IFF_NO_PI = 0x1000  # packets come bare, without a header of the device's own


PRIORITY = 3  # real-time; above the programs whose packets wait here
NEAR = "192.0.2.254"
NEAR_IPV6 = "2001:db8::fe"


@dataclass(frozen=True, slots=True)
class Distance:
    """Two namespaces that are far from each other."""

    near: Namespace
    far: Namespace


@dataclass(slots=True)
class Lane:
    """One direction: packets wait in the order they came, each with the moment it may go on."""

    source: int
    target: int
    waiting: deque[tuple[float, bytes]] = field(default_factory=deque)

    def take(self, delay: float) -> None:
        """Let in what has come, to be sent on after the delay (seconds)."""
        for _ in range(LARGEST_BATCH):
            try:
                packet = os.read(self.source, LARGEST_PACKET)
            except BlockingIOError:
                return
            self.waiting.append((perf_counter() + delay, packet))

    def send(self, now: float) -> None:
        """Send on what is due; a device that is full or down loses the packet, as a wire would."""
        while self.waiting and self.waiting[0][0] <= now:
            _, packet = self.waiting.popleft()
            try:
                os.write(self.target, packet)
            except OSError as error:
                if error.errno not in (errno.EAGAIN, errno.EIO):
                    raise


@contextmanager
def far_apart(addresses: Sequence[str], *, one_way_ms: float) -> Iterator[Distance]:
    """Two new namespaces with a delay line between them, and the addresses at the far end.

    The near end has 192.0.2.254 and 2001:db8::fe; addresses outside 192.0.2.0/24 and 2001:db8::/64
    are routed over the line too.
    """
    with namespaces("near", "far") as (near, far), delay_line(near, far, one_way_ms=one_way_ms):
        near.ip(*map(_given, (NEAR, NEAR_IPV6)))
        far.ip(*map(_given, addresses))
        for end in (near, far):
            end.ip(f"route add default dev {DEVICE}")
            end.ip(f"route add default dev {DEVICE}", family="-6")
        yield Distance(near, far)


def _given(address: str) -> str:
    """The line of ip(8) that gives an end of the line an address."""
    if ":" in address:
        return f"address add {address}/64 dev {DEVICE} nodad"
    return f"address add {address}/24 dev {DEVICE}"


@contextmanager
def delay_line(left: Namespace, right: Namespace, *, one_way_ms: float) -> Iterator[None]:
    """A running line: a device `delay` at each end, up, without any address as yet."""
    command = [
        sys.executable,
        "-m",
        __name__,
        left.name,
        right.name,
        "--one-way-ms",
        str(one_way_ms),
    ]
    checkout = Path(__file__).resolve().parents[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=checkout) as line:
        try:
            _wait_until_ready(line)
            for end in (left, right):
                end.ip(f"link set {DEVICE} txqueuelen {QUEUE_LENGTH} up")
            yield
        finally:
            line.kill()


def _wait_until_ready(line: subprocess.Popen[str]) -> None:
    assert line.stdout is not None
    if line.stdout.readline().strip() != READY:
        raise OSError("the delay line did not start; what it said is above")


def carry(ends: tuple[int, int], delay: float) -> None:
    """Carry packets both ways for ever, each `delay` seconds after it came."""
    lanes = (Lane(ends[0], ends[1]), Lane(ends[1], ends[0]))
    by_source = {lane.source: lane for lane in lanes}
    while True:
        due = [lane.waiting[0][0] for lane in lanes if lane.waiting]
        pause = max(0.0, min(due) - perf_counter()) if due else None
        for source in select.select(by_source, [], [], pause)[0]:
            by_source[source].take(delay)
        now = perf_counter()
        for lane in lanes:
            lane.send(now)


def open_end(namespace: str) -> int:
    """A TUN device in the namespace, as a descriptor; the device lives as long as that is open."""
    _enter(namespace)
    end = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    request = struct.pack("16sH22x", DEVICE.encode(), IFF_TUN | IFF_NO_PI)
    fcntl.ioctl(end, TUNSETIFF, request)
    return end


def _enter(namespace: str) -> None:
    """Move this process into a named network namespace; Python has os.setns from 3.12 on only."""
    system = ctypes.CDLL(None, use_errno=True)
    handle = os.open(f"/run/netns/{namespace}", os.O_RDONLY)
    try:
        if system.setns(handle, CLONE_NEWNET) != 0:
            raise OSError(ctypes.get_errno(), f"cannot enter the namespace {namespace}")
    finally:
        os.close(handle)


def _hurry() -> None:
    """See to it that packets wait for the delay, and not for us."""
    gc.disable()
    with suppress(PermissionError):  # without the right, the line is off by some ms when busy
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(PRIORITY))


def main(argv: Sequence[str] | None = None) -> None:
    """Join the two namespaces, say so, and carry packets until killed."""
    parser = argparse.ArgumentParser(description="a cable with a delay between two namespaces")
    parser.add_argument("left")
    parser.add_argument("right")
    parser.add_argument("--one-way-ms", type=float, required=True)
    chosen = parser.parse_args(argv)
    ends = (open_end(chosen.left), open_end(chosen.right))
    _hurry()
    print(READY, flush=True)
    carry(ends, chosen.one_way_ms / 1000)


if __name__ == "__main__":
    main()
