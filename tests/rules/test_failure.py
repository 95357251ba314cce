"""One probe, one failure: the first thing that went wrong."""

from dataclasses import replace

import pytest

from mxgui.model.smtp import Outcome, Probe, StoppedBy, Target
from mxgui.rules.checks import RULES
from mxgui.rules.failure import Failure, failure_of
from tests.builders import a_probe
from tests.rules import faults
from tests.rules.judging import connecting

AT = ("mx1.example.org", "20.0.0.1")


@pytest.mark.parametrize(
    ("outcome", "failure"),
    [
        (Outcome.GREETED, None),
        (Outcome.REFUSED, Failure.REFUSED),
        (Outcome.TIMED_OUT, Failure.TIMED_OUT),
        (Outcome.UNREACHABLE, Failure.UNREACHABLE),
        (Outcome.CLOSED, Failure.CLOSED),
        (Outcome.SILENT, Failure.SILENT),
        (Outcome.DEFERRED, Failure.DEFERRED),
        (Outcome.REJECTED, Failure.REJECTED),
        (Outcome.NOT_SMTP, Failure.NOT_SMTP),
        (Outcome.BLOCKED_HERE, None),
        (Outcome.PROXY_NO_ANSWER, None),
        (Outcome.NOT_TRIED, None),
    ],
)
def test_every_outcome_up_to_the_greeting_has_its_failure(outcome, failure):
    assert failure_of(a_probe(*AT, outcome)) is failure


@pytest.mark.parametrize(
    ("probe", "failure"),
    [
        (faults.refusing_ehlo(*AT), Failure.EHLO),
        (faults.failing_at_ehlo(*AT), Failure.EHLO),
        (faults.failing_under_tls(*AT), Failure.EHLO),
        (faults.knowing_helo_only(*AT), Failure.HELO_ONLY),
        (faults.unencrypted(*AT), Failure.UNENCRYPTED),
        (faults.refusing_starttls(*AT), Failure.STARTTLS),
        (faults.breaking_handshake(*AT), Failure.STARTTLS),
        (faults.never_ending(*AT), Failure.TOO_LONG),
        (faults.never_ending_ehlo(*AT), Failure.TOO_LONG),
    ],
)
def test_so_has_what_goes_wrong_later(probe, failure):
    assert failure_of(probe) is failure


@pytest.mark.parametrize(
    "probe",
    [
        faults.cancelled_at_ehlo(*AT),
        faults.failing_under_tls(*AT, StoppedBy.CANCELLED),
        connecting(a_probe(*AT, Outcome.REFUSED)),
        Probe(Target(*AT)),
    ],
)
def test_what_we_broke_off_or_have_not_ended_is_no_failure(probe):
    assert failure_of(probe) is None


def test_a_host_without_encryption_has_none_though_we_were_stopped_at_the_goodbye():
    stopped = replace(faults.unencrypted(*AT), stopped_by=StoppedBy.CANCELLED)
    assert failure_of(stopped) is Failure.UNENCRYPTED


def test_every_failure_has_a_rule_that_tells_of_it():
    assert {failure.value for failure in Failure} <= {rule.id for rule in RULES}
