"""A mail host that has TLSA records and does not encrypt."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.text import Text, text
from mxgui.routing.dane_steps import Verdict
from mxgui.routing.route import Host, HostAddress
from mxgui.rules.case import Case
from mxgui.rules.dane import addresses_with, dane_hosts, dane_weight, places
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.weight import Weight

_INCLUDES = ("TLS-NONE", "TLS-OFFERED-FAILS")


def _check(case: Case) -> Iterator[Finding]:
    for host in dane_hosts(case):
        failing = addresses_with(case, host, Verdict.NO_TLS)
        if failing:
            weight = _weight(case, host, failing)
            words = _words(host, places(case, host, failing))
            yield Finding(
                "DANE-NO-STARTTLS",
                weight.severity,
                host.name,
                words,
                weight.provisional,
                _INCLUDES,
            )


def _weight(case: Case, host: Host, failing: tuple[HostAddress, ...]) -> Weight:
    """Weigh it; silence at the handshake, or a box that masks the offer, leaves a doubt."""
    if all(case.dane.takes_address(host, own) is None for own in failing):
        return Weight(Severity.INCONCLUSIVE)
    return dane_weight(case, host)


def _words(host: Host, addresses: tuple[str | Text, ...]) -> Text:
    return text(
        "{host} has TLSA records and does not come to encryption at {addresses}",
        host=host.name,
        addresses=addresses,
    )


RULES = (
    Rule(
        id="DANE-NO-STARTTLS",
        title=text("TLSA records, and no encryption"),
        why=text(
            "TLSA records promise encryption. Senders that use DANE do not deliver without it: "
            "they skip the host, and keep the mail if no other is left."
        ),
        fix=text(
            "Switch STARTTLS on and see that the handshake succeeds; a firewall that inspects SMTP "
            "may take the offer out on the way. Until it works, take the TLSA records out."
        ),
        references=(rfc("7672", "2.2"), rfc("3207", "4")),
        check=_check,
    ),
)
