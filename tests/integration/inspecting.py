"""Run `mxgui inspect` inside the laboratory, and read what it says."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.integration.lab import Lab
from tests.integration.nameservers import RESOLVER
from tests.integration.rooms import Room

AT_ONCE = 3  # inspections; more would keep one another from being punctual
MXGUI = (sys.executable, "-m", "mxgui")
DNS_ONLY = ("--probe", "none")
IMPATIENT = ("--connect-timeout", "1.5", "--greeting-timeout", "5", "--command-timeout", "5")


@dataclass(frozen=True, slots=True)
class Inspected:
    """What came of one run: its exit code, its JSON, and what it told on the way."""

    exit_code: int
    json: dict[str, Any]
    progress: str

    @property
    def route(self) -> dict[str, Any]:
        """The route, as contract.md has it."""
        route: dict[str, Any] = self.json["route"]
        return route

    @property
    def hosts(self) -> list[dict[str, Any]]:
        """Every host of the route, tier by tier."""
        return [host for tier in self.route["tiers"] for host in tier["hosts"]]

    @property
    def tiers(self) -> str:
        """The tiers in short: `10 postfix-a postfix-b, 20 exim-a`."""
        return ", ".join(
            " ".join([str(tier["preference"]), *(short(host["name"]) for host in tier["hosts"])])
            for tier in self.route["tiers"]
        )

    @property
    def findings(self) -> dict[str, str]:
        """The severity of each finding, by its id; the worst, where there are several."""
        return {each["id"]: each["severity"] for each in reversed(self.json["findings"])}

    @property
    def included(self) -> set[str]:
        """The ids that findings stand for."""
        return {one for each in self.json["findings"] for one in each["includes"]}

    def probe(self, address: str) -> dict[str, Any]:
        """The one probe of that address."""
        (found,) = [each for each in self.json["probes"] if each["address"] == address]
        return dict(found)


def short(name: str) -> str:
    """A host's name without the domain of all hosts."""
    return name.removesuffix(".host.example")


def inspect(
    lab: Lab, domain: str, *options: str, room: Room | None = None, home: Path | None = None
) -> Inspected:
    """Inspect a domain through the laboratory's resolver, unless an option names another."""
    resolver = () if "--resolver" in options else ("--resolver", RESOLVER.address)
    command = [*MXGUI, "inspect", domain, "--format", "json", *resolver, *options]
    return read(lab.run(command, room=room, home=home))


def look(lab: Lab, domain: str, *options: str) -> Inspected:
    """What an inspection says, run once for all tests that only read it."""
    key = (domain, *options)
    if key not in lab.seen:
        lab.seen[key] = inspect(lab, domain, *options)
    found: Inspected = lab.seen[key]
    return found


def look_at_all(lab: Lab, domains: Iterable[str], *options: str) -> None:
    """Inspect domains side by side, to have `look` find them: much of it is waiting."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(lambda domain: look(lab, domain, *options), domains))


def read(done: subprocess.CompletedProcess[str]) -> Inspected:
    """Read the output of a run that was to print JSON."""
    assert done.stdout.startswith("{"), f"exit {done.returncode}: {done.stdout}{done.stderr}"
    return Inspected(done.returncode, json.loads(done.stdout), done.stderr)
