"""What the demo network holds, as lines to print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mxgui.demo.domains import DOMAINS, HOSTS
from mxgui.demo.group import Group
from mxgui.demo.key_files import ANCHOR_FILE, CA_FILE
from mxgui.demo.names import Names
from mxgui.model.text import Text, text


@dataclass(frozen=True, slots=True)
class Reach:
    """How the network is reached: its resolver, and the ports of mail hosts and of policies."""

    resolver: str
    port: int
    web_port: int
    served: bool
    keys: Path | None = None  # the folder with the authority and the root's key


def listing_of(reach: Reach, names: Names, notes: Sequence[Text]) -> tuple[Text, ...]:
    """Give the lines: what it is, how to reach it, each group of domains, each host."""
    return (
        text("This is the demo network of mxgui. It is on this machine only and takes no mail."),
        text(
            "DNS: {resolver}, over UDP and TCP. SMTP: port {port}. MTA-STS policies: port {web}.",
            resolver=reach.resolver,
            port=reach.port,
            web=reach.web_port,
        ),
        *([_how_to_try(reach)] if reach.served else []),
        *notes,
        *_domains(),
        *_hosts(names),
    )


def _how_to_try(reach: Reach) -> Text:
    options = [
        f"--resolver {reach.resolver}",
        f"--port {reach.port}",
        f"--mta-sts-port {reach.web_port}",
        "--private allow",
    ]
    if reach.keys is not None:
        options += [
            f"--ca-file {reach.keys / CA_FILE}",
            f"--trust-anchor {reach.keys / ANCHOR_FILE}",
        ]
    return text(
        "Try: mxgui inspect {domain} {options}",
        domain=DOMAINS[0].name,
        options=" ".join(options),
    )


def _domains() -> Iterator[Text]:
    for group in Group:
        yield text("")
        yield text("{group}:", group=group.title)
        for known in DOMAINS:
            if known.group is group:
                yield text("{domain}: {what}", domain=known.name, what=known.what)


def _hosts(names: Names) -> Iterator[Text]:
    yield text("")
    yield text("{group}:", group=text("Addresses"))
    for host in HOSTS:
        addresses = names[host.name].addresses
        if addresses:
            yield text("{host}: {addresses}", host=host.name, addresses=tuple(map(str, addresses)))
