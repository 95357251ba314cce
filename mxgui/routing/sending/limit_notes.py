"""Where the limits of a sender cut what it does with these records, in one sentence each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from mxgui.model.inspection import Inspection
from mxgui.model.once import once
from mxgui.model.text import Text, counted, text
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.chances import chances_of
from mxgui.routing.sending.outage import WhatIf
from mxgui.routing.sending.sender import Sender, Wait
from mxgui.routing.sending.situation import Before, Situation, situation_of, switched


def limit_notes(situation: Situation, sender: Sender) -> Iterator[Text]:
    """Tell the limits that are lower than what there is."""
    yield from _lists(situation, sender)
    yield from _runs(situation, sender)


def _lists(situation: Situation, sender: Sender) -> Iterator[Text]:
    """The limits that cut the list beforehand."""
    limits, records = sender.limits, len(situation.candidates)
    hosts = sum(bool(each.steps) for each in situation.candidates)
    if limits.records is not None and records > limits.records:
        yield counted(
            "{sender} looks at the first {most} of the {n} record.",
            "{sender} looks at the first {most} of the {n} records.",
            records,
            sender=sender.title,
            most=limits.records,
        )
    if limits.hosts is not None and hosts > limits.hosts:
        yield counted(
            "Only {n} of the {all} hosts is ever tried in one run.",
            "Only {n} of the {all} hosts are ever tried in one run.",
            limits.hosts,
            all=hosts,
        )
    widest = max((len(each.entries) for each in situation.candidates), default=0)
    if limits.per_host is not None and widest > limits.per_host:
        yield counted(
            "Only {n} address of a host is ever tried.",
            "Only {n} addresses of a host are ever tried.",
            limits.per_host,
        )


def _runs(situation: Situation, sender: Sender) -> Iterator[Text]:
    """The limits that end a run."""
    limits, entries = sender.limits, situation.entries
    every = len({entry.address for entry in entries})
    if limits.attempts is not None and every > limits.attempts:
        if limits.jump and len({entry.preference for entry in entries}) > 1:
            yield text(
                "After {most} tries only the first address of each worse preference is tried.",
                most=limits.attempts,
            )
        else:
            yield text(
                "At most {most} of the {all} addresses are tried in one run.",
                most=limits.attempts,
                all=every,
            )
    reactions = [sender.reactions[entry.behaviour] for entry in entries]
    sessions = sum(
        each.session
        for each, entry in zip(reactions, entries, strict=True)
        if entry.behaviour is not Behaviour.TAKES
    )
    if limits.sessions is not None and sessions >= limits.sessions:
        yield text(
            "A run ends after {most} hosts that answered, whatever they said.", most=limits.sessions
        )
    silent = sum(each.wait is Wait.CONNECT for each in reactions)
    if limits.silent is not None and silent >= limits.silent:
        yield text(
            "After {most} addresses that do not answer, {sender} begins anew and gets no further.",
            most=limits.silent,
            sender=sender.title,
        )


def backup_notes(inspection: Inspection, sender: Sender, what_if: WhatIf) -> Iterator[Text]:
    """Tell where hosts of a worse preference stand behind so many that nobody comes to them."""
    lost = _never_reached(inspection, sender, what_if)
    if lost is None:
        return
    preference, how = lost
    if how is Behaviour.REFUSED:
        yield text(
            "Preference {preference} is never tried, even if all better hosts are down.",
            preference=preference,
        )
    else:
        yield text(
            "Preference {preference} is not tried if all better hosts are silent.",
            preference=preference,
        )


@once
def _never_reached(
    inspection: Inspection, sender: Sender, what_if: WhatIf
) -> tuple[int, Behaviour] | None:
    """Give the best preference that a run cannot come to, and how the better ones have failed."""
    situation = situation_of(inspection, sender, what_if)
    if situation.before is not Before.TRY:
        return None
    used = _preferences(situation, sender)
    for how in (Behaviour.REFUSED, Behaviour.SILENT):
        for preference in used[1:]:
            if not _reached(situation, sender, preference, how):
                return preference, how
    return None


def _preferences(situation: Situation, sender: Sender) -> list[int]:
    """Give the preferences that have an address, and no better place for it where one counts."""
    found: dict[str | int, int] = {}
    for at, entry in enumerate(sorted(situation.entries, key=lambda each: each.preference)):
        found.setdefault(
            entry.address if sender.lookups.same_address_once else at, entry.preference
        )
    return sorted(set(found.values()))


def _reached(situation: Situation, sender: Sender, preference: int, how: Behaviour) -> Fraction:
    """How often a preference takes the mail if all better ones fail in that way."""
    candidates = tuple(
        replace(
            each,
            entries=tuple(
                switched(entry, how if entry.preference < preference else Behaviour.TAKES)
                for entry in each.entries
            ),
        )
        for each in situation.candidates
    )
    chances = chances_of(replace(situation, candidates=candidates), sender)
    taken = (each.share for each in chances.delivered if each.entry.preference == preference)
    return sum(taken, Fraction(0))
