"""The encrypted sessions of a host: what its addresses showed, each with its probe."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from mxgui.model.certificate import Tls
from mxgui.model.once import once
from mxgui.model.smtp import Probe
from mxgui.model.text import Text
from mxgui.routing.certificates import CertificateView, certificate_view
from mxgui.routing.route import Host
from mxgui.rules.case import Case
from mxgui.rules.trouble import places_of

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Session:
    """One ended probe of a host that came to encryption, and its certificates if it has any."""

    host: Host
    probe: Probe
    tls: Tls
    view: CertificateView | None


@once
def sessions_of(case: Case) -> tuple[tuple[Host, tuple[Session, ...]], ...]:
    """Give the sessions of each host that has some, in the order of the route.

    A handshake counts for the host whose name was asked for: what a server shows to another name
    says nothing of this one.
    """
    every = ((host, tuple(_sessions(case, host))) for host in case.hosts)
    return tuple((host, sessions) for host, sessions in every if sessions)


@once
def views_of(case: Case) -> tuple[tuple[Host, tuple[Session, ...]], ...]:
    """Give the same for sessions with a certificate."""
    every = (
        (host, tuple(session for session in sessions if session.view is not None))
        for host, sessions in sessions_of(case)
    )
    return tuple((host, shown) for host, shown in every if shown)


def alike(
    sessions: Iterable[Session], key: Callable[[Session], Key | None]
) -> Iterator[tuple[Key, tuple[Session, ...]]]:
    """Group sessions by what is the matter with them; those with nothing are left out."""
    groups: dict[Key, list[Session]] = {}
    for session in sessions:
        found = key(session)
        if found is not None:
            groups.setdefault(found, []).append(session)
    return ((found, tuple(group)) for found, group in groups.items())


def places(sessions: Sequence[Session]) -> tuple[str | Text, ...]:
    """Where they are, for a sentence."""
    return places_of([session.probe for session in sessions])


def _sessions(case: Case, host: Host) -> Iterator[Session]:
    for own in host.addresses:
        probe = case.inspection.probe(own.address, host=host.name)
        if probe is None or probe.running or probe.tls is None or probe.target.host != host.name:
            continue
        view = certificate_view(case.inspection, probe, host.name)
        yield Session(host, probe, probe.tls, view)
