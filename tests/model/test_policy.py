"""What is kept of a fetch, and the names that belong to a policy."""

import pytest

from mxgui.model.policy import (
    FetchOutcome,
    PolicyFetch,
    PolicyTry,
    Reach,
    TlsProblem,
    policy_host,
    policy_record,
    report_record,
)


def test_the_names_stand_below_the_domain():
    assert policy_host("example.org") == "mta-sts.example.org"
    assert policy_record("example.org") == "_mta-sts.example.org"
    assert report_record("example.org") == "_smtp._tls.example.org"


@pytest.mark.parametrize(
    ("name", "room"), [(policy_host, 8), (policy_record, 9), (report_record, 11)]
)
def test_a_name_that_dns_cannot_hold_is_none(name, room):
    assert name("a" * (253 - room)) is not None
    assert name("a" * (254 - room)) is None


@pytest.mark.parametrize(
    ("outcome", "reaches", "wanted"),
    [
        (FetchOutcome.NOT_REACHABLE, [Reach.REFUSED], False),
        (FetchOutcome.NOT_REACHABLE, [Reach.REFUSED, Reach.TIMED_OUT], True),
        (FetchOutcome.NOT_REACHABLE, [Reach.BLOCKED_HERE], True),
        (FetchOutcome.LOOKUP_FAILED, [], True),
        (FetchOutcome.NO_ADDRESS, [], False),
        (FetchOutcome.PRIVATE_ADDRESS, [Reach.PRIVATE], False),
        (FetchOutcome.TLS_FAILED, [Reach.CONNECTED], False),
    ],
)
def test_what_may_be_our_own_line_is_told_apart(outcome, reaches, wanted):
    tries = tuple(PolicyTry("192.0.2.1", reach) for reach in reaches)
    assert PolicyFetch("example.org", outcome, tries=tries).may_be_us is wanted


def test_some_problems_are_the_certificates():
    of_it = [one for one in TlsProblem if one.is_of_certificate]
    assert TlsProblem.NAME_MISMATCH in of_it
    assert TlsProblem.NOT_TLS not in of_it
