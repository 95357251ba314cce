"""We look from inside: an address of ours lies in the network of a mail host.

Or the resolver has a view of its own: it answers what none of the name servers does.
"""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.text import counted, text
from mxgui.routing.line import near_addresses
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.other_view import other_view
from mxgui.rules.rule import Rule, rfc


def _check(case: Case) -> Iterator[Finding]:
    near = near_addresses(case.inspection, case.route.addresses)
    if near:
        words = counted(
            "This computer is in the network of {addresses}: it sees the mail host from inside",
            "This computer is in the network of {addresses}: it sees the mail hosts from inside",
            len(near),
            addresses=near,
        )
        yield Finding("META-INSIDE", Severity.NOTICE, case.domain, words)
        return
    other = other_view(case)
    if other is not None:
        yield Finding("META-INSIDE", Severity.NOTICE, case.domain, other, case.inspection.running)


RULES = (
    Rule(
        id="META-INSIDE",
        title=text("Seen from inside"),
        why=text(
            "Firewalls and name servers often treat their own network otherwise: what is open or "
            "found here may be neither for the rest of the world."
        ),
        fix=text(
            "Look from another line as well, or through a proxy on a server elsewhere, and ask a "
            "resolver outside. Where DNS was changed lately, look again once its TTL is over."
        ),
        references=(rfc("5321", "5.1"), rfc("6177")),
        check=_check,
    ),
)
