"""A backup that some senders never come to: their limits end before."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from typing import TypeAlias

from mxgui.model.steps import result_of
from mxgui.model.text import Text, counted, text
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

Tiers: TypeAlias = Sequence[tuple[int, tuple[Host, ...]]]


def _check(case: Case) -> Iterator[Finding]:
    tiers = usable_tiers(case) if case.takes_advice else []
    reached = {sender: result_of(_first_missed(case, sender, tiers)) for sender in SENDERS}
    missed = {sender: tier for sender, tier in reached.items() if tier is not None}
    if not missed:
        return
    stops = [
        (tiers[tier][0], [sender for sender, own in missed.items() if own == tier])
        for tier in sorted(set(missed.values()))
    ]
    # Of the others one only read; and several preferences have to be down for what is behind them
    observed = any(
        sender.evidence is Evidence.OBSERVED and own == 1 for sender, own in missed.items()
    )
    counts = any(sender.limits.attempts is not None for sender in missed)
    yield Finding(
        "ROUTE-BACKUP-NEVER-TRIED",
        Severity.WARNING if observed else Severity.NOTICE,
        case.domain,
        _words(*stops[0]) if len(stops) == 1 else _several(stops),
        includes=("MX-TOO-MANY-ADDR",) if counts else (),
    )


def _several(stops: Iterable[tuple[int, Sequence[Sender]]]) -> Text:
    parts = tuple(
        text(
            "{senders} before preference {backup}",
            senders=_titles(senders),
            backup=str(preference),
        )
        for preference, senders in stops
    )
    return text(
        "Some senders stop before they come to a backup while the better exchanges are down: "
        "{parts}",
        parts=parts,
    )


def _titles(senders: Iterable[Sender]) -> tuple[str, ...]:
    return tuple(sender.title for sender in senders)


def _words(preference: int, senders: Sequence[Sender]) -> Text:
    return counted(
        "{senders} never comes to the backup at preference {backup} while the better exchanges "
        "are down: it stops before",
        "{senders} never come to the backup at preference {backup} while the better exchanges "
        "are down: they stop before",
        len(senders),
        senders=_titles(senders),
        backup=str(preference),
    )


def _ahead(case: Case) -> Iterator[None]:
    """Let one sender after the other deliver, of those that may end before."""
    tiers = usable_tiers(case) if case.takes_advice else []
    for sender in SENDERS:
        yield from _first_missed(case, sender, tiers)
        yield


def _first_missed(case: Case, sender: Sender, tiers: Tiers) -> Generator[None, None, int | None]:
    """Give the first tier that a sender does not come to while all before it refuse connections.

    Whoever does not come to one comes to none behind it, so that half of them can be left out.
    """
    low, high = _least(sender, tiers), len(tiers) - 1
    if low > high or not _misses(case, sender, tiers, high):
        return None
    while low < high:
        yield
        middle = (low + high) // 2
        if _misses(case, sender, tiers, middle):
            high = middle
        else:
            low = middle + 1
    return low


def _least(sender: Sender, tiers: Tiers) -> int:
    """The first tier before which hosts may use up what the sender goes through in one run."""
    limits, hosts, addresses = sender.limits, 0, 0
    for at, (_, own) in enumerate(tiers, start=1):
        hosts += len(own)
        addresses += sum(len(host.addresses) for host in own)
        if limits.hosts is not None and hosts >= limits.hosts:
            return at
        if limits.attempts is not None and not limits.jump and addresses >= limits.attempts:
            return at
    return len(tiers)


def _misses(case: Case, sender: Sender, tiers: Tiers, at: int) -> bool:
    """Whether no order leads to a delivery while all tiers before one refuse connections."""
    down = tuple(Off(What.TIER, str(preference)) for preference, _ in tiers[:at])
    simulation = simulate(case.inspection, sender, WhatIf(down))
    tries = simulation.situation.before is Before.TRY
    return tries and not simulation.chances.fates.get(Fate.DELIVERED)


RULES = (
    Rule(
        id="ROUTE-BACKUP-NEVER-TRIED",
        title=text("Some senders never come to the backup"),
        why=text(
            "Some senders go through a part of the exchanges only: Postfix tries five addresses in "
            "a run, Stalwart keeps two hosts before it tries any. Where better hosts use that up, "
            "their mail queues while these are down, although the backup works; the next run "
            "begins with the best preference again."
        ),
        fix=text(
            "Name fewer hosts at better preferences, with fewer addresses each; or give the backup "
            "the same preference, so that it is drawn among them."
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
