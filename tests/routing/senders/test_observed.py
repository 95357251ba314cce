"""What real servers were seen to do with many records is possible in the profiles, and as likely.

`observed.json` is written by the laboratory of tests/integration, which says how to make it anew.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from mxgui.routing.sending.sender import Sender
from mxgui.routing.sending.simulation import simulate
from tests.integration.senders.comparing import LEVEL
from tests.integration.senders.facts import inspection_of, what_if_of
from tests.integration.senders.fitting import holm, p_of
from tests.integration.senders.predicted import Chances, chances_of
from tests.integration.senders.record_set import RecordSet
from tests.integration.senders.servers import EXIM, EXIM_LIST, POSTFIX, SENDMAIL, SERVERS, Server
from tests.integration.senders.shelf import SETS
from tests.integration.senders.table import short, worded

SEEN = json.loads(Path(__file__).with_name("observed.json").read_text())
PROFILES = tuple(dict.fromkeys(server.sender for server in SERVERS))
DRAWS = (200, 10_000)  # enough for eighty cells at their level
BY_NAME = {records.name: records for records in SETS}


def first_of(said: Chances, records: RecordSet) -> dict[str, Fraction]:
    """The chance of each address to be tried first."""
    found: dict[str, Fraction] = defaultdict(Fraction)
    for outcome, chance in said.items():
        found[short(outcome.tries[0][1] if outcome.tries else "", records)] += chance
    return dict(found)


def ps_of(server: Server, profile: Server) -> Iterator[float]:
    """How odd the first choices of a server are for a profile, set by set."""
    for name, seen in SEEN[server.name].items():
        said = first_of(profile.said(BY_NAME[name], profile.sender), BY_NAME[name])
        if len(said) > 1:
            yield p_of(seen["first"], said, DRAWS)


@pytest.mark.parametrize("server", SERVERS, ids=lambda server: server.name)
def test_every_run_that_was_seen_is_possible(server: Server):
    wrong = []
    for name, seen in SEEN[server.name].items():
        records = BY_NAME[name]
        possible = {worded(each, records) for each in server.said(records, server.sender)}
        wrong += [f"{name}: {words}" for words in seen["runs"] if words not in possible]
    assert not wrong


@pytest.mark.parametrize("server", SERVERS, ids=lambda server: server.name)
def test_every_set_was_seen_that_the_server_takes(server: Server):
    assert set(SEEN[server.name]) == {records.name for records in SETS if server.takes(records)}


def test_the_first_choices_that_were_seen_are_as_likely_as_the_profiles_say():
    servers = (EXIM_LIST, EXIM, POSTFIX, SENDMAIL)
    ps = [p for server in servers for p in ps_of(server, server)]
    assert len(ps) > 40
    assert min(holm(ps)) >= LEVEL


@pytest.mark.parametrize(("server", "profile"), [(EXIM_LIST, POSTFIX), (POSTFIX, EXIM)])
def test_the_profile_of_another_server_would_be_found_out(server: Server, profile: Server):
    seen = SEEN[server.name]["multihomed"]["first"]
    records = BY_NAME["multihomed"]
    assert p_of(seen, first_of(profile.said(records, profile.sender), records), (999,)) == 0.001


@pytest.mark.parametrize("sender", PROFILES, ids=lambda sender: sender.id)
def test_the_chances_are_those_of_all_runs_together(sender: Sender):
    for records in SETS:
        said = chances_of(records, sender)
        fates: dict[str, Fraction] = defaultdict(Fraction)
        for outcome, chance in said.items():
            fates[outcome.fate.value] += chance
        what_if = what_if_of(records, sender)
        chances = simulate(inspection_of(records), sender, what_if).chances
        found: dict[str, Fraction] = defaultdict(Fraction)
        for share in chances.first:
            found[short(share.entry.address, records)] += share.share
        assert {fate.value: chance for fate, chance in chances.fates.items()} == fates
        if any(outcome.tries for outcome in said):
            found = {name: share for name, share in found.items() if share}
            assert found == first_of(said, records), records.name
