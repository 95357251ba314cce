"""Earlier results: found while they are young, for the same question, with their age."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mxgui.model.plan import NORMAL, QUICK
from mxgui.model.smtp import Outcome, Stage, StoppedBy
from mxgui.net.clock import Moment
from mxgui.net.limits import REUSE_SECONDS
from mxgui.net.recent import Knock, Recent
from tests.builders import NOON, a_probe, a_target

KNOCK = Knock("192.0.2.1", 25, "probe.example.net", NORMAL, sni="mx1.example.org")
TARGET = a_target("other.example.net")


def a_moment(seconds=1_000.0, asleep=0.0):
    """A moment so many seconds after the clocks were started, the computer's sleep left out."""
    return Moment(seconds, NOON + timedelta(seconds=seconds + asleep))


def kept(probe=None):
    """The memory after one result."""
    recent = Recent()
    recent.keep(KNOCK, probe or a_probe(at=2.0, took=1.0), a_moment())
    return recent


def test_a_young_result_is_given_with_its_age_for_the_target_that_is_wanted():
    found = kept().find(KNOCK, TARGET, a_moment(1_060.0), 5.0)
    assert found is not None
    assert found.reused_age == 60.0
    assert found.target == TARGET
    assert found.outcome is Outcome.GREETED


def test_its_times_are_told_in_the_seconds_of_the_new_inspection():
    earlier = a_probe(at=2.0, took=1.0)
    found = kept(earlier).find(KNOCK, TARGET, a_moment(1_060.0), 5.0)
    assert found is not None
    assert found.at == 5.0 - 60.0 - 1.0
    gap = earlier.phases[1].at - earlier.at
    assert found.phases[1].at - found.at == pytest.approx(gap)
    assert found.took_for(Stage.CONNECT) == earlier.took_for(Stage.CONNECT)


def test_after_five_minutes_it_is_forgotten():
    assert kept().find(KNOCK, TARGET, a_moment(1_000.0 + REUSE_SECONDS - 1), 0.0) is not None
    assert kept().find(KNOCK, TARGET, a_moment(1_000.0 + REUSE_SECONDS), 0.0) is None


def test_it_ages_while_the_computer_sleeps():
    found = kept().find(KNOCK, TARGET, a_moment(1_010.0, asleep=60.0), 0.0)
    assert found is not None
    assert found.reused_age == 70.0
    assert kept().find(KNOCK, TARGET, a_moment(1_010.0, asleep=8 * 3600.0), 0.0) is None


def test_a_clock_that_was_set_back_makes_nothing_younger():
    found = kept().find(KNOCK, TARGET, a_moment(1_060.0, asleep=-3600.0), 0.0)
    assert found is not None
    assert found.reused_age == 60.0


@pytest.mark.parametrize(
    "other",
    [
        replace(KNOCK, port=2525),
        replace(KNOCK, address="192.0.2.2"),
        replace(KNOCK, helo="other.example.net"),
        replace(KNOCK, patience=QUICK),
        replace(KNOCK, source="198.51.100.7"),
    ],
)
def test_another_question_has_no_earlier_answer(other):
    assert kept().find(other, TARGET, a_moment(), 0.0) is None


@pytest.mark.parametrize(
    "probe",
    [
        a_probe(stopped_by=StoppedBy.CANCELLED),
        a_probe(outcome=Outcome.NOT_TRIED),
        a_probe(outcome=Outcome.BLOCKED_HERE),
    ],
)
def test_what_was_cut_short_or_never_left_this_machine_is_not_kept(probe):
    assert kept(probe).find(KNOCK, TARGET, a_moment(), 0.0) is None


def test_a_later_result_takes_the_place_of_an_earlier_one():
    recent = kept()
    recent.keep(KNOCK, a_probe(outcome=Outcome.REFUSED), a_moment(1_200.0))
    found = recent.find(KNOCK, TARGET, a_moment(1_400.0), 0.0)
    assert found is not None
    assert (found.outcome, found.reused_age) == (Outcome.REFUSED, 200.0)


def test_a_handshake_is_given_again_for_the_same_name_only():
    """A host chooses its certificate by the name that it is asked for."""
    recent = kept()
    other = replace(KNOCK, sni="mx2.example.org")
    assert recent.find(other, TARGET, a_moment(), 0.0) is None
    assert recent.find(KNOCK, TARGET, a_moment(), 0.0) is not None


def test_where_no_name_was_asked_for_the_result_is_good_for_all():
    recent = kept(a_probe(outcome=Outcome.REFUSED))
    other = replace(KNOCK, sni="mx2.example.org")
    assert recent.find(other, TARGET, a_moment(), 0.0) is not None
    recent.keep(other, a_probe(), a_moment())
    assert recent.find(KNOCK, TARGET, a_moment(), 0.0) is None  # the refusal is no longer true
