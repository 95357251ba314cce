"""Addresses that no mail host on the public Internet can have: private, loopback and their kind."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.text import Text, counted, text
from mxgui.routing.route import HostAddress
from mxgui.routing.special import AddressKind
from mxgui.routing.standing import is_special
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.weight import Weight, weight_of_loss

_KINDS = {
    AddressKind.PRIVATE: text("private"),
    AddressKind.LOOPBACK: text("loopback"),
    AddressKind.LINK_LOCAL: text("link-local"),
    AddressKind.DOCUMENTATION: text("documentation"),
    AddressKind.SHARED: text("shared by carriers"),
    AddressKind.BENCHMARKING: text("benchmarking"),
    AddressKind.MAPPED: text("mapped from IPv4"),
    AddressKind.MULTICAST: text("multicast"),
    AddressKind.UNSPECIFIED: text("unspecified"),
    AddressKind.RESERVED: text("reserved"),
}


def _check(case: Case) -> Iterator[Finding]:
    for host in case.hosts:
        special = [own for own in host.addresses if is_special(case.inspection, own)]
        if not special:
            continue
        if case.inspection.plan.allow_private:
            weight = Weight(Severity.NOTICE)
        else:
            # never critical: a resolver inside may well give other addresses than one outside
            weight = weight_of_loss(case, host).at_most(Severity.ERROR)
        words = counted(
            "{host} has an address out of public reach: {addresses}",
            "{host} has {n} addresses out of public reach: {addresses}",
            len(special),
            host=host.name,
            addresses=tuple(map(_told, special)),
        )
        yield Finding("ADDR-SPECIAL", weight.severity, host.name, words, weight.provisional)


def _told(own: HostAddress) -> Text:
    # an address that only holds a private one inside has no kind of its own
    kind = _KINDS[own.special or AddressKind.PRIVATE]
    return text("{address} ({kind})", address=own.address, kind=kind)


RULES = (
    Rule(
        id="ADDR-SPECIAL",
        title=text("A mail host has an address that the Internet cannot reach"),
        why=text(
            "Private, loopback, link-local, documentation and similar addresses mean another host "
            "at every sender, or none: mail is delayed, or handed to a stranger."
        ),
        fix=text(
            "Publish the address by which the host is reached from outside. If the resolver in use "
            "is an inner one with its own view of the domain, ask one outside."
        ),
        references=(rfc("6890", "2.2"), rfc("5321", "5.1")),
        check=_check,
    ),
)
