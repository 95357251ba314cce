"""The options that say which kind of sender is meant."""

from argparse import ArgumentParser

import pytest

from mxgui.cli.options_sender import add_own, sender_named, unknown_sender
from mxgui.routing.senders import SENDERS


@pytest.mark.parametrize("sender", SENDERS, ids=lambda sender: sender.id)
def test_every_sender_of_the_shelf_can_be_named(sender):
    name = sender.id
    assert sender_named(name) is sender
    assert sender_named(f" {name.upper()} ") is sender


def test_a_slip_is_answered_with_the_nearest_name():
    assert str(unknown_sender("exmi")) == "There is no sender exmi; the nearest: exim."
    assert str(unknown_sender("RFC 5321")).endswith("the nearest: rfc5321.")


def test_a_sender_that_is_none_is_answered_with_all_there_are():
    words = str(unknown_sender("zzz"))
    assert all(sender.id in words for sender in SENDERS)
    assert len(str(unknown_sender("z" * 5000))) < 400


def test_an_unknown_sender_is_bad_use_of_inspect(shell):
    ran = shell("inspect", "example.org", "--sender", "psotfix")
    assert (ran.code, ran.out) == (2, "")
    assert "Argument --sender: There is no sender psotfix; the nearest: postfix." in ran.err


@pytest.mark.parametrize("seed", ["x", "1.5", "9" * 30, "٣"])
def test_a_seed_is_a_whole_number(shell, seed):
    assert shell("inspect", "example.org", "--seed", seed).code == 2


def test_the_sender_may_be_one_of_the_exchanges():
    parser = ArgumentParser()
    add_own(parser.add_argument_group("who"))
    assert parser.parse_args([]).own is None
    assert parser.parse_args(["--as", "MX1.Example.org"]).own == "mx1.example.org"
