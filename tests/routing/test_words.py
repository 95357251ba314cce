"""A probe in one short phrase."""

import pytest

from mxgui.model.smtp import Outcome, Probe, Reason, Stage, StoppedBy, Target, Waiting
from mxgui.routing.words import outcome_words, stage_words, waiting_words
from tests.builders import a_probe


@pytest.mark.parametrize(
    ("probe", "words"),
    [
        (a_probe(took=0.9), "220 · 60 ms"),
        (a_probe(outcome=Outcome.REJECTED), "554 · 20 ms"),
        (a_probe(outcome=Outcome.REFUSED), "refused"),
        (a_probe(outcome=Outcome.TIMED_OUT, took=15.0), "no answer in 15 s"),
        (a_probe(outcome=Outcome.SILENT, took=40.0), "no greeting in 40 s"),
        (a_probe(outcome=Outcome.NOT_TRIED, reason=Reason.NO_IPV6_HERE), "not tried: no IPv6 here"),
        (a_probe(outcome=Outcome.NOT_TRIED, reason=None), "not tried"),
        (a_probe(command="", ehlo=None), "220, then no reply to EHLO"),
        (
            a_probe(command="", ehlo=None, stopped_by=StoppedBy.CANCELLED),
            "stopped after the greeting",
        ),
    ],
)
def test_a_probe_is_told_in_one_phrase(probe, words):
    assert str(outcome_words(probe)) == words


def test_every_outcome_reason_and_stage_has_words():
    for outcome in Outcome:
        assert str(outcome_words(a_probe(outcome=outcome)))
    for reason in Reason:
        assert str(outcome_words(a_probe(outcome=Outcome.NOT_TRIED, reason=reason)))
    assert len({str(stage_words(stage)) for stage in Stage}) == len(Stage)


def test_a_running_probe_tells_how_long_it_waits_and_never_beyond_its_limit():
    waiting = Waiting(Stage.GREETING, 1.0, 40)
    assert str(waiting_words(waiting, 13.9)) == "waiting for the greeting, 12 of 40 s"
    assert str(waiting_words(waiting, 99)) == "waiting for the greeting, 40 of 40 s"
    probe = Probe(Target("a", "192.0.2.1"), waiting=waiting)
    assert str(outcome_words(probe)) == "waiting for the greeting"
