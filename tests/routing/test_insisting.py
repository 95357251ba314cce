"""What is left of a route to senders that insist on something."""

from dataclasses import replace

import pytest

from mxgui.model.event import Learned, probe_step
from mxgui.model.inspection import learn
from mxgui.model.records import Status
from mxgui.model.security import Dnssec
from mxgui.routing.headline import headline_of
from mxgui.routing.insisting import Insisting, losses_of
from mxgui.routing.route import route_of
from mxgui.routing.verdict import Verdict, verdict_of
from tests.builders import an_inspection
from tests.dane_facts import failing, tlsa_answer
from tests.policies import POLICY, TESTING, a_protected
from tests.rules import faults
from tests.rules.dane_worlds import GOOD, STALE, A, C, DaneHost, dane_world
from tests.securities import bogus, secured

DANE, STS, DNSSEC = Insisting.DANE, Insisting.STS, Insisting.DNSSEC
HOST, ADDRESS = "mx1.example.org", "20.0.0.1"
TLSA = f"_25._tcp.{A} TLSA"


def lost(inspection):
    found = losses_of(inspection, route_of(inspection))
    return found.everything, found.best_tier


def said(inspection):
    route = route_of(inspection)
    return verdict_of(inspection, route), str(headline_of(inspection, route))


BAD, WELL, NONE = DaneHost((STALE,)), DaneHost((GOOD,)), DaneHost()


@pytest.mark.parametrize(
    ("inspection", "everything", "best_tier"),
    [
        (dane_world(mx="10 a", a=WELL), (), ()),
        (dane_world(mx="10 a", a=NONE), (), ()),
        (dane_world(mx="10 a", a=BAD), (DANE,), ()),
        (dane_world(mx="10 a, 20 c", a=BAD, c=BAD), (DANE,), ()),
        (dane_world(mx="10 a, 20 c", a=BAD, c=WELL), (), (DANE,)),
        (dane_world(mx="10 a, 20 c", a=BAD, c=NONE), (), (DANE,)),
        (dane_world(mx="10 a, 10 c", a=BAD, c=WELL), (), ()),
        (dane_world(mx="10 a, 20 c", a=WELL, c=BAD), (), ()),
        (dane_world(mx="10 a", a=DaneHost(Status.SERVFAIL)), (DANE,), ()),
        (dane_world(mx="10 a", a=DaneHost(Status.TIMEOUT)), (), ()),
        (dane_world(mx="10 a", a=NONE, states={"example.org MX": Dnssec.BOGUS}), (DNSSEC,), ()),
        (dane_world(mx="10 a", a=NONE, states={f"{A} A": Dnssec.BOGUS}), (DNSSEC, DANE), ()),
        (dane_world(mx="10 a", a=NONE, states={f"{A} A": Dnssec.INDETERMINATE}), (), ()),
        (dane_world(mx="10 a", a=NONE, states={TLSA: Dnssec.BOGUS}), (DANE,), ()),
        (dane_world(mx="10 a", a=NONE, states={TLSA: Dnssec.INDETERMINATE}), (), ()),
        (a_protected(), (), ()),
        (a_protected(POLICY.replace("*.", "mx9.")), (STS,), ()),
        (a_protected(TESTING.replace("*.", "mx9.")), (), ()),
        (a_protected(untrusted=["20.0.0.1"]), (STS,), ()),
        (a_protected(TESTING, untrusted=["20.0.0.1"]), (), ()),
        (a_protected(probes={ADDRESS: faults.unencrypted(HOST, ADDRESS)}), (STS,), ()),
        (a_protected(probes={ADDRESS: faults.stalling(HOST, ADDRESS)}), (), ()),
    ],
)
def test_each_class_has_what_it_is_certain_to_lose(inspection, everything, best_tier):
    assert lost(inspection) == (everything, best_tier)
    if losses_of(inspection, route_of(inspection)):
        assert said(inspection)[0] is Verdict.DEGRADED


def test_what_is_lost_to_everybody_is_no_loss_of_a_class():
    known = dane_world(mx="10 a, 20 c", a=WELL, c=BAD)
    dead = faults.rejecting(A, "20.0.0.1")
    down = replace(learn(known, Learned(probe_step(dead.target), dead)), ended=known.ended)
    assert DANE not in lost(down)[1]


def test_what_is_not_looked_up_yet_may_be_left():
    known = dane_world(mx="10 a, 20 c", a=BAD, c=WELL)
    facts = {step: one for step, one in known.facts.items() if C not in str(step)}
    assert lost(replace(known, facts=facts, ended=None)) == ((), (DANE,))


def test_a_resolvers_word_counts_once_it_fails_without_checking():
    answer = tlsa_answer(A, Status.SERVFAIL)
    known = dane_world(mx="10 a", a=DaneHost(Status.SERVFAIL))
    assert lost(known) == ((DANE,), ())
    works = replace(failing(answer), unchecked=Status.NOERROR)
    assert lost(secured(known, works)) == ((), ())


@pytest.mark.parametrize(
    ("inspection", "words"),
    [
        (dane_world(mx="10 a", a=BAD), "Mail flows, but not from senders that use DANE."),
        (
            dane_world(mx="10 a, 20 c", a=BAD, c=WELL),
            "Mail flows; senders that use DANE reach only backups.",
        ),
        (
            a_protected(untrusted=["20.0.0.1"]),
            "Mail flows, but not from senders that honour its MTA-STS policy.",
        ),
        (
            dane_world(mx="10 a", a=NONE, states={f"{A} A": Dnssec.BOGUS}),
            "Mail flows, but not from senders that validate DNSSEC and use DANE.",
        ),
    ],
)
def test_the_headline_tells_who_gets_nothing_in(inspection, words):
    assert said(inspection) == (Verdict.DEGRADED, words)


@pytest.mark.parametrize(
    ("inspection", "words"),
    [
        (
            dane_world(mx="10 a, 20 c", a=WELL, c=BAD),
            "Mail flows; senders that use DANE skip 1 of 2 exchanges.",
        ),
        (
            a_protected(
                mx="10 mx1.example.org, 20 mx2.example.org",
                hosts={"mx1.example.org": ADDRESS, "mx2.example.org": "20.0.1.1"},
                untrusted=["20.0.1.1"],
            ),
            "Mail flows; senders that honour its MTA-STS policy skip 1 of 2 exchanges.",
        ),
    ],
)
def test_the_headline_tells_who_skips_some(inspection, words):
    assert said(inspection) == (Verdict.DEGRADED, words)


def test_bogus_records_hold_up_those_that_validate():
    known = secured(an_inspection(), bogus())
    assert said(known) == (
        Verdict.DEGRADED,
        "Mail flows, but not from senders that validate DNSSEC.",
    )
