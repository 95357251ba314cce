"""Which answers a sender that validates would not use."""

import pytest

from mxgui.routing.route import route_of
from mxgui.rules.case import Case
from mxgui.rules.validated import (
    is_bogus,
    is_validating,
    lookups_of,
    validating_senders,
)
from tests.builders import an_answer, an_inspection
from tests.rules.judging import so_far
from tests.securities import a_security, bogus, secured

HOST = "mx1.example.org"


def a_case(*securities):
    known = secured(an_inspection(hosts={HOST: "20.0.0.1"}), *securities)
    return Case(known, route_of(known))


def test_only_a_bogus_answer_is_bogus():
    case = a_case(bogus(), a_security(HOST, "A"))
    assert is_bogus(case, case.route.answer)
    assert not is_bogus(case, case.hosts[0].a)


def test_a_validation_that_has_not_come_is_waited_for_as_long_as_the_run_lasts():
    running = so_far(answer := an_answer())
    assert is_validating(Case(running, route_of(running)), answer)
    done = so_far(answer, a_security())
    assert not is_validating(Case(done, route_of(done)), answer)
    ended = a_case()
    assert not is_validating(ended, ended.route.answer)


@pytest.mark.parametrize(
    ("securities", "takes"),
    [
        ((), True),
        ((bogus(HOST, "A"),), False),  # AAAA says that there is none
        ((bogus(HOST, "AAAA"),), True),
    ],
)
def test_a_host_is_taken_if_any_lookup_brings_an_address(securities, takes):
    case = a_case(*securities)
    (host,) = case.hosts
    assert validating_senders(case).takes_host(host) is takes


def test_an_address_out_of_a_bogus_answer_is_not_taken():
    case = a_case(bogus(HOST, "A"))
    (host,) = case.hosts
    assert validating_senders(case).takes_address(host, host.addresses[0]) is False


def test_lookups_are_those_that_were_made():
    (host,) = a_case().hosts
    assert {answer.question.type.value for answer in lookups_of(host)} == {"A", "AAAA"}
