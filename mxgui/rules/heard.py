"""What was heard of the mail hosts, for rules that look at words and not at failures."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.smtp import Outcome, Probe
from mxgui.routing.route import Host
from mxgui.rules.case import Case


def greetings(case: Case) -> Iterator[tuple[Host, tuple[Probe, ...]]]:
    """Give each host with its ended probes that were greeted; an address counts once."""
    seen: set[str] = set()
    for host in case.hosts:
        found = []
        for own in host.addresses:
            probe = case.inspection.probe(own.address)
            if probe is None or probe.running or own.address in seen:
                continue
            seen.add(own.address)
            if probe.outcome is Outcome.GREETED and probe.greeting is not None:
                found.append(probe)
        if found:
            yield host, tuple(found)
        if case.is_looking_up(host):
            return  # it may have an address of those behind it
