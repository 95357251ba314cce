"""What a probe says about an address."""

from datetime import timedelta

import pytest

from mxgui.model.line import Heard
from mxgui.model.plan import PATIENT, Plan
from mxgui.model.smtp import Outcome, Probe, Reply, Stage, StoppedBy, Target, Waiting
from mxgui.routing.reach import State, port_open, seen_at, state_of
from tests.builders import NOON, a_line, a_probe, an_inspection

ONE = "192.0.2.1"
TWO_HOSTS = {"mx1.example.org": "192.0.2.1 2001:db8::1", "mx2.example.org": "192.0.2.2"}


def state(outcome, **kwargs):
    return state_of(an_inspection(probes={ONE: outcome}, **kwargs), ONE)


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Outcome.GREETED, State.OK),
        (Outcome.DEFERRED, State.TEMPORARY),
        (Outcome.REJECTED, State.FAILED),
        (Outcome.REFUSED, State.FAILED),
        (Outcome.CLOSED, State.FAILED),
        (Outcome.NOT_SMTP, State.FAILED),
        (Outcome.TIMED_OUT, State.UNHEARD),
        (Outcome.UNREACHABLE, State.UNHEARD),
        (Outcome.SILENT, State.UNHEARD),
        (Outcome.NOT_TRIED, State.NOT_TRIED),
        (Outcome.BLOCKED_HERE, State.NOT_TRIED),
    ],
)
def test_each_outcome_alone_has_its_state(outcome, expected):
    assert state(outcome) is expected


def two(first, second):
    return an_inspection(
        mx="10 mx1.example.org, 20 mx2.example.org",
        hosts=TWO_HOSTS,
        probes={ONE: first, "2001:db8::1": None, "192.0.2.2": second},
    )


def test_silence_is_failure_once_another_host_has_answered_over_that_family():
    assert state_of(two(Outcome.TIMED_OUT, Outcome.GREETED), ONE) is State.FAILED


def test_a_refusal_elsewhere_does_not_prove_that_the_port_is_open():
    assert state_of(two(Outcome.TIMED_OUT, Outcome.REFUSED), ONE) is State.UNHEARD


def test_an_answer_over_the_other_family_proves_nothing():
    probes = {ONE: Outcome.GREETED, "2001:db8::1": Outcome.TIMED_OUT}
    inspection = an_inspection(hosts={"mx1.example.org": f"{ONE} 2001:db8::1"}, probes=probes)
    assert state_of(inspection, "2001:db8::1") is State.UNHEARD
    assert port_open(inspection, 4) is True
    assert port_open(inspection, 6) is None


def test_what_was_heard_within_a_day_makes_silence_count():
    inspection = an_inspection(probes={ONE: Outcome.TIMED_OUT})
    heard = Heard(25, 4, NOON - timedelta(hours=2))
    facts = {
        step: a_line(heard=(heard,)) if type(fact).__name__ == "Line" else fact
        for step, fact in inspection.facts.items()
    }
    from dataclasses import replace

    assert state_of(replace(inspection, facts=facts), ONE) is State.FAILED


def test_no_greeting_is_failure_only_if_we_waited_as_long_as_a_sender():
    assert state(Outcome.SILENT, plan=Plan(patience=PATIENT)) is State.FAILED


def test_a_greeting_without_ehlo_is_failure():
    dumb = a_probe(command="", ehlo=None, stopped_by=StoppedBy.CLOSED)
    assert state(dumb) is State.FAILED


def test_no_reply_to_ehlo_is_failure_only_if_we_waited_as_long_as_a_sender():
    slow = a_probe(command="", ehlo=None, stopped_by=StoppedBy.TIMEOUT)
    assert state(slow) is State.UNHEARD
    assert state(slow, plan=Plan(patience=PATIENT)) is State.FAILED


def test_a_421_to_ehlo_is_temporary():
    busy = a_probe(command="", ehlo=Reply(421, ("busy",)), stopped_by=StoppedBy.REPLY)
    assert state(busy) is State.TEMPORARY


def test_a_probe_cancelled_after_a_good_greeting_counts_as_good():
    cut = a_probe(command="", ehlo=None, stopped_by=StoppedBy.CANCELLED)
    assert state(cut) is State.OK


def test_a_running_probe_is_running_and_an_unbegun_one_pending():
    running = Probe(Target("mx1.example.org", ONE), waiting=Waiting(Stage.GREETING, 0.1, 40))
    assert state(running, ended=None) is State.RUNNING
    assert state(None, ended=None) is State.PENDING
    assert state(None) is State.NOT_TRIED


def test_all_addresses_at_once_stand_as_each_alone():
    outcomes = {f"192.0.2.{n}": outcome for n, outcome in enumerate(Outcome, start=1)}
    hosts = {"mx1.example.org": " ".join(outcomes)}
    inspection = an_inspection(hosts=hosts, probes=outcomes)
    seen = seen_at(inspection, outcomes)
    assert {address: state for address, (state, _) in seen.items()} == {
        address: state_of(inspection, address) for address in outcomes
    }
    assert all(probe is inspection.probe(address) for address, (_, probe) in seen.items())
