"""The path from a server's certificate to its anchor, step by step, with what is wrong at each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from mxgui.model.certificate import Certificate
from mxgui.routing.certificates import CertificateView, Flaw, out_of_date, path_places


class Role(Enum):
    """What a certificate is on its path."""

    LEAF = "leaf"
    INTERMEDIATE = "intermediate"
    ANCHOR = "anchor"  # what is trusted for itself, or a root that nobody knows
    ABSENT = "absent"  # whoever signed the step before: neither sent nor known


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step; `certificate` is None where it was not sent. `flaws` are those of this step."""

    role: Role
    subject: str
    certificate: Certificate | None = None
    flaws: tuple[Flaw, ...] = ()


def path_steps(view: CertificateView) -> tuple[PathStep, ...]:
    """Give the steps from the leaf up; nothing is said of what follows it before that is known."""
    return tuple(_steps(view))


def superfluous(view: CertificateView) -> tuple[Certificate, ...]:
    """Give what was sent beside the path; nothing while the path is not known."""
    if view.chain is None:
        return ()
    way = path_places(view.chain, view.certificates)
    return tuple(one for place, one in enumerate(view.certificates) if place not in way)


def _steps(view: CertificateView) -> Iterator[PathStep]:
    places = path_places(view.chain, view.certificates)
    for place in places:
        certificate = view.certificates[place]
        subject = certificate.subject or certificate.malformed or certificate.sha256
        yield PathStep(_role(view, place), subject, certificate, tuple(_flaws(view, place)))
    if view.chain is None:
        return
    top = view.certificates[places[-1]]
    if view.trusted and not top.is_self_issued:
        yield PathStep(Role.ANCHOR, view.chain.anchor)
    missing = [flaw for flaw in _NO_ISSUER if view.has(flaw)]
    if missing and not top.is_self_issued and top.issuer:
        yield PathStep(Role.ABSENT, top.issuer, None, tuple(missing))


_NO_ISSUER = (Flaw.UNKNOWN_ISSUER, Flaw.MISSING_INTERMEDIATE)


def _role(view: CertificateView, place: int) -> Role:
    if place == 0:
        return Role.LEAF
    return Role.ANCHOR if view.certificates[place].is_self_issued else Role.INTERMEDIATE


def _flaws(view: CertificateView, place: int) -> Iterator[Flaw]:
    """What is wrong at one place; the name is the leaf's matter, an unknown root the root's."""
    certificate = view.certificates[place]
    found = {out_of_date(certificate, view.at)}
    if any(weakness.place == place for weakness in view.weaknesses):
        found.add(Flaw.WEAK)
    if certificate.malformed:
        found.add(Flaw.MALFORMED)
    if place == 0:
        found |= {flaw for flaw in (Flaw.SELF_SIGNED, Flaw.NAME_MISMATCH) if view.has(flaw)}
    elif certificate.is_self_issued and view.has(Flaw.UNKNOWN_ISSUER):
        found.add(Flaw.UNKNOWN_ISSUER)
    return (flaw for flaw in Flaw if flaw in found)
