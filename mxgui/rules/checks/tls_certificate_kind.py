"""Certificates that are too weak, and hosts that show now this one and now that."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.text import Text, text
from mxgui.routing.certificates import Part
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.session import Session, alike, places, views_of


def _check_weak(case: Case) -> Iterator[Finding]:
    for host, sessions in views_of(case):
        for what, same in alike(sessions, _what_is_weak):
            words = text(
                "{host} shows a weak certificate at {addresses}: {what}",
                host=host.name,
                addresses=places(same),
                what=what,
            )
            yield Finding("TLS-CERT-WEAK", Severity.WARNING, host.name, words)


def _what_is_weak(session: Session) -> tuple[Text, ...] | None:
    found = session.view.weaknesses if session.view is not None else ()
    told = dict.fromkeys(_weakness(one.part, one.what, behind=one.place > 0) for one in found)
    return tuple(told) or None


def _weakness(part: Part, what: str, *, behind: bool) -> Text:
    if behind and part is Part.KEY:
        return text("the key of an intermediate, {what}", what=what)
    if behind:
        return text("the signature on an intermediate, {what}", what=what)
    if part is Part.KEY:
        return text("its key, {what}", what=what)
    return text("its signature, {what}", what=what)


def _check_differ(case: Case) -> Iterator[Finding]:
    for host, sessions in views_of(case):
        groups = list(alike(sessions, _digest))
        if len(groups) > 1:
            words = text(
                "The addresses of {host} show {n} different certificates: one at {first}, another "
                "at {second}",
                host=host.name,
                n=len(groups),
                first=places(groups[0][1]),
                second=places(groups[1][1]),
            )
            yield Finding("TLS-CERT-DIFF", Severity.NOTICE, host.name, words)


def _digest(session: Session) -> str | None:
    return session.view.leaf.sha256 if session.view is not None else None


RULES = (
    Rule(
        id="TLS-CERT-WEAK",
        title=text("A certificate is too weak"),
        why=text(
            "A key this short, or a signature by SHA-1 or MD5, can be forged with enough effort. "
            "Senders with a strict TLS library refuse it when they verify."
        ),
        fix=text(
            "Have a new certificate issued: an RSA key of 2048 bits or more, or an elliptic curve "
            "of 256, signed with SHA-256."
        ),
        references=(rfc("9325", "4.5"), rfc("9155")),
        check=_check_weak,
    ),
    Rule(
        id="TLS-CERT-DIFF",
        title=text("The addresses of a host show different certificates"),
        why=text(
            "Behind one name there should be one server, or several alike. Often one of them was "
            "forgotten when a certificate was renewed, and fails when the old one expires; a TLSA "
            "record must match them all."
        ),
        fix=text("Load the same certificate everywhere, or pin every key in TLSA records."),
        references=(rfc("7672", "2.2"), rfc("8461", "4.2")),
        check=_check_differ,
    ),
)
