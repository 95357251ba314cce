"""The TLS session of a probe: its lock, the path of its certificates, and the leaf itself."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.certificate import Certificate, Tls
from mxgui.model.smtp import StartTls
from mxgui.model.text import counted, text
from mxgui.report.marks import Shape
from mxgui.routing.certificate_path import PathStep, Role, path_steps, superfluous
from mxgui.routing.certificate_words import flaw_words, left_words, version_words
from mxgui.routing.certificates import CertificateView, Flaw
from mxgui.routing.shapes import Tone, Words
from mxgui.ui.dossier.section import Line, Section, cut
from mxgui.ui.dossier.signs import FLAWED, GOOD
from mxgui.ui.looks import LOCK_LOOKS, Look

_NAMES = 8  # of a certificate that are listed; a shared host may have a hundred
_USAGES = 4
_ROLES = {
    Role.LEAF: text("host"),
    Role.INTERMEDIATE: text("intermediate"),
    Role.ANCHOR: text("root"),
    Role.ABSENT: text("not sent"),
}
_PLAIN = Look(Shape.BAR, text("Not judged"), Tone.IDLE)
_LACKING = Look(Shape.QUERY, text("Missing"), Tone.WARN)


def tls_sections(tls: Tls, view: CertificateView | None) -> Iterator[Section]:
    """The session, the path from the leaf to its anchor, and what the leaf says of itself."""
    lines = [
        Line(version_words(tls.version), label=text("version")),
        Line(tls.cipher, label=text("cipher")),
    ]
    if tls.sni:
        lines.append(Line(tls.sni, label=text("name asked for"), mono=True))
    if tls.injected:
        lines.append(Line(text("Plain bytes came between STARTTLS and the handshake.")))
    yield Section(text("TLS session"), tuple(lines))
    if view is not None:
        yield Section(text("Path of certificates"), tuple(_path_lines(view)))
        yield Section(text("Certificate"), tuple(_leaf_lines(view.leaf, view)))


def lock_look(starttls: StartTls) -> Look | None:
    """The padlock of a session; none where there never was one to be had."""
    return LOCK_LOOKS.get(starttls)


def _path_lines(view: CertificateView) -> Iterator[Line]:
    for step in path_steps(view):
        flaws = tuple(flaw_words(flaw) for flaw in step.flaws)
        about = text("{flaws}", flaws=flaws) if flaws else ""
        look = _look_of(view, step)
        label, wrong = _ROLES[step.role], bool(flaws)
        yield Line(cut(step.subject), label=label, about=about, look=look, strong=wrong)
    if view.chain is None:
        yield Line(text("The path is not checked yet."))
    elif view.has(Flaw.UNFIT) and view.chain.note:
        yield Line(view.chain.note, label=text("OpenSSL says"))
    for certificate in superfluous(view):
        words = certificate.subject or certificate.malformed or certificate.sha256
        yield Line(cut(words), label=text("sent beside it"))


def _look_of(view: CertificateView, step: PathStep) -> Look:
    if step.role is Role.ABSENT:
        return _LACKING
    if step.flaws:
        return FLAWED
    return GOOD if view.trusted else _PLAIN


def _leaf_lines(certificate: Certificate, view: CertificateView) -> Iterator[Line]:
    if certificate.malformed:
        yield Line(certificate.malformed, label=text("cannot be read whole"))
    if certificate.issuer:
        yield Line(cut(certificate.issuer), label=text("issuer"))
    left = left_words(view)
    if left is not None:
        yield Line(left, label=text("when probed"))
    if view.has(Flaw.NOT_YET_VALID) and certificate.not_after is not None:
        yield Line(text("{end}", end=certificate.not_after), label=text("valid until"))
    elif certificate.not_before is not None:
        yield Line(text("{begin}", begin=certificate.not_before), label=text("valid since"))
    yield from _name_lines(certificate, view)
    yield from _digest_lines(certificate)


def _name_lines(certificate: Certificate, view: CertificateView) -> Iterator[Line]:
    if certificate.names:
        label = counted("{n} name", "{n} names", len(certificate.names))
        yield Line(_names(certificate.names), label=label)
    if view.dns_id:
        yield Line(text("it is for {host}", host=view.host), look=GOOD)
    elif view.cn:
        words = text("{host} stands in the subject alone, where it does not count", host=view.host)
        yield Line(words, look=FLAWED)
    else:
        yield Line(text("it is not for {host}", host=view.host), look=FLAWED)


def _digest_lines(certificate: Certificate) -> Iterator[Line]:
    facts = (
        (text("key"), certificate.key, False),
        (text("signature"), certificate.signature, False),
        (text("meant for"), ", ".join(certificate.usages[:_USAGES]), False),
        (text("serial number"), certificate.serial, True),
        (text("SHA-256 of it"), certificate.sha256, True),
        (text("SHA-256 of its key"), certificate.spki_sha256, True),
    )
    return (Line(cut(value), label=label, mono=mono) for label, value, mono in facts if value)


def _names(names: tuple[str, ...]) -> Words:
    told = ", ".join(cut(name, 253) for name in names[:_NAMES])
    more = len(names) - _NAMES
    return text("{names} and {n} more", names=told, n=more) if more > 0 else told
