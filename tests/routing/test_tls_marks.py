"""The chip of a host's encryption, and its padlock."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mxgui.model.certificate import Tls
from mxgui.model.chain import PathProblem
from mxgui.model.event import ChainStep, ProbeStep
from mxgui.model.line import DIRECT
from mxgui.model.smtp import StartTls
from mxgui.routing.route import route_of
from mxgui.routing.shapes import Tone
from mxgui.routing.tls_marks import tls_marks
from tests.builders import NOON, a_certificate, a_probe
from tests.routing.test_certificates import HOST, inspected


def marks(*chain, version="TLSv1.3", host=HOST, **facts):
    probe = a_probe(host, tls=Tls(version, "", host, chain=chain))
    return told(inspected(probe=probe, **facts))


def told(known):
    [host] = route_of(known).hosts
    return [
        (str(mark.words), mark.tone, mark.lock) for mark in tls_marks(known, host, known.probes)
    ]


def test_a_padlock_is_for_the_verified_alone():
    assert marks(a_certificate(HOST)) == [("TLS 1.3", Tone.OK, True)]
    assert marks(a_certificate(HOST), checked=False) == [("TLS 1.3", Tone.OK, False)]
    assert marks(checked=False) == [("TLS 1.3", Tone.OK, False)]


@pytest.mark.parametrize(
    ("facts", "problem", "words", "tone"),
    [
        ({}, PathProblem.SELF_SIGNED, "TLS 1.3, self-signed", Tone.PLAIN),
        ({}, PathProblem.UNKNOWN_ISSUER, "TLS 1.3, unknown issuer", Tone.PLAIN),
        ({"names": ("x.example",)}, None, "TLS 1.3, other name", Tone.PLAIN),
        ({"key": "RSA 1024"}, None, "TLS 1.3, weak", Tone.WARN),
        ({"not_after": NOON - timedelta(days=1)}, None, "TLS 1.3, expired", Tone.WARN),
    ],
)
def test_what_is_wrong_is_told_and_warned_of_only_where_it_matters(facts, problem, words, tone):
    extra = {"problems": (problem,), "trusted": False} if problem else {}
    assert marks(a_certificate(HOST, **facts), **extra) == [(words, tone, False)]


def test_an_old_version_is_a_warning_whatever_the_certificate():
    assert marks(a_certificate(HOST), version="TLSv1") == [("TLS 1.0", Tone.WARN, False)]


def test_few_days_left_are_a_chip_of_their_own():
    soon = a_certificate(HOST, not_after=NOON + timedelta(days=6))
    assert marks(soon) == [("TLS 1.3", Tone.OK, True), ("cert 6 days", Tone.PLAIN, False)]


def test_a_certificate_for_the_name_of_another_exchange_is_not_held_against_this_one():
    known = inspected(probe=a_probe("other.example.org"))
    assert told(known) == [("TLS 1.3", Tone.OK, False)]


def test_a_handshake_of_a_host_s_own_is_what_its_padlock_rests_on():
    known = inspected(probe=a_probe("other.example.org"))
    tls = Tls("TLSv1.3", "", HOST, chain=(a_certificate(HOST),))
    own = inspected(probe=a_probe(HOST, tls=tls))
    step, chain = ProbeStep("192.0.2.1", 25, DIRECT, HOST), ChainStep("192.0.2.1", 25, DIRECT, HOST)
    facts = dict(known.facts)
    for each, fact in own.facts.items():
        if isinstance(each, ProbeStep):
            facts[step] = fact
        elif isinstance(each, ChainStep):
            facts[chain] = fact
    assert told(replace(known, facts=facts)) == [("TLS 1.3", Tone.OK, True)]


def test_hosts_that_do_not_encrypt_say_so():
    plain = replace(a_probe(HOST), starttls=StartTls.NOT_OFFERED, tls=None)
    assert told(inspected(probe=plain)) == [("no TLS", Tone.WARN, False)]
    untested = replace(plain, starttls=StartTls.NOT_TESTED)
    assert told(inspected(probe=untested)) == []


@pytest.mark.parametrize("came_to", [StartTls.REFUSED, StartTls.FAILED])
def test_encryption_that_is_offered_and_fails_is_no_lack_of_it(came_to):
    broken = replace(a_probe(HOST), starttls=came_to, tls=None)
    assert told(inspected(probe=broken)) == [("TLS broken", Tone.WARN, False)]


def test_words_put_in_before_the_handshake_are_a_chip_of_their_own():
    tls = Tls("TLSv1.3", "", HOST, injected=True, chain=(a_certificate(HOST),))
    known = told(inspected(probe=a_probe(HOST, tls=tls)))
    assert known == [("TLS 1.3", Tone.OK, True), ("plain words in TLS", Tone.WARN, False)]
