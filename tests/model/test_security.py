"""What validation says of an answer."""

import pytest

from mxgui.model.security import (
    Check,
    Dnssec,
    OwnerState,
    Security,
    SecurityStep,
    Why,
    worst_of,
)
from tests.builders import a_question


def test_what_was_never_validated_is_unknown():
    assert Security(a_question()).state is Dnssec.UNKNOWN


@pytest.mark.parametrize(
    ("state", "is_error"),
    [
        (Dnssec.SECURE, False),
        (Dnssec.INSECURE, False),
        (Dnssec.BOGUS, True),
        (Dnssec.INDETERMINATE, True),
        (Dnssec.UNKNOWN, False),
    ],
)
def test_bogus_and_indeterminate_answers_count_as_failed_lookups(state, is_error):
    assert state.is_error is is_error


def test_each_step_of_a_chain_of_aliases_has_a_state_of_its_own():
    question = a_question("mx.example.org", "A")
    steps = (
        OwnerState("mx.example.org", "CNAME", Dnssec.SECURE),
        OwnerState("elsewhere.example", "A", Dnssec.INSECURE),
    )
    told = Security(question, Dnssec.INSECURE, steps)
    assert told.state_of("mx.example.org", "CNAME") is Dnssec.SECURE
    assert told.state_of("elsewhere.example", "A") is Dnssec.INSECURE
    assert told.state_of("mx.example.org", "A") is Dnssec.UNKNOWN


@pytest.mark.parametrize(
    ("states", "whole"),
    [
        ((), Dnssec.UNKNOWN),
        ((Dnssec.SECURE, Dnssec.SECURE), Dnssec.SECURE),
        ((Dnssec.SECURE, Dnssec.INSECURE), Dnssec.INSECURE),
        ((Dnssec.INSECURE, Dnssec.UNKNOWN), Dnssec.UNKNOWN),
        ((Dnssec.UNKNOWN, Dnssec.INDETERMINATE), Dnssec.INDETERMINATE),
        ((Dnssec.INDETERMINATE, Dnssec.BOGUS), Dnssec.BOGUS),
    ],
)
def test_an_answer_is_worth_what_its_worst_part_is_worth(states, whole):
    assert worst_of(states) is whole


def test_the_cause_is_the_first_step_that_makes_an_answer_less_than_secure():
    good = SecurityStep(Check.KEYS, Why.MATCHES, Dnssec.SECURE, "org", "org", "DNSKEY")
    bad = SecurityStep(Check.DELEGATION, Why.NO_DS, Dnssec.INSECURE, "org", "example.org", "DS")
    assert Security(a_question(), Dnssec.INSECURE, steps=(good, bad)).cause is bad
    assert Security(a_question(), Dnssec.SECURE, steps=(good,)).cause is None
    assert Security(a_question()).cause is None
