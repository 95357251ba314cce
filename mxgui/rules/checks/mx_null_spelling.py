"""What was perhaps meant as a null MX, and is none."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.text import text
from mxgui.routing.route import Special
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.null_spelling import misspelt_null
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.weight import weight_of_loss

_SAME_CAUSE = (
    "MX-LOCALHOST",
    "MX-TARGET-NOADDR",
    "MX-TARGET-NXDOMAIN",
)


def _check(case: Case) -> Iterator[Finding]:
    host = misspelt_null(case)
    if host is None:
        return
    weight = weight_of_loss(case, host).at_least(Severity.ERROR)
    if host.special is Special.LOCALHOST:
        words = text(
            "The only exchange of {domain} is {host}, the sender itself: that is no null MX",
            domain=case.domain,
            host=host.name,
        )
    else:
        words = text(
            "The only exchange of {domain} is {host}, which has no address: that is no null MX",
            domain=case.domain,
            host=host.name,
        )
    yield Finding(
        "MX-NULL-SPELLING",
        weight.severity,
        case.domain,
        words,
        weight.provisional,
        includes=_SAME_CAUSE,
        about=(host.name,),
    )


RULES = (
    Rule(
        id="MX-NULL-SPELLING",
        title=text("Meant as a null MX, perhaps, and none"),
        why=text(
            "Only the exchange “.” at preference 0, alone, tells senders that a domain takes no "
            "mail. Another name is looked up and tried: some senders then return the mail, some "
            "keep it for days, and at localhost some connect to themselves."
        ),
        fix=text(
            "If the domain takes no mail, publish the single MX record “0 .”. If it does, name its "
            "mail host, and see that this has an address."
        ),
        references=(rfc("7505", "3"), rfc("5321", "5.1")),
        check=_check,
    ),
)
