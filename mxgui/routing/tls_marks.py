"""What a host's encryption comes to on its card: one chip, with a padlock if it is verified."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mxgui.model.inspection import Inspection
from mxgui.model.smtp import Probe, StartTls
from mxgui.model.text import Text, counted, text
from mxgui.routing.certificate_words import flaw_words, version_words, worst_flaw
from mxgui.routing.certificates import OUT_OF_DATE, CertificateView, Flaw, certificate_view
from mxgui.routing.labels import Mark
from mxgui.routing.pinned import is_pinned
from mxgui.routing.route import Host
from mxgui.routing.shapes import Tone

_OLD = ("SSLv3", "TLSv1", "TLSv1.1")
_BROKEN = (StartTls.REFUSED, StartTls.FAILED)
_SOON = 14  # days


def tls_marks(inspection: Inspection, host: Host, probes: Sequence[Probe]) -> Iterator[Mark]:
    """Tell how the addresses of a host encrypt, and that a certificate needs care."""
    tested = [probe for probe in probes if probe.starttls is not StartTls.NOT_TESTED]
    sessions = [probe.tls for probe in tested if probe.tls is not None]
    if not tested:
        return
    if not sessions and any(probe.starttls in _BROKEN for probe in tested):
        tip = text("STARTTLS is offered and fails: senders go on in the clear, or wait.")
        yield Mark(text("TLS broken"), Tone.WARN, tip)
    elif not sessions:
        yield Mark(text("no TLS"), Tone.WARN, text("Mail to this host travels in the clear."))
    elif len(sessions) < len(tested):
        words = text("TLS {n} of {total}", n=len(sessions), total=len(tested))
        yield Mark(words, Tone.WARN, text("Mail to some addresses travels in the clear."))
    else:
        version = min(session.version for session in sessions)
        views = list(_views(inspection, host, tested))
        yield _encrypted(inspection, host, version, views, len(tested))
        yield from _soon(view for _, view in views)
    if any(session.injected for session in sessions):
        tip = text("Plain words come behind the reply to STARTTLS: some senders break off.")
        yield Mark(text("plain words in TLS"), Tone.WARN, tip)


def _views(
    inspection: Inspection, host: Host, probes: Sequence[Probe]
) -> Iterator[tuple[Probe, CertificateView]]:
    """Give the certificates that were shown to this host's own name."""
    for probe in probes:
        own = inspection.probe(probe.target.address, host=host.name) or probe
        view = certificate_view(inspection, own, host.name)
        if view is not None and own.target.host == host.name:
            yield own, view


def _encrypted(
    inspection: Inspection,
    host: Host,
    version: str,
    views: Sequence[tuple[Probe, CertificateView]],
    addresses: int,
) -> Mark:
    flaw = worst_flaw(view for _, view in views)
    known = version_words(version)
    tip = counted(
        "The address encrypts by STARTTLS.",
        "All {n} addresses encrypt by STARTTLS.",
        addresses,
    )
    if flaw is not None:
        matters = version in _OLD or any(_matters(inspection, host, *one) for one in views)
        words = text("{version}, {flaw}", version=known, flaw=flaw_words(flaw))
        tip = text("{tip} {certificate}", tip=tip, certificate=_about(flaw))
        return Mark(words, Tone.WARN if matters else Tone.PLAIN, tip)
    if version in _OLD:
        return Mark(known, Tone.WARN, text("{tip} This version is deprecated.", tip=tip))
    if len(views) == addresses and all(view.verified for _, view in views):
        told = text("{tip} The certificate is trusted, and for this host.", tip=tip)
        return Mark(known, Tone.OK, told, lock=True)
    return Mark(known, Tone.OK, tip)


def _matters(inspection: Inspection, host: Host, probe: Probe, view: CertificateView) -> bool:
    """Whether what is wrong is more than most senders pass over."""
    if view.has(Flaw.WEAK):
        return True
    late = view.has(*OUT_OF_DATE)
    return late and is_pinned(inspection, host, probe.target.address) is False


def _about(flaw: Flaw) -> Text:
    if flaw in (*OUT_OF_DATE, Flaw.WEAK):
        return text("Senders that verify certificates do not deliver here.")
    return text("The certificate is not verified; most senders do not look.")


def _soon(views: Iterator[CertificateView]) -> Iterator[Mark]:
    """How many days are left, if they are few."""
    left = [view.days_left for view in views if not view.has(*OUT_OF_DATE)]
    days = min((each for each in left if each is not None), default=_SOON + 1)
    if days <= _SOON:
        # Translators: the certificate is good for that many days more; as short as can be
        words = counted("cert {n} day", "cert {n} days", days)
        yield Mark(words, Tone.PLAIN, text("The certificate expires soon."))
