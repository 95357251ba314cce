"""A backup that some senders never come to: their limits end before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mxgui.model.text import counted, text
from mxgui.routing.route import Host
from mxgui.routing.senders import SENDERS
from mxgui.routing.sending.outage import Off, What, WhatIf
from mxgui.routing.sending.sender import Evidence, Sender
from mxgui.routing.sending.simulation import simulate
from mxgui.routing.sending.situation import Before
from mxgui.routing.sending.walk import Fate
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.tiers import usable_tiers


def _check(case: Case) -> Iterator[Finding]:
    tiers = usable_tiers(case) if case.takes_advice else []
    if len(tiers) < 2:
        return
    preference, hosts = tiers[0]
    senders = (sender for sender in SENDERS if _may_end(sender, hosts))
    ending = [sender for sender in senders if _never_goes_on(case, sender, preference)]
    if ending:
        words = counted(
            "{senders} never comes to the backup at preference {backup} while the best exchanges "
            "are down: it stops before",
            "{senders} never come to the backup at preference {backup} while the best exchanges "
            "are down: they stop before",
            len(ending),
            senders=tuple(sender.title for sender in ending),
            backup=str(tiers[1][0]),
        )
        observed = any(sender.evidence is Evidence.OBSERVED for sender in ending)
        counts = any(sender.limits.attempts is not None for sender in ending)
        yield Finding(
            "ROUTE-BACKUP-NEVER-TRIED",
            Severity.WARNING if observed else Severity.NOTICE,  # one was only read of
            case.domain,
            words,
            includes=("MX-TOO-MANY-ADDR",) if counts else (),
        )


def _ahead(case: Case) -> Iterator[None]:
    """Let one sender after the other deliver, of those that may end before."""
    tiers = usable_tiers(case) if case.takes_advice else []
    if len(tiers) < 2:
        return
    preference, hosts = tiers[0]
    for sender in SENDERS:
        if _may_end(sender, hosts):
            _never_goes_on(case, sender, preference)
            yield


def _may_end(sender: Sender, hosts: Sequence[Host]) -> bool:
    """Whether the hosts of the best tier can use up what the sender goes through in one run."""
    limits = sender.limits
    if limits.hosts is not None and len(hosts) >= limits.hosts:
        return True
    addresses = sum(len(host.addresses) for host in hosts)
    return limits.attempts is not None and not limits.jump and addresses >= limits.attempts


def _never_goes_on(case: Case, sender: Sender, preference: int) -> bool:
    """Whether no order leads to a delivery while the best tier refuses connections."""
    down = WhatIf((Off(What.TIER, str(preference)),))
    simulation = simulate(case.inspection, sender, down)
    tries = simulation.situation.before is Before.TRY
    return tries and not simulation.chances.fates.get(Fate.DELIVERED)


RULES = (
    Rule(
        id="ROUTE-BACKUP-NEVER-TRIED",
        title=text("Some senders never come to the backup"),
        why=text(
            "Some senders go through a part of the exchanges only: Postfix tries five addresses in "
            "a run, Stalwart keeps two hosts before it tries any. Where the best preference alone "
            "uses that up, their mail queues while its hosts are down, although the backup works; "
            "the next run begins with the best preference again."
        ),
        fix=text(
            "Name fewer hosts at the best preference, with fewer addresses each; or give the "
            "backup the same preference, so that it is drawn among them."
        ),
        references=(
            rfc("5321", "5.1"),
            text("Postfix, postconf(5), smtp_mx_address_limit"),
            text("Stalwart, crates/smtp/src/outbound/lookup.rs"),
        ),
        check=_check,
        ahead=_ahead,
    ),
)
