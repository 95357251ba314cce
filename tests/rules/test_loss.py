"""What is down for certain, and when that is known."""

from mxgui.model.smtp import Outcome, Reason
from mxgui.routing.route import route_of
from mxgui.rules.case import Case
from mxgui.rules.failure import Failure
from mxgui.rules.finding import Severity
from mxgui.rules.loss import by_failure, down_of, hosts_of, ids_of, is_lost, known_weight
from tests.builders import an_inspection
from tests.rules.faults import AIMED, rejecting
from tests.rules.judging import HOSTS, TIERS

A, B4, B6, C = "20.0.0.1", "20.0.1.1", "2a00::1", "20.0.2.1"


def case_of(probes, **facts) -> Case:
    inspection = an_inspection(mx=TIERS, hosts=HOSTS, probes=probes, **facts)
    return Case(inspection, route_of(inspection))


def test_what_fails_for_certain_is_down_with_its_way():
    case = case_of({A: Outcome.REFUSED, B4: Outcome.CLOSED, B6: Outcome.TIMED_OUT})
    downs = down_of(case, case.hosts)
    assert [(down.host.name, down.failure, down.family) for down in downs] == [
        ("a.example.org", Failure.REFUSED, 4),
        ("b.example.org", Failure.CLOSED, 4),
    ]
    assert ids_of(reversed(downs)) == ("SMTP-REFUSED", "SMTP-CLOSED")
    assert set(by_failure(downs)) == {Failure.REFUSED, Failure.CLOSED}


def test_a_doubt_and_what_was_not_tried_are_not_down():
    case = case_of({A: rejecting("a.example.org", A, AIMED), C: Reason.CANCELLED})
    assert down_of(case, case.hosts) == ()


def test_a_tier_is_lost_with_its_last_host():
    first = case_of({A: Outcome.REFUSED}).route.tiers[0]
    case = case_of({A: Outcome.REFUSED})
    assert not is_lost(case, hosts_of(case, first))
    case = case_of(dict.fromkeys((A, B4, B6), Outcome.REFUSED))
    assert is_lost(case, hosts_of(case, first))


def test_a_loss_has_no_weight_before_all_is_known_of_its_tier():
    early = case_of({A: Outcome.REFUSED, B6: None}, ended=None)
    assert known_weight(early, early.hosts[0]) is None
    late = case_of({A: Outcome.REFUSED, C: None}, ended=None)
    weight = known_weight(late, late.hosts[0])
    assert weight is not None
    assert weight.severity is Severity.WARNING
