"""Hosts that greet and then do not take EHLO, or not for what it is."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.smtp import StoppedBy
from mxgui.model.text import Text, text
from mxgui.routing.standing import Standing
from mxgui.rules.case import Case
from mxgui.rules.failure import Failure
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.trouble import Trouble, replies_of, troubles_with, weight_of


def _check_failed(case: Case) -> Iterator[Finding]:
    for trouble in troubles_with(case, Failure.EHLO):
        yield trouble.finding(_failed(trouble), weight_of(case, trouble))


def _failed(trouble: Trouble) -> Text:
    host, addresses = trouble.host.name, trouble.places
    if trouble.standing is Standing.LIVE:
        return text(
            "{host} fails at EHLO once the connection is encrypted, at {addresses}",
            host=host,
            addresses=addresses,
        )
    refusals = [probe.ehlo for probe in trouble.probes if probe.stopped_by is StoppedBy.REPLY]
    if not refusals:
        return text(
            "{host} greets at {addresses} and then fails at EHLO", host=host, addresses=addresses
        )
    return text(
        "{host} greets at {addresses} and then refuses EHLO: {replies}",
        host=host,
        addresses=addresses,
        replies=replies_of(refusals),
    )


def _check_helo_only(case: Case) -> Iterator[Finding]:
    unencrypted = {trouble.host for trouble in troubles_with(case, Failure.UNENCRYPTED)}
    for trouble in troubles_with(case, Failure.HELO_ONLY):
        words = text(
            "{host} knows HELO only, at {addresses}",
            host=trouble.host.name,
            addresses=trouble.places,
        )
        # Without EHLO there is no STARTTLS: one cause, unless it fails elsewhere by itself.
        includes = () if trouble.host in unencrypted else ("TLS-NONE",)
        yield Finding(
            trouble.failure.value,
            Severity.WARNING,
            trouble.host.name,
            words,
            includes=includes,
        )


RULES = (
    Rule(
        id="SMTP-EHLO-FAILED",
        title=text("A mail host greets and then fails at EHLO"),
        why=text(
            "Senders get no further than the greeting and go on to the next address, or keep the "
            "mail and try again. A refusal may mean the name or the address of the sender alone."
        ),
        fix=text(
            "The words of the reply and the host's log tell what it has against EHLO: a filter of "
            "names, a lookup that fails, or a server that cannot go on. If it only fails under "
            "TLS, look at what ends the encryption before the mail server."
        ),
        references=(rfc("5321", "4.1.4"), rfc("5321", "3.2"), rfc("3207", "4.2")),
        check=_check_failed,
    ),
    Rule(
        id="SMTP-HELO-ONLY",
        title=text("A mail host knows no EHLO"),
        why=text(
            "Without EHLO there are no extensions: no encryption, no 8-bit mail, no size told "
            "beforehand. Every server has been bound to know it since 2001; where one does not, a "
            "box on the path may have hidden it."
        ),
        fix=text(
            "Bring the mail server up to date, or switch off the inspection of SMTP in the "
            "firewall before it."
        ),
        references=(rfc("5321", "3.2"), rfc("5321", "2.2.1")),
        check=_check_helo_only,
    ),
)
