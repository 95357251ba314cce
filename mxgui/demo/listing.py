"""What the demo network holds, as lines to print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mxgui.demo.hosts import HOSTS
from mxgui.demo.names import Names
from mxgui.demo.zones import DOMAINS
from mxgui.model.text import Text, text


def listing_of(
    resolver: str, port: int, served: bool, names: Names, notes: Sequence[Text]
) -> tuple[Text, ...]:
    """Give the lines: what it is, how to reach it, each domain, each host."""
    return (
        text("This is the demo network of mxgui. It is on this machine only and takes no mail."),
        text("DNS: {resolver}, over UDP and TCP. SMTP: port {port}.", resolver=resolver, port=port),
        *([_how_to_try(resolver, port)] if served else []),
        *notes,
        *(text("{domain}: {what}", domain=known.name, what=known.what) for known in DOMAINS),
        *_hosts(names),
    )


def _how_to_try(resolver: str, port: int) -> Text:
    return text(
        "Try: mxgui inspect {domain} --resolver {resolver} --port {port} --private allow",
        domain=DOMAINS[0].name,
        resolver=resolver,
        port=port,
    )


def _hosts(names: Names) -> Iterator[Text]:
    for host in HOSTS:
        addresses = names[host.name].addresses
        if addresses:
            yield text("{host}: {addresses}", host=host.name, addresses=tuple(map(str, addresses)))
