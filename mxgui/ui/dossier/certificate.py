"""The TLS session of a probe and the certificate as it was shown: facts, and no judgement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from mxgui.model.certificate import Certificate, Tls
from mxgui.model.text import Text, counted, text
from mxgui.routing.shapes import Words
from mxgui.ui.dossier.section import Line, Section, cut

_NAMES = 8  # of a certificate that are listed; a shared host may have a hundred
_DAY = timedelta(days=1)


def tls_sections(tls: Tls, at: datetime) -> Iterator[Section]:
    """The session, and the certificates; `at` is the moment of the probe."""
    lines = [Line(tls.version, label=text("version")), Line(tls.cipher, label=text("cipher"))]
    if tls.sni:
        lines.append(Line(tls.sni, label=text("name asked for"), mono=True))
    if tls.injected:
        lines.append(Line(text("Plain bytes came between STARTTLS and the handshake.")))
    yield Section(text("TLS session"), tuple(lines))
    if tls.chain:
        yield Section(text("Certificate"), tuple(_chain_lines(tls.chain, at)))


def _chain_lines(chain: tuple[Certificate, ...], at: datetime) -> Iterator[Line]:
    yield Line(text("as shown, not judged; {n} in the chain", n=len(chain)))
    yield from _leaf_lines(chain[0], at)
    for certificate in chain[1:]:
        words = certificate.subject or certificate.malformed or certificate.sha256
        yield Line(cut(words), label=text("sent with it"))


def _leaf_lines(certificate: Certificate, at: datetime) -> Iterator[Line]:
    if certificate.malformed:
        yield Line(certificate.malformed, label=text("cannot be read whole"))
    yield from (
        Line(cut(value), label=label)
        for label, value in (
            (text("subject"), certificate.subject),
            (text("issuer"), certificate.issuer),
        )
        if value
    )
    if certificate.not_before and certificate.not_after:
        begin, end = certificate.not_before, certificate.not_after
        words = text("{begin} to {end}", begin=begin, end=end)
        yield Line(words, label=text("valid"))
        yield Line(_left(begin, end, at), label=text("when probed"))
    if certificate.names:
        label = counted("{n} name", "{n} names", len(certificate.names))
        yield Line(_names(certificate.names), label=label)
    yield from _digest_lines(certificate)


def _digest_lines(certificate: Certificate) -> Iterator[Line]:
    facts = (
        (text("key"), certificate.key, False),
        (text("signature"), certificate.signature, False),
        (text("serial number"), certificate.serial, True),
        (text("SHA-256 of it"), certificate.sha256, True),
        (text("SHA-256 of its key"), certificate.spki_sha256, True),
    )
    return (Line(cut(value), label=label, mono=mono) for label, value, mono in facts if value)


def _left(begin: datetime, end: datetime, at: datetime) -> Text:
    """How long it was valid yet at that moment."""
    if at < begin:
        days = -((at - begin) // _DAY)
        return counted("it begins within {n} day", "it begins within {n} days", days)
    if at >= end:
        days = (at - end) // _DAY
        return counted("it ended {n} day before", "it ended {n} days before", days)
    return counted("{n} day left", "{n} days left", (end - at) // _DAY)


def _names(names: tuple[str, ...]) -> Words:
    told = ", ".join(cut(name, 253) for name in names[:_NAMES])
    more = len(names) - _NAMES
    return text("{names} and {n} more", names=told, n=more) if more > 0 else told
