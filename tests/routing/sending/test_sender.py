"""The shelf of senders as a whole: nothing is left open, and what is not known is said."""

from dataclasses import fields

import pytest

from mxgui.routing.senders import SENDERS, sender_of
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.sender import NOT_RUN, Evidence, Sender
from mxgui.routing.sending.situation import Cause

EACH = pytest.mark.parametrize("sender", SENDERS, ids=lambda sender: sender.id)


def test_the_shelf_has_these_senders_and_every_one_is_found_by_its_name():
    assert [sender.id for sender in SENDERS] == [
        "rfc5321",
        "postfix",
        "exim",
        "exchange",
        "sendmail",
        "opensmtpd",
        "qmail",
        "haraka",
        "maddy",
        "mox",
        "stalwart",
        "kumomta",
    ]
    assert all(sender_of(sender.id) is sender for sender in SENDERS)


def test_a_sender_that_nobody_knows_is_one_that_keeps_to_the_rfc():
    assert sender_of("gmail").id == "rfc5321"


@EACH
def test_it_has_a_reaction_to_everything_that_may_happen(sender: Sender):
    assert set(sender.reactions) == set(Behaviour)


@EACH
def test_it_says_where_it_comes_from_and_what_is_particular_about_it(sender: Sender):
    assert sender.sources
    sentences = [sender.about, sender.memory.words, *sender.remarks]
    sentences += [each.words for each in sender.unverified]
    assert all(str(sentence).endswith(".") for sentence in sentences)
    assert len(str(sender.about)) < 90


@EACH
def test_what_is_unverified_names_a_part_of_it(sender: Sender):
    parts = {each.name for each in fields(Sender)}
    assert {each.part for each in sender.unverified} <= parts


@EACH
def test_one_that_was_not_run_says_so(sender: Sender):
    assert (NOT_RUN in sender.unverified) == (sender.evidence is Evidence.SOURCE)


@EACH
def test_its_replies_are_those_to_what_may_be_decided_beforehand(sender: Sender):
    assert set(sender.replies) <= {cause.value for cause in Cause}
    for cause, code in sender.replies.items():
        assert code.startswith("4." if cause == Cause.LOOKUP_FAILED.value else "5.")


@EACH
def test_it_warns_before_it_gives_up(sender: Sender):
    assert all(warned <= sender.queue.given_up() for warned in sender.queue.warns)
