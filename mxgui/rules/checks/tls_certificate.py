"""Certificates that are for another host, or that nobody vouches for.

Most senders take any certificate, so this is good to know and no more; who relies on it, by a
policy or by a TLSA record, is told by the findings on those.
"""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.domain import address_of
from mxgui.model.text import Text, text
from mxgui.routing.certificates import UNTRUSTED, CertificateView, Flaw
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.session import Session, alike, places, views_of
from mxgui.rules.trouble import cut

_MOST_NAMES = 3  # in one sentence


def _check_name(case: Case) -> Iterator[Finding]:
    for host, sessions in views_of(case):
        if address_of(host.name) is not None or case.inspection.entry.domain.literal is not None:
            continue
        for names, same in alike(sessions, _other_names):
            words = text(
                "The certificate of {host} at {addresses} {names}",
                host=host.name,
                addresses=places(same),
                names=names,
            )
            yield Finding("TLS-CERT-NAME", Severity.INFO, host.name, words)


def _other_names(session: Session) -> Text | None:
    """What a certificate is for that is not for its host."""
    view = session.view
    if view is None or not view.has(Flaw.NAME_MISMATCH) or view.leaf.malformed:
        return None
    if view.cn and not view.leaf.names:
        return text("has the name in its subject only, where it no longer counts")
    names = view.leaf.names or view.leaf.common_names
    if not names:
        return text("has no name")
    told = tuple(cut(name) for name in names[:_MOST_NAMES])
    more = len(names) - len(told)
    if more > 0:
        return text("is for {names} and {n} more", names=", ".join(told), n=more)
    return text("is for {names}", names=told)


def _check_untrusted(case: Case) -> Iterator[Finding]:
    for host, sessions in views_of(case):
        for why, same in alike(sessions, _why_untrusted):
            words = text(
                "{host} shows a certificate at {addresses} {why}",
                host=host.name,
                addresses=places(same),
                why=why,
            )
            yield Finding("TLS-CERT-UNTRUSTED", Severity.INFO, host.name, words)


def _why_untrusted(session: Session) -> Text | None:
    view = session.view
    if view is None or view.trusted is not False:
        return None
    if view.has(Flaw.MALFORMED) and not view.has(*UNTRUSTED):
        return text("that cannot be read")
    return _fault_of_path(view)


def _fault_of_path(view: CertificateView) -> Text | None:
    if view.has(Flaw.SELF_SIGNED):
        return text("that it signed itself")
    if view.has(Flaw.MISSING_INTERMEDIATE):
        return text(
            "without the intermediate certificate behind it: {issuer}", issuer=_issuer(view)
        )
    if view.has(Flaw.UNKNOWN_ISSUER):
        return text("of an authority that is not known: {issuer}", issuer=_issuer(view))
    if view.has(Flaw.UNFIT):
        note = view.chain.note if view.chain is not None else ""
        return text("that must not be used so: {note}", note=note)
    return None


def _issuer(view: CertificateView) -> str:
    """Who signed the last certificate of the path."""
    places_of_path = view.chain.path if view.chain is not None else ()
    last = places_of_path[-1] if places_of_path else 0
    known = 0 <= last < len(view.certificates)
    return cut((view.certificates[last] if known else view.leaf).issuer)


RULES = (
    Rule(
        id="TLS-CERT-NAME",
        title=text("A certificate is for another name"),
        why=text(
            "Senders that follow a policy of MTA-STS, and those that trust an authority by DANE, "
            "want the host's own name in the certificate; to the others it is the same."
        ),
        fix=text(
            "Have a certificate issued with the name of the mail host, as the MX record has it, "
            "among its subject alternative names."
        ),
        references=(rfc("8461", "4.2"), rfc("7672", "3.2.2"), rfc("9525", "6.3")),
        check=_check_name,
    ),
    Rule(
        id="TLS-CERT-UNTRUSTED",
        title=text("A certificate leads to no authority that is known"),
        why=text(
            "Mail is encrypted all the same, but a sender cannot tell the host from somebody in "
            "its place. Senders that follow a policy of MTA-STS do not deliver here."
        ),
        fix=text(
            "Have the certificate issued by a public authority, and let the mail server send the "
            "intermediate certificates with it (the “full chain”). With DANE-EE it can stay."
        ),
        references=(rfc("8461", "4.2"), rfc("5280", "6"), rfc("8446", "4.4.2")),
        check=_check_untrusted,
    ),
)
