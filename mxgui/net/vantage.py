"""What the line that we look from can do: which families it routes, and how it names itself."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from mxgui.model.helo import full_name, helo_of, literal_of
from mxgui.model.line import PROXY, Line
from mxgui.model.proxy import ProxySpec
from mxgui.model.records import Answer, Question, RecordType, Status
from mxgui.net.clock import Stopwatch
from mxgui.net.limits import OWN_NAME_WAIT
from mxgui.net.socks import trial

# Reserved for documentation (RFC 5737, RFC 3849): routed like the rest of the world, and nobody's.
_SOMEWHERE_4 = "192.0.2.1"
_SOMEWHERE_6 = "2001:db8::1"
NO_SOURCE = "192.0.2.1"  # without any route: an address that is nobody's, in its right form
_ANY_PORT = 9  # discard; nothing is sent to it

Ask: TypeAlias = Callable[[Question, Stopwatch], Awaitable[Answer]]
SourceOf: TypeAlias = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Machine:
    """The machine that we look from: its name, and how it finds its way to an address.

    `source_of` gives the address that it would speak from, None where no route leads.
    """

    name: str
    source_of: SourceOf

    def reaches(self, address: str) -> bool:
        """Whether a route leads to the address, or to any other of its family."""
        somewhere = _SOMEWHERE_6 if ":" in address else _SOMEWHERE_4
        return self.source_of(address) is not None or self.source_of(somewhere) is not None


def this_machine() -> Machine:
    """Ask the system for its own name; no name server is involved."""
    try:
        hosts = hosts_file().read_text(encoding="utf-8", errors="replace")
    except OSError:
        hosts = ""
    return Machine(full_name(socket.gethostname(), hosts), source_of)


def hosts_file(platform: str = sys.platform, environment: Mapping[str, str] = os.environ) -> Path:
    """Give the file in which a system keeps names of hosts that no name server is asked for."""
    if platform == "win32":
        windows = environment.get("SYSTEMROOT", "C:\\Windows")
        return Path(windows, "System32", "drivers", "etc", "hosts")
    return Path("/etc/hosts")


def source_of(address: str) -> str | None:
    """Give the address that this machine would speak from to that one; None without a route.

    The system is asked by connecting a UDP socket, which sends nothing.
    """
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as asking:
            asking.connect((address, _ANY_PORT))
            return str(asking.getsockname()[0]).partition("%")[0]
    except OSError:
        return None


def usual_helo(machine: Machine) -> str:
    """Give what is said without a name of the user: the machine's if it may be, else its place."""
    name = helo_of(machine.name)
    if name is not None and not name.startswith("["):
        return name
    sources = (machine.source_of(_SOMEWHERE_4), machine.source_of(_SOMEWHERE_6))
    return next((literal_of(source) for source in sources if source), "")


async def find_line(wanted: str | None, machine: Machine, ask: Ask, watch: Stopwatch) -> Line:
    """Find out what this line can do; `wanted` is the name that the user gave for EHLO, if any."""
    began = watch()
    helo = helo_of(wanted) if wanted else await _own_name(machine.name, ask, watch)
    ipv4 = machine.source_of(_SOMEWHERE_4)
    ipv6 = machine.source_of(_SOMEWHERE_6)
    return Line(
        helo=helo or "",
        ipv4=ipv4 is not None,
        ipv6=ipv6 is not None,
        sources=tuple(source for source in (ipv4, ipv6) if source is not None),
        at=began,
        took=watch() - began,
    )


async def line_through(
    proxy: ProxySpec, finding: Coroutine[Any, Any, Line], watch: Stopwatch
) -> Line:
    """Find out whether a proxy can be used; `finding` finds out what our own line can do.

    Hosts see the proxy's address, which is not known here. Without a name to greet by we give the
    address that we would come from without it: it is ours, and the proxy's own is not (RFC 5321,
    section 4.1.4, wants the client's). Times mean "through the proxy".
    """
    began = watch()
    async with asyncio.TaskGroup() as group:
        own = group.create_task(finding)
        tried = group.create_task(trial(proxy))
    problem, note = tried.result()
    line = own.result()
    return Line(
        PROXY,
        helo=line.helo or literal_of(next(iter(line.sources), NO_SOURCE)),
        proxy=proxy.shown,
        problem=problem,
        note=note,
        at=began,
        took=watch() - began,
    )


async def _own_name(name: str, ask: Ask, watch: Stopwatch) -> str | None:
    """Give this machine's name if it is one that others can look up."""
    public = helo_of(name)
    if public is None or public.startswith("["):
        return None
    try:
        async with asyncio.timeout(OWN_NAME_WAIT), asyncio.TaskGroup() as group:
            asked = [
                group.create_task(_has_address(Question(public, kind), ask, watch))
                for kind in (RecordType.A, RecordType.AAAA)
            ]
    except TimeoutError:
        return None
    return public if any(task.result() for task in asked) else None


async def _has_address(question: Question, ask: Ask, watch: Stopwatch) -> bool:
    return (await ask(question, watch)).status is Status.NOERROR
