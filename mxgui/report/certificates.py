"""Certificates in a report: what each session's encryption is worth, and the path step by step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mxgui.model.smtp import Probe, StartTls
from mxgui.model.text import Text, text
from mxgui.report.report import Report
from mxgui.routing.certificate_path import PathStep, Role, path_steps, superfluous
from mxgui.routing.certificate_words import flaw_words, left_words, lock_words
from mxgui.routing.certificates import CertificateView, certificate_view, starttls_of

_ROLES = {
    Role.LEAF: text("Certificate"),
    Role.INTERMEDIATE: text("Intermediate"),
    Role.ANCHOR: text("Root"),
    Role.ABSENT: text("Not sent"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One certificate as some addresses of a host showed it; `words` tell what it is worth."""

    host: str
    addresses: tuple[str, ...]
    starttls: StartTls
    words: tuple[Text | str, ...]


def shown_certificates(report: Report) -> tuple[Shown, ...]:
    """Give the certificates of a run, those alike at several addresses of a host once."""
    groups: dict[tuple[str, StartTls, tuple[Text | str, ...]], list[str]] = {}
    for probe in report.probes:
        view = view_of(report, probe)
        if view is not None:
            starttls = starttls_of(report.inspection, probe, probe.target.host)
            key = (probe.target.host, starttls, tuple(_words(starttls, view)))
            groups.setdefault(key, []).append(probe.target.address)
    return tuple(
        Shown(host, tuple(addresses), starttls, words)
        for (host, starttls, words), addresses in groups.items()
    )


def view_of(report: Report, probe: Probe) -> CertificateView | None:
    """What the certificates of a probe are worth for the host it was meant for."""
    return certificate_view(report.inspection, probe, probe.target.host)


def path_words(view: CertificateView) -> Iterator[tuple[Text, Text | str]]:
    """Give each step of the path, with what is wrong there, and what was sent beside it."""
    for step in path_steps(view):
        yield _ROLES[step.role], _step_words(step)
    for certificate in superfluous(view):
        yield text("Sent beside it"), certificate.subject or certificate.sha256


def worth_words(report: Report, probe: Probe) -> Text:
    """What the encryption of a probe is worth."""
    starttls = starttls_of(report.inspection, probe, probe.target.host)
    return lock_words(starttls, view_of(report, probe))


def _step_words(step: PathStep) -> Text | str:
    if not step.flaws:
        return step.subject
    flaws = tuple(flaw_words(flaw) for flaw in step.flaws)
    return text("{subject} ({flaws})", subject=step.subject, flaws=flaws)


def _words(starttls: StartTls, view: CertificateView) -> Iterator[Text | str]:
    yield lock_words(starttls, view)
    if view.leaf.key:
        yield view.leaf.key
    left = left_words(view)
    if left is not None:
        yield left
