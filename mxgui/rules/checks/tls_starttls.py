"""Mail that is not encrypted on its way: STARTTLS is not offered, or comes to nothing.

Here it is a warning, however many hosts it concerns: senders without a policy for the domain go on
in clear text (RFC 7435), so that protection is lost and no mail. What DANE or MTA-STS make of it
is told by their own findings.
"""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.smtp import Probe, StartTls, StoppedBy
from mxgui.model.text import Text, text
from mxgui.rules.case import Case
from mxgui.rules.failure import Failure
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.sts_class import may_be_enforced
from mxgui.rules.trouble import Trouble, places_of, troubles_with


def _check_none(case: Case) -> Iterator[Finding]:
    for trouble in troubles_with(case, Failure.UNENCRYPTED):
        words = text(
            "{host} offers no encryption at {addresses}",
            host=trouble.host.name,
            addresses=trouble.places,
        )
        yield _finding(case, trouble, Severity.WARNING, words)


def _check_fails(case: Case) -> Iterator[Finding]:
    for trouble in troubles_with(case, Failure.STARTTLS):
        for severity, probes in _by_certainty(trouble.probes):
            words = _fails(trouble.host.name, probes)
            yield _finding(case, trouble, severity, words)


def _finding(case: Case, trouble: Trouble, severity: Severity, words: Text) -> Finding:
    """Tell of it, for certain once it is known that no policy makes it worse."""
    is_open = may_be_enforced(case)
    told = Severity.INCONCLUSIVE if is_open else severity
    return Finding(trouble.failure.value, told, trouble.host.name, words, is_open)


def _by_certainty(probes: tuple[Probe, ...]) -> Iterator[tuple[Severity, tuple[Probe, ...]]]:
    """Part what the host did from silence, for which we may have waited too short a time."""
    silent = tuple(probe for probe in probes if probe.stopped_by is StoppedBy.TIMEOUT)
    broken = tuple(probe for probe in probes if probe.stopped_by is not StoppedBy.TIMEOUT)
    if broken:
        yield Severity.WARNING, broken
    if silent:
        yield Severity.INCONCLUSIVE, silent


def _fails(host: str, probes: tuple[Probe, ...]) -> Text:
    addresses = places_of(probes)
    if all(probe.starttls is StartTls.REFUSED for probe in probes):
        return text(
            "{host} offers STARTTLS at {addresses} and refuses it when asked",
            host=host,
            addresses=addresses,
        )
    if all(probe.stopped_by is StoppedBy.TIMEOUT for probe in probes):
        return text(
            "{host} offers STARTTLS at {addresses} and does not come to encryption in time",
            host=host,
            addresses=addresses,
        )
    return text(
        "{host} offers STARTTLS at {addresses}, and encryption fails",
        host=host,
        addresses=addresses,
    )


RULES = (
    Rule(
        id="TLS-NONE",
        title=text("A mail host offers no encryption"),
        why=text(
            "Mail to this host can be read and changed by everybody on its path. Senders that "
            "insist on encryption do not deliver here at all."
        ),
        fix=text(
            "Give the mail server a key and a certificate and switch STARTTLS on. If it is on "
            "already, a firewall that inspects SMTP may take the offer out on the way."
        ),
        references=(rfc("3207", "4"), rfc("3207", "6")),
        check=_check_none,
    ),
    Rule(
        id="TLS-OFFERED-FAILS",
        title=text("STARTTLS is offered and fails"),
        why=text(
            "Most senders come back and deliver in clear text, so that mail is late and can be "
            "read on its path; those that insist on encryption do not deliver here."
        ),
        fix=text(
            "The log of the mail server tells why: a key or certificate that cannot be read, "
            "versions and ciphers that no sender has, or too many connections at once."
        ),
        references=(rfc("3207", "4"), rfc("7435")),
        check=_check_fails,
    ),
)
