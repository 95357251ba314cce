"""Encryption in words: the lock, what is wrong with a certificate, and how long it lasts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from mxgui.model.smtp import StartTls
from mxgui.model.text import Text, counted, text
from mxgui.routing.certificates import OUT_OF_DATE, CertificateView, Flaw

_FLAWS = {
    Flaw.EXPIRED: text("expired"),
    Flaw.NOT_YET_VALID: text("not yet valid"),
    Flaw.SELF_SIGNED: text("self-signed"),
    Flaw.UNKNOWN_ISSUER: text("unknown issuer"),
    Flaw.MISSING_INTERMEDIATE: text("intermediate missing"),
    Flaw.NAME_MISMATCH: text("other name"),
    Flaw.WEAK: text("weak"),
    Flaw.MALFORMED: text("malformed"),
    Flaw.UNFIT: text("not fit for this"),
}
# What is told first where there is room for one word
_FIRST = (*OUT_OF_DATE, Flaw.WEAK, Flaw.MALFORMED)
_VERSIONS = {"TLSv1": text("TLS 1.0"), "SSLv3": text("SSL 3")}
_DAY = timedelta(days=1)


def flaw_words(flaw: Flaw) -> Text:
    """One thing that is wrong, in a word or two."""
    return _FLAWS[flaw]


def worst_flaw(views: Iterable[CertificateView]) -> Flaw | None:
    """What there is to say of certificates where there is room for one word."""
    found = {flaw for view in views for flaw in view.flaws}
    order = (*_FIRST, *(flaw for flaw in Flaw if flaw not in _FIRST))
    return next((flaw for flaw in order if flaw in found), None)


def version_words(version: str) -> Text | str:
    """A version of TLS as people write it."""
    return _VERSIONS.get(version) or version.replace("TLSv", "TLS ")


def lock_words(starttls: StartTls, view: CertificateView | None) -> Text:
    """What encryption is worth here: verified, or encrypted and no more, or nothing."""
    match starttls:
        case StartTls.VERIFIED:
            return text("verified: the certificate is trusted, and for this host")
        case StartTls.UNVERIFIED:
            return _unverified(view)
        case StartTls.FAILED:
            return text("broken: offered, then the handshake failed")
        case StartTls.REFUSED:
            return text("broken: offered, then refused")
        case StartTls.NOT_OFFERED:
            return text("not offered")
        case _:
            return text("not tested")


def _unverified(view: CertificateView | None) -> Text:
    if view is None:
        return text("encrypted, without a certificate")
    if view.chain is None:
        return text("encrypted; the certificate is not checked yet")
    if not view.flaws:
        return text("encrypted, not verified")
    flaws = tuple(flaw_words(flaw) for flaw in view.flaws)
    return text("encrypted, not verified: {flaws}", flaws=flaws)


def left_words(view: CertificateView) -> Text | None:
    """How long the certificate was valid yet when it was seen; None if it does not say."""
    begins, ends, at = view.leaf.not_before, view.leaf.not_after, view.at
    if begins is not None and at < begins:
        days = -((at - begins) // _DAY)
        return counted(
            "begins within {n} day, on {moment}",
            "begins within {n} days, on {moment}",
            days,
            moment=begins,
        )
    if ends is None:
        return None
    if at > ends:
        days = (at - ends) // _DAY
        return counted(
            "expired {n} day before, on {moment}",
            "expired {n} days before, on {moment}",
            days,
            moment=ends,
        )
    days = (ends - at) // _DAY
    return counted(
        "expires in {n} day, on {moment}", "expires in {n} days, on {moment}", days, moment=ends
    )
