"""Certificates that are out of date, or will be soon: by the moment of the probe."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

from mxgui.model.text import Text, counted, text
from mxgui.routing.certificates import OUT_OF_DATE, CertificateView, out_of_date
from mxgui.routing.pinned import is_pinned
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.session import Session, alike, places, views_of

SOON = timedelta(days=14)  # whoever renews by a program does so thirty days before


def _check_expired(case: Case) -> Iterator[Finding]:
    for host, sessions in views_of(case):
        late = [one for one in sessions if one.view is not None and one.view.has(*OUT_OF_DATE)]
        for pinned, others in alike(late, partial(_pinned, case)):
            for what, same in alike(others, _what_is_late):
                words = text(
                    "{what}, at {host} ({addresses})",
                    what=what,
                    host=host.name,
                    addresses=places(same),
                )
                matters = pinned == (False,)
                severity = Severity.WARNING if matters else Severity.INFO
                provisional = pinned == (None,)
                yield Finding("TLS-CERT-EXPIRED", severity, host.name, words, provisional)


def _pinned(case: Case, session: Session) -> tuple[bool | None]:
    return (is_pinned(case.inspection, session.probe, session.host.name),)


def _what_is_late(session: Session) -> Text | None:
    view = session.view
    if view is None:
        return None
    leaf = view.leaf
    if leaf.not_after is not None and view.at > leaf.not_after:
        return text("The certificate expired on {moment}", moment=leaf.not_after)
    if leaf.not_before is not None and view.at < leaf.not_before:
        return text("The certificate is valid from {moment} only", moment=leaf.not_before)
    return _late_on_path(view)


def _late_on_path(view: CertificateView) -> Text:
    for certificate in view.certificates[1:]:
        if out_of_date(certificate, view.at):
            return text(
                "A certificate behind the host's own is out of date: {subject}",
                subject=certificate.subject,
            )
    return text("The authority behind the certificate is out of date")


def _check_soon(case: Case) -> Iterator[Finding]:
    for host, sessions in views_of(case):
        for (days, ends), same in alike(sessions, _ends_soon):
            words = counted(
                "The certificate of {host} at {addresses} expires in {n} day, on {ends}",
                "The certificate of {host} at {addresses} expires in {n} days, on {ends}",
                days,
                host=host.name,
                addresses=places(same),
                ends=ends,
            )
            yield Finding("TLS-CERT-SOON", Severity.NOTICE, host.name, words)


def _ends_soon(session: Session) -> tuple[int, datetime] | None:
    view = session.view
    if view is None or view.left is None or view.leaf.not_after is None or view.days_left is None:
        return None
    if view.has(*OUT_OF_DATE) or view.left > SOON:
        return None
    return view.days_left, view.leaf.not_after


RULES = (
    Rule(
        id="TLS-CERT-EXPIRED",
        title=text("A certificate is out of date"),
        why=text(
            "Senders that verify certificates do not deliver here until it is renewed; the others "
            "do not look. Where a TLSA record of usage DANE-EE matches, dates do not count."
        ),
        fix=text(
            "Renew the certificate and load it into the mail server, which often has to be told "
            "to read it anew; see why it was not renewed by itself. If it begins in the future, "
            "look at the clock of whoever issued it."
        ),
        references=(rfc("5280", "6.1.3"), rfc("8461", "4.2"), rfc("7672", "3.1.1")),
        check=_check_expired,
    ),
    Rule(
        id="TLS-CERT-SOON",
        title=text("A certificate expires soon"),
        why=text("Whoever renews by a program has done so by now: it may have failed."),
        fix=text(
            "Renew the certificate, and see whether the program that should do it still runs and "
            "whether the mail server reads the new one. Mind TLSA records that pin the old key."
        ),
        references=(rfc("5280", "4.1.2.5"),),
        check=_check_soon,
    ),
)
