"""`mxgui senders`."""

import json

import pytest

from mxgui.routing.senders import SENDERS


def test_without_a_name_every_sender_is_listed(shell):
    ran = shell("senders")
    assert ran.code == 0
    for sender in SENDERS:
        assert f"\n{sender.id} " in f"\n{ran.out}"


@pytest.mark.parametrize("sender", SENDERS, ids=lambda sender: sender.id)
def test_a_sender_is_told_whole(shell, sender):
    ran = shell("senders", sender.id)
    assert ran.code == 0
    for part in (sender.title, "What it makes of DNS", "When it tries again", "Sources"):
        assert part in ran.out


def test_the_list_and_one_sender_are_there_for_programs_too(shell):
    listed = json.loads(shell("senders", "--format", "json").out)
    assert [one["id"] for one in listed["senders"]] == [sender.id for sender in SENDERS]
    one = json.loads(shell("senders", "Postfix", "--format", "json").out)
    assert (one["format"], one["id"], one["limits"]["attempts"]) == (1, "postfix", 5)


def test_a_sender_that_is_none_is_bad_use_with_the_nearest(shell):
    ran = shell("senders", "pstfix")
    assert (ran.code, ran.out) == (2, "")
    assert "the nearest: postfix" in ran.err
