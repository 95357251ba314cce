"""The shelf of senders and one sender's profile, as text and as JSON."""

import json
from typing import Any

import pytest

from mxgui.report.plain import NARROW
from mxgui.report.sender_sheet import sheet_lines, sheet_value, shelf_lines, shelf_value
from mxgui.routing.senders import SENDERS, sender_of
from mxgui.routing.sending.sender import Evidence


def test_the_shelf_names_every_sender_and_what_it_rests_on():
    lines = list(shelf_lines(SENDERS, str))
    for sender in SENDERS:
        assert any(line.startswith(f"{sender.id} ") for line in lines)
    assert max(map(len, lines)) <= NARROW
    rows: Any = shelf_value(SENDERS, str)
    assert [row["id"] for row in rows] == [sender.id for sender in SENDERS]


@pytest.mark.parametrize("sender", SENDERS, ids=lambda sender: sender.id)
def test_a_sheet_fits_a_terminal_and_holds_every_source_and_every_doubt(sender):
    lines = list(sheet_lines(sender, str))
    whole = " ".join(" ".join(lines).split())
    assert max(map(len, lines)) <= NARROW
    for words in (*sender.sources, *(str(one.words) for one in sender.unverified)):
        assert words in whole


def test_what_no_source_settles_is_marked_where_it_stands():
    lines = list(sheet_lines(sender_of("rfc5321"), str))
    assert "  ? Connection  2 min" in lines
    assert "    Limit  none: every address is tried" in lines
    assert "  The RFC gives no time for the connection; 2 min is assumed." in "\n".join(lines)


@pytest.mark.parametrize("sender", SENDERS, ids=lambda sender: sender.id)
def test_a_profile_as_json_has_the_same_keys_for_everybody(sender):
    value = json.loads(json.dumps(sheet_value(sender, str)))
    assert value.keys() == sheet_value(sender_of("rfc5321"), str).keys()
    assert value["queue"]["tries_s"][0] == 0
    assert value["evidence"] in {each.value for each in Evidence}


def test_a_profile_as_json_tells_when_it_tries_again_and_gives_up():
    queue: Any = sheet_value(sender_of("postfix"), str)["queue"]
    assert queue["tries_s"][:4] == [0, 300, 600, 1200]
    assert queue["gives_up_s"] == 433_200


def test_rules_are_told_by_the_names_that_profiles_have_for_them():
    value: Any = sheet_value(sender_of("exim"), str)
    assert value["dns"]["null_rule"] == "unusable"
    assert value["limits"]["attempts"] == 5
    assert value["own"] == {
        "by": "ip", "only_it": False, "best": "freeze", "always": value["own"]["always"],
        "waits_for_better": False,
    }  # fmt: skip
    assert value["reactions"]["silent"] == {
        "next": "next_addr", "hard": False, "session": False, "wait": "connect",
    }  # fmt: skip
