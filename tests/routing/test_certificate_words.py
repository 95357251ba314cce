"""Encryption in words."""

from datetime import timedelta

import pytest

from mxgui.model.chain import PathProblem
from mxgui.model.smtp import StartTls
from mxgui.routing.certificate_words import (
    flaw_words,
    left_words,
    lock_words,
    version_words,
    worst_flaw,
)
from mxgui.routing.certificates import Flaw
from tests.builders import NOON, a_certificate
from tests.routing.test_certificates import HOST, view

DAY = timedelta(days=1)


def test_every_flaw_has_words_of_its_own():
    assert len({str(flaw_words(flaw)) for flaw in Flaw}) == len(Flaw)


@pytest.mark.parametrize(
    ("version", "words"),
    [("TLSv1", "TLS 1.0"), ("TLSv1.1", "TLS 1.1"), ("TLSv1.3", "TLS 1.3"), ("", "")],
)
def test_versions_are_written_as_people_do(version, words):
    assert str(version_words(version)) == words


@pytest.mark.parametrize("state", StartTls)
def test_every_state_has_words(state):
    assert str(lock_words(state, view(a_certificate(HOST))))


def test_what_is_not_verified_says_why():
    found = view(a_certificate("x"), trusted=False, problems=(PathProblem.SELF_SIGNED,))
    assert str(lock_words(StartTls.UNVERIFIED, found)) == (
        "encrypted, not verified: self-signed and other name"
    )
    unchecked = view(a_certificate(HOST), checked=False)
    assert "not checked yet" in str(lock_words(StartTls.UNVERIFIED, unchecked))
    assert "without a certificate" in str(lock_words(StartTls.UNVERIFIED, None))


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"not_after": NOON + 12 * DAY}, "expires in 12 days, on 2026-12-05 12:00:00 UTC"),
        ({"not_after": NOON + timedelta(hours=30)}, "expires in 1 day, on 2026-11-24"),
        ({"not_after": NOON - 2 * DAY}, "expired 2 days before, on 2026-11-21"),
        ({"not_before": NOON + timedelta(hours=30)}, "begins within 2 days, on 2026-11-24"),
    ],
)
def test_days_are_counted_from_the_probe(facts, words):
    assert str(left_words(view(a_certificate(HOST, **facts)))).startswith(words)


def test_a_certificate_without_an_end_says_nothing_of_it():
    assert left_words(view(a_certificate(HOST, not_after=None))) is None


def test_one_word_is_for_what_matters_most():
    late = view(a_certificate("x", not_after=NOON - DAY))
    assert worst_flaw([view(a_certificate("x")), late]) is Flaw.EXPIRED
    assert worst_flaw([view(a_certificate("x", key="RSA 512"))]) is Flaw.WEAK
    assert worst_flaw([view(a_certificate(HOST))]) is None
