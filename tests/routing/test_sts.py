"""Whether MTA-STS lets a sender use a host, from the record to the certificate."""

from dataclasses import replace

import pytest

from mxgui.model.certificate import Tls
from mxgui.model.chain import Chain
from mxgui.model.event import Learned, chain_step, probe_step
from mxgui.model.inspection import learn
from mxgui.model.line import PROXY
from mxgui.model.policy import FetchOutcome
from mxgui.model.records import Alias, Status
from mxgui.model.smtp import Outcome, StartTls
from mxgui.model.sts import Mode, PolicyFault, RecordFault
from mxgui.routing.certificates import starttls_of
from mxgui.routing.names import matches
from mxgui.routing.route import route_of
from mxgui.routing.sts import (
    HostSts,
    ProbeSts,
    ReportVerdict,
    StsVerdict,
    covering_pattern,
    read_policy,
    reporting_of,
    sts_of,
    sts_of_host,
    sts_of_probe,
    unused_patterns,
)
from tests.builders import NOON, a_certificate, a_probe, an_answer, an_inspection
from tests.policies import POLICY, RECORD, TESTING, a_fetch, a_protected, texts, with_policy
from tests.rules.faults import breaking_handshake, knowing_helo_only, refusing_starttls, unencrypted

HOST, ADDRESS = "mx1.example.org", "20.0.0.1"


@pytest.mark.parametrize(
    ("inspection", "verdict", "problem"),
    [
        (a_protected(), StsVerdict.VALID, None),
        (a_protected(TESTING), StsVerdict.VALID, None),
        (a_protected(None, None), StsVerdict.NONE, None),
        (a_protected(None, "v=spf1 -all"), StsVerdict.NONE, None),
        (a_protected(None, "v=STSv1;"), StsVerdict.RECORD_INVALID, RecordFault.ID_MISSING),
        (
            a_protected(None, texts("_mta-sts.example.org", RECORD, "v=STSv1; id=2")),
            StsVerdict.RECORD_INVALID,
            RecordFault.SEVERAL,
        ),
        (
            a_protected(None, texts("_mta-sts.example.org", status=Status.SERVFAIL)),
            StsVerdict.LOOKUP_FAILED,
            None,
        ),
        (
            a_protected(a_fetch(outcome=FetchOutcome.REDIRECT)),
            StsVerdict.FETCH_FAILED,
            FetchOutcome.REDIRECT,
        ),
        (a_protected(""), StsVerdict.POLICY_INVALID, PolicyFault.EMPTY),
        (a_protected(a_fetch(is_utf8=False)), StsVerdict.POLICY_INVALID, PolicyFault.NOT_UTF8),
        (a_protected(a_fetch(encoding="gzip")), StsVerdict.POLICY_INVALID, PolicyFault.ENCODED),
        (a_protected(a_fetch(encoding="identity")), StsVerdict.VALID, None),
        (a_protected(f"{POLICY}\n"), StsVerdict.VALID, None),
        (a_protected(None), None, None),
        (an_inspection(), None, None),
        (an_inspection("[192.0.2.1]"), StsVerdict.NONE, None),
    ],
)
def test_the_verdict_is_that_of_a_sender_that_has_nothing_cached(inspection, verdict, problem):
    sts = sts_of(inspection)
    assert (sts.verdict, sts.problem) == (verdict, problem)
    assert (sts.mode is not None) is (verdict is StsVerdict.VALID)


def test_a_name_that_dns_cannot_hold_has_no_policy():
    long = ".".join(["a" * 60] * 4) + ".org"
    assert sts_of(an_inspection(long, mx="")).verdict is StsVerdict.NONE


@pytest.mark.parametrize(
    ("pattern", "host", "covers"),
    [
        ("mx1.example.org", "mx1.example.org", True),
        ("MX1.example.org", "mx1.EXAMPLE.org", True),
        ("mx1.example.org.", "mx1.example.org", True),
        ("*.example.org", "mx1.example.org", True),
        ("*.example.org", "example.org", False),
        ("*.example.org", "a.mx1.example.org", False),
        ("mx*.example.org", "mx1.example.org", False),
        ("*.*.org", "mx1.example.org", False),
        ("*", "mx1.example.org", False),
        ("*", "localhost", False),
        (".example.org", "mx1.example.org", False),
        ("example.org", "mx1.example.org", False),
        ("*.org", "example.org", True),
        ("m\u00fcller.example.org", "xn--mller-kva.example.org", False),
        ("xn--mller-kva.example.org", "xn--mller-kva.example.org", True),
    ],
)
def test_a_pattern_matches_by_the_rfc_and_as_any_name_does(pattern, host, covers):
    policy = read_policy(
        f"version: STSv1\nmode: enforce\nmax_age: 1\nmx: {pattern}\nmx: zz.example"
    )
    assert (covering_pattern(policy, host) is not None) is covers
    assert matches(host, pattern) is covers
    assert ("zz.example" in unused_patterns(policy, [host])) is True
    assert (pattern.lower() in unused_patterns(policy, [host])) is not covers


@pytest.mark.parametrize(
    ("inspection", "wanted"),
    [
        (a_protected(), HostSts.COVERED),
        (a_protected(POLICY.replace("*.", "mx9.")), HostSts.NOT_COVERED),
        (a_protected(TESTING.replace("*.", "mx9.")), HostSts.NOT_COVERED),
        (a_protected("version: STSv1\nmode: none\nmax_age: 1"), HostSts.NO_POLICY),
        (a_protected(None, None), HostSts.NO_POLICY),
        (a_protected(""), HostSts.NO_POLICY),
        (a_protected(None), HostSts.UNKNOWN),
        (
            a_protected(None, texts("_mta-sts.example.org", status=Status.TIMEOUT)),
            HostSts.UNKNOWN,
        ),
    ],
)
def test_an_exchange_is_covered_by_its_name_where_there_is_a_policy(inspection, wanted):
    assert sts_of_host(sts_of(inspection), HOST) is wanted


def test_the_name_is_that_of_the_mx_record_and_not_what_it_is_an_alias_of():
    alias = Alias(HOST, "real.other.example", 60)
    answers = [an_answer(HOST, "A", ADDRESS, aliases=(alias,))]
    plain = an_inspection(hosts={HOST: ADDRESS}, answers=tuple(answers))
    known = with_policy(plain)
    [host] = route_of(known).hosts
    assert host.aliases
    assert sts_of_host(sts_of(known), host.name) is HostSts.COVERED
    assert sts_of_host(sts_of(known), "real.other.example") is HostSts.NOT_COVERED


def test_an_implicit_exchange_is_one_like_any_other():
    policy = POLICY.replace("*.example.org", "example.org")
    known = a_protected(policy, mx="", hosts={"example.org": ADDRESS})
    [host] = route_of(known).hosts
    assert sts_of_host(sts_of(known), host.name) is HostSts.COVERED
    assert sts_of_probe(known, sts_of(known), host.name, ADDRESS) is ProbeSts.PASS


def with_leaf(**facts):
    """A probe whose certificate differs so from a good one."""
    leaf = a_certificate(HOST, **facts)
    return a_probe(HOST, ADDRESS, tls=Tls("TLSv1.3", "X", HOST, chain=(leaf,)))


@pytest.mark.parametrize(
    ("probe", "wanted"),
    [
        (a_probe(HOST, ADDRESS), ProbeSts.PASS),
        (with_leaf(names=("*.example.org",)), ProbeSts.PASS),
        (with_leaf(names=("other.example.org",)), ProbeSts.CERTIFICATE_FAILS),
        (with_leaf(names=()), ProbeSts.CERTIFICATE_FAILS),
        (with_leaf(not_after=NOON.replace(hour=11)), ProbeSts.CERTIFICATE_FAILS),
        (with_leaf(not_before=NOON.replace(hour=13)), ProbeSts.CERTIFICATE_FAILS),
        (a_probe(HOST, ADDRESS, tls=Tls("TLSv1.3", "X", HOST)), ProbeSts.CERTIFICATE_FAILS),
        (unencrypted(HOST, ADDRESS), ProbeSts.NO_TLS),
        (knowing_helo_only(HOST, ADDRESS), ProbeSts.NO_TLS),
        (refusing_starttls(HOST, ADDRESS), ProbeSts.NO_TLS),
        (breaking_handshake(HOST, ADDRESS), ProbeSts.NO_TLS),
        (a_probe(HOST, ADDRESS, Outcome.REFUSED), ProbeSts.NOT_TESTED),
        (a_probe(HOST, ADDRESS, starttls=StartTls.NOT_TESTED, tls=None), ProbeSts.NOT_TESTED),
        (None, ProbeSts.NOT_TESTED),
    ],
)
def test_an_address_passes_by_encryption_and_certificate(probe, wanted):
    known = a_protected(probes={ADDRESS: probe})
    assert sts_of_probe(known, sts_of(known), HOST, ADDRESS) is wanted


def test_a_common_name_alone_is_no_name():
    known = a_protected(probes={ADDRESS: with_leaf(names=(), common_names=(HOST,))})
    assert sts_of_probe(known, sts_of(known), HOST, ADDRESS) is ProbeSts.CERTIFICATE_FAILS


def test_a_chain_that_leads_to_no_authority_fails():
    known = a_protected(untrusted=[ADDRESS])
    assert sts_of_probe(known, sts_of(known), HOST, ADDRESS) is ProbeSts.CERTIFICATE_FAILS


def test_a_chain_that_was_not_checked_yet_leaves_it_open():
    known = a_protected()
    facts = {step: fact for step, fact in known.facts.items() if type(step).__name__ != "ChainStep"}
    known = replace(known, facts=facts)
    assert sts_of_probe(known, sts_of(known), HOST, ADDRESS) is ProbeSts.UNKNOWN


def test_the_name_comes_before_the_probe():
    known = a_protected(POLICY.replace("*.", "mx9."), probes={ADDRESS: None})
    assert sts_of_probe(known, sts_of(known), HOST, ADDRESS) is ProbeSts.NOT_COVERED


def test_only_enforce_is_enforced():
    assert sts_of(a_protected()).is_enforced
    assert sts_of(a_protected(TESTING)).mode is Mode.TESTING
    assert not sts_of(a_protected(TESTING)).is_enforced


@pytest.mark.parametrize(
    ("inspection", "verdict"),
    [
        (a_protected(), ReportVerdict.VALID),
        (a_protected(reporting=None), ReportVerdict.NONE),
        (a_protected(reporting="v=TLSRPTv1;"), ReportVerdict.INVALID),
        (
            a_protected(reporting=texts("_smtp._tls.example.org", status=Status.TIMEOUT)),
            ReportVerdict.LOOKUP_FAILED,
        ),
        (an_inspection(), None),
        (an_inspection("[192.0.2.1]"), ReportVerdict.NONE),
    ],
)
def test_reporting_has_a_verdict_of_its_own(inspection, verdict):
    assert reporting_of(inspection).verdict is verdict


def test_a_handshake_for_the_tlsa_base_domain_says_nothing_of_the_exchanges_certificate():
    probe = with_leaf(names=("base.example.net",))
    assert probe.tls is not None
    target = replace(probe.target, own=True, sni="base.example.net")
    probe = replace(probe, target=target, tls=replace(probe.tls, sni="base.example.net"))
    known = a_protected()
    for event in (
        Learned(probe_step(target), probe),
        Learned(chain_step(probe_step(target)), Chain(leaf_of(probe), trusted=True)),
    ):
        known = learn(known, event)
    assert sts_of_probe(known, sts_of(known), HOST, ADDRESS) is ProbeSts.NOT_TESTED


def test_a_chain_of_an_earlier_probe_leaves_it_open():
    known = a_protected()
    again = with_leaf(names=("other.example.org",))
    assert again.tls is not None
    leaf = replace(again.tls.chain[0], sha256="ff" * 32)
    again = replace(again, tls=replace(again.tls, chain=(leaf,)))
    known = learn(known, Learned(probe_step(again.target), again))
    assert sts_of_probe(known, sts_of(known), HOST, ADDRESS) is ProbeSts.UNKNOWN


def test_through_a_proxy_it_is_judged_as_from_here():
    probe = a_probe(HOST, ADDRESS)
    through = replace(probe, target=replace(probe.target, vantage=PROXY))
    step = probe_step(through.target)
    known = a_protected(probes={ADDRESS: None})
    for event in (
        Learned(step, through),
        Learned(chain_step(step), Chain(leaf_of(through), trusted=True)),
    ):
        known = learn(known, event)
    assert sts_of_probe(known, sts_of(known), HOST, ADDRESS) is ProbeSts.PASS
    assert starttls_of(known, through, HOST) is StartTls.VERIFIED


def leaf_of(probe):
    assert probe.tls is not None
    return probe.tls.chain[0].sha256
