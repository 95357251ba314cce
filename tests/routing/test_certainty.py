"""Which failures are there for everybody."""

import pytest

from mxgui.model.records import Status
from mxgui.model.security import Check, Dnssec, Why
from mxgui.model.smtp import StoppedBy
from mxgui.routing.certainty import fails_for_all, fails_without_checking, may_yet_encrypt
from tests.builders import a_failed_answer, a_probe, a_reply, an_answer, an_inspection
from tests.rules.faults import breaking_handshake, refusing_starttls, stalling, unencrypted
from tests.securities import a_security, a_step, bogus, secured

HOST, ADDRESS = "mx1.example.org", "20.0.0.1"
GOOD = a_step(Check.DELEGATION, Why.SIGNED, Dnssec.SECURE)
LOST = a_step(Check.DELEGATION, Why.NOT_ANSWERED, Dnssec.INDETERMINATE)


def failing(*steps, unchecked=Status.SERVFAIL):
    return a_security("example.org", "MX", Dnssec.UNKNOWN, *steps, unchecked=unchecked)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (failing(GOOD), True),
        (failing(GOOD, unchecked=Status.NOERROR), False),
        (failing(GOOD, LOST), False),
        (failing(), False),
    ],
)
def test_a_failure_is_the_zones_own_if_the_resolver_works_and_checking_is_off(told, expected):
    assert fails_without_checking(told) is expected


def test_what_is_bogus_fails_whatever_the_resolver_made_of_it():
    assert fails_for_all(secured(an_inspection(), bogus()), an_answer())


def test_a_servfail_is_one_resolvers_word_until_it_fails_without_checking():
    failed = a_failed_answer()
    plain = an_inspection(mx=Status.SERVFAIL)
    assert not fails_for_all(plain, failed)
    assert fails_for_all(secured(plain, failing(GOOD)), failed)


@pytest.mark.parametrize("status", [Status.TIMEOUT, Status.REFUSED, Status.BAD_ANSWER])
def test_silence_and_refusals_may_be_our_own(status):
    known = secured(an_inspection(mx=status), failing(GOOD))
    assert not fails_for_all(known, a_failed_answer(status=status))


def test_a_key_that_we_could_not_get_others_may_have_got():
    lost = a_security("example.org", "MX", Dnssec.INDETERMINATE, LOST)
    assert not fails_for_all(secured(an_inspection(), lost), an_answer())


MASKED = unencrypted(HOST, ADDRESS)
MASKED = a_probe(HOST, ADDRESS, starttls=MASKED.starttls, tls=None, greeting=a_reply(220, "*" * 24))


@pytest.mark.parametrize(
    ("probe", "expected"),
    [
        (a_probe(HOST, ADDRESS), False),
        (unencrypted(HOST, ADDRESS), False),
        (MASKED, True),
        (refusing_starttls(HOST, ADDRESS), False),
        (breaking_handshake(HOST, ADDRESS), False),
        (breaking_handshake(HOST, ADDRESS, StoppedBy.CANCELLED), True),
        (stalling(HOST, ADDRESS), True),
    ],
)
def test_who_waits_longer_or_sees_no_mask_may_yet_encrypt(probe, expected):
    assert may_yet_encrypt(probe) is expected
