"""An exchange that leads nowhere: its name does not exist, or has no address."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.records import Status
from mxgui.model.text import text
from mxgui.routing.route import Host, Kind, Special
from mxgui.routing.standing import is_leftover
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.weight import weight_of_loss


def _check_nxdomain(case: Case) -> Iterator[Finding]:
    for host in _empty(case):
        if Status.NXDOMAIN in (host.a.status, host.aaaa.status):
            weight = weight_of_loss(case, host)
            words = text("The exchange {host} does not exist", host=host.name)
            yield Finding(
                "MX-TARGET-NXDOMAIN", weight.severity, host.name, words, weight.provisional
            )


def _check_no_address(case: Case) -> Iterator[Finding]:
    for host in _empty(case):
        if host.a.status is host.aaaa.status is Status.NODATA:
            weight = weight_of_loss(case, host)
            words = text("The exchange {host} has no address", host=host.name)
            yield Finding("MX-TARGET-NOADDR", weight.severity, host.name, words, weight.provisional)


def _empty(case: Case) -> Iterator[Host]:
    """Give the exchanges of which DNS has said for certain that there is no address."""
    if case.route.kind is not Kind.MX:
        return
    real = any(not is_leftover(host.name) for host in case.hosts)
    for host in case.hosts:
        if real and is_leftover(host.name):
            continue  # told as what it is
        if host.special in (None, Special.DUPLICATE) and host.has_no_address:
            yield host


RULES = (
    Rule(
        id="MX-TARGET-NXDOMAIN",
        title=text("An exchange does not exist"),
        why=text(
            "Senders go on to the next exchange at once. If there is none, most return the mail, "
            "and some keep it for days first."
        ),
        fix=text(
            "Correct the name in the MX record, publish the host's address records, or take the "
            "record away."
        ),
        references=(rfc("5321", "5.1"),),
        check=_check_nxdomain,
    ),
    Rule(
        id="MX-TARGET-NOADDR",
        title=text("An exchange has no address"),
        why=text(
            "The name exists, but has neither an A nor an AAAA record: senders go on to the next "
            "exchange. If there is none, most return the mail, and some keep it for days first."
        ),
        fix=text("Publish an A or AAAA record for the host, or take the MX record away."),
        references=(rfc("5321", "5.1"),),
        check=_check_no_address,
    ),
)
