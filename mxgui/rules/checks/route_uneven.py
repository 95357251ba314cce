"""Equal exchanges that do not get equal parts of the mail: senders count addresses, not hosts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from mxgui.model.text import Text, counted, text
from mxgui.routing.route import Host
from mxgui.routing.senders import SENDERS
from mxgui.routing.sending.sender import Sender, Sweep, Unit
from mxgui.routing.sending.simulation import Method, simulate
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.tiers import usable_tiers

_BY_ADDRESS = tuple(sender for sender in SENDERS if sender.ordering.unit is Unit.ADDRESS)
_SWEEPING = tuple(sender for sender in SENDERS if sender.ordering.sweep is not Sweep.NONE)


def _check(case: Case) -> Iterator[Finding]:
    tiers = usable_tiers(case) if case.takes_advice else []
    if not tiers or not _may_differ(tiers[0][1]):
        return
    _, hosts = tiers[0]
    parts = (*_favoured(case, hosts), *_neglected(case, hosts))
    if parts:
        words = text("The best exchanges get unequal parts of the mail: {part}", part=parts[0])
        for part in parts[1:]:
            words = text("{words}; {part}", words=words, part=part)
        yield Finding("ROUTE-UNEVEN-SHARES", Severity.NOTICE, case.domain, words)


def _ahead(case: Case) -> Iterator[None]:
    """Let one sender after the other deliver."""
    tiers = usable_tiers(case) if case.takes_advice else []
    if tiers and _may_differ(tiers[0][1]):
        for sender in (*_BY_ADDRESS, *_SWEEPING):
            simulate(case.inspection, sender)
            yield


def _may_differ(hosts: Sequence[Host]) -> bool:
    """Whether the hosts differ in their addresses, and share none of them."""
    numbers = {(len(host.addresses), len(host.aaaa.addresses)) for host in hosts}
    addresses = [own.address for host in hosts for own in host.addresses]
    return len(numbers) > 1 and len(set(addresses)) == len(addresses)


def _favoured(case: Case, hosts: Sequence[Host]) -> Iterator[Text]:
    """Say which host gets most from the senders that shuffle addresses."""
    found: dict[tuple[str, Fraction], list[str]] = {}
    for sender in _BY_ADDRESS:
        shares = _shares(case, sender, hosts)
        most = max(shares, key=lambda name: shares[name], default="")
        if most and shares[most] > Fraction(1, len(hosts)):
            found.setdefault((most, shares[most]), []).append(sender.title)
    for (host, share), senders in found.items():
        yield counted(
            "{senders} tries {host} first {share} of the time instead of {even}",
            "{senders} try {host} first {share} of the time instead of {even}",
            len(senders),
            senders=tuple(senders),
            host=host,
            share=share,
            even=Fraction(1, len(hosts)),
        )


def _neglected(case: Case, hosts: Sequence[Host]) -> Iterator[Text]:
    """Say which host gets least from the senders that move one family forward."""
    for sender in _SWEEPING:
        shares = _shares(case, sender, hosts)
        least = min(shares, key=lambda name: shares[name], default="")
        if not least or shares[least] >= Fraction(1, len(hosts)):
            continue
        if not shares[least]:
            yield text("{sender} never tries {host} first", sender=sender.title, host=least)
        else:
            yield text(
                "{sender} tries {host} first only {share} of the time",
                sender=sender.title,
                host=least,
                share=shares[least],
            )


def _shares(case: Case, sender: Sender, hosts: Sequence[Host]) -> Mapping[str, Fraction]:
    """Give how often each host is tried first; nothing where that is not known exactly."""
    chances = simulate(case.inspection, sender).chances
    if chances.method is not Method.EXACT or not chances.first:
        return {}
    found = {host.name: Fraction(0) for host in hosts}
    for each in chances.first:
        if each.entry.host in found:
            found[each.entry.host] += each.share
    return found


RULES = (
    Rule(
        id="ROUTE-UNEVEN-SHARES",
        title=text("Equal exchanges get unequal parts of the mail"),
        why=text(
            "Equal preferences ask senders to spread their mail evenly. Postfix and KumoMTA "
            "shuffle addresses and not hosts: a host with two of them, of IPv4 and IPv6 perhaps, "
            "is drawn twice as often as one with a single one. Exim moves IPv6 forward, so that a "
            "host with one address of IPv4 beside others with both families may never come first."
        ),
        fix=text(
            "Give equal exchanges equal numbers of addresses in each family. If the stronger host "
            "is meant to get more, nothing is wrong."
        ),
        references=(
            rfc("5321", "5.1"),
            text("Postfix, src/smtp/smtp_addr.c"),
            text("Exim, src/host.c"),
        ),
        check=_check,
        ahead=_ahead,
    ),
)
