"""What DNS says of DANE."""

from dataclasses import replace

import pytest

from mxgui.model.event import Learned, SecureStep
from mxgui.model.inspection import learn
from mxgui.model.records import Question, RecordType, Status
from mxgui.model.security import Dnssec, Security
from mxgui.rules.finding import Severity
from tests.builders import an_inspection
from tests.dane_facts import alias_answer, tlsa_answer
from tests.rules.dane_worlds import GOOD, A, C, DaneHost, dane_world
from tests.rules.judging import findings, ids, severities, the

INSECURE, BOGUS = Dnssec.INSECURE, Dnssec.BOGUS
OURS = ("DANE-NONE", "DANE-PARTIAL", "DANE-NOT-APPLICABLE", "DANE-SERVFAIL", "DANE-ALIAS")


def ours(inspection):
    return [one for one in ids(inspection) if one in OURS]


def test_a_domain_without_tlsa_records_is_told_so_once():
    finding = the(dane_world(mx="10 a, 20 c", a=DaneHost(), c=DaneHost()), "DANE-NONE")
    assert (finding.severity, finding.subject) == (Severity.INFO, "example.org")


def test_an_unsigned_domain_without_tlsa_records_has_none_as_well():
    states = {f"{A} A": INSECURE}
    assert ours(dane_world(mx="10 a", a=DaneHost(), states=states)) == ["DANE-NONE"]


def test_what_was_not_validated_is_not_called_absent():
    assert ours(an_inspection(answers=[tlsa_answer("mx1.example.org", ())])) == []


def test_exchanges_beside_protected_ones_are_told():
    inspection = dane_world(mx="10 a, 20 c", a=DaneHost((GOOD,)), c=DaneHost())
    finding = the(inspection, "DANE-PARTIAL")
    assert (finding.severity, finding.subject) == (Severity.WARNING, "example.org")
    assert C in str(finding.text)
    assert ours(inspection) == ["DANE-PARTIAL"]


def test_where_all_have_records_nothing_is_told():
    assert ours(dane_world(mx="10 a, 20 c", a=DaneHost((GOOD,)), c=DaneHost((GOOD,)))) == []


@pytest.mark.parametrize(
    ("states", "severity"),
    [
        ({f"{A} A": INSECURE}, Severity.WARNING),  # the records are signed, in vain
        ({f"{A} A": INSECURE, f"_25._tcp.{A} TLSA": INSECURE}, Severity.INFO),
        ({f"_25._tcp.{A} TLSA": INSECURE}, Severity.INFO),
    ],
)
def test_records_that_do_not_count_are_told(states, severity):
    inspection = dane_world(mx="10 a", a=DaneHost((GOOD,)), states=states)
    assert severities(inspection, "DANE-NOT-APPLICABLE") == {A: severity}
    assert ours(inspection) == ["DANE-NOT-APPLICABLE"]


def test_insecure_mx_records_alone_take_nothing_away():
    inspection = dane_world(mx="10 a", a=DaneHost((GOOD,)), states={"example.org MX": INSECURE})
    assert ours(inspection) == []
    assert findings(inspection, "DANE-MATCH")


@pytest.mark.parametrize(
    ("mx", "severity"),
    [("10 a", Severity.CRITICAL), ("10 a, 20 c", Severity.ERROR), ("10 a, 10 c", Severity.WARNING)],
)
def test_a_failed_lookup_costs_the_host_for_senders_that_do_dane(mx, severity):
    inspection = dane_world(mx=mx, a=DaneHost(Status.SERVFAIL), c=DaneHost())
    finding = the(inspection, "DANE-SERVFAIL")
    assert (finding.severity, finding.subject) == (severity, A)
    assert "SERVFAIL" in str(finding.text)


@pytest.mark.parametrize("records", [(), (GOOD,)], ids=["absent", "there"])
def test_what_does_not_validate_is_a_failure(records):
    states = {f"_25._tcp.{A} TLSA": BOGUS}
    finding = the(dane_world(mx="10 a", a=DaneHost(records), states=states), "DANE-SERVFAIL")
    assert finding.severity is Severity.CRITICAL
    assert "wrongly signed" in str(finding.text)


@pytest.mark.parametrize("records", [(), (GOOD,)], ids=["absent", "there"])
def test_what_we_could_not_validate_others_may(records):
    states = {f"_25._tcp.{A} TLSA": Dnssec.INDETERMINATE}
    finding = the(dane_world(mx="10 a", a=DaneHost(records), states=states), "DANE-SERVFAIL")
    assert finding.severity is Severity.INCONCLUSIVE
    assert "cannot be validated" in str(finding.text)


def test_one_resolvers_word_is_its_own_until_it_fails_without_checking():
    known = dane_world(mx="10 a", a=DaneHost(Status.SERVFAIL))
    step = SecureStep(Question(f"_25._tcp.{A}", RecordType.TLSA))
    works = Security(step.question, unchecked=Status.NXDOMAIN)
    answered = learn(known, Learned(step, works))
    assert the(answered, "DANE-SERVFAIL").severity is Severity.INCONCLUSIVE
    facts = {one: fact for one, fact in known.facts.items() if one != step}
    finding = the(replace(known, facts=facts, ended=None), "DANE-SERVFAIL")
    assert (finding.severity, finding.provisional) == (Severity.INCONCLUSIVE, True)


def test_a_host_whose_lookup_may_work_elsewhere_counts_for_the_others():
    states = {f"_25._tcp.{C} TLSA": BOGUS}
    known = dane_world(
        mx="10 a, 20 c", a=DaneHost(Status.TIMEOUT), c=DaneHost((GOOD,)), states=states
    )
    assert severities(known, "DANE-SERVFAIL") == {A: Severity.INCONCLUSIVE, C: Severity.WARNING}


@pytest.mark.parametrize("status", [Status.TIMEOUT, Status.REFUSED, Status.BAD_ANSWER])
def test_what_may_be_our_resolvers_doing_is_inconclusive(status):
    inspection = dane_world(mx="10 a", a=DaneHost(status))
    assert the(inspection, "DANE-SERVFAIL").severity is Severity.INCONCLUSIVE


def test_of_addresses_that_fail_others_tell():
    assert ours(dane_world(mx="10 a", a=DaneHost((GOOD,)), states={f"{A} A": BOGUS})) == []


def test_records_at_the_end_of_an_alias_are_told():
    far = "far.example.net"
    inspection = dane_world(
        mx="10 a",
        a=DaneHost(),
        answers=[alias_answer(A, "A", "20.0.0.1", far), tlsa_answer(far, (GOOD,))],
    )
    finding = the(inspection, "DANE-ALIAS")
    assert (finding.severity, finding.subject) == (Severity.INFO, A)
    assert far in str(finding.text)


def test_records_that_are_an_alias_themselves_are_told():
    answer = alias_answer(f"_25._tcp.{A}", "TLSA", str(GOOD), "tlsa.example.net")
    inspection = dane_world(mx="10 a", a=DaneHost((GOOD,)), answers=[answer])
    assert "tlsa.example.net" in str(the(inspection, "DANE-ALIAS").text)
