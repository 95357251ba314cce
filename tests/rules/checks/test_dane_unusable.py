"""TLSA records that no sender can use."""

from mxgui.model.records import Tlsa
from mxgui.rules.finding import Severity
from tests.rules.dane_worlds import GOOD, UNUSABLE, A, DaneHost, dane_world
from tests.rules.judging import findings, severities, the

SHORT = Tlsa(3, 1, 1, bytes(31))


def test_without_a_usable_record_protection_is_lost():
    inspection = dane_world(mx="10 a", a=DaneHost((UNUSABLE, SHORT)))
    finding = the(inspection, "DANE-UNUSABLE")
    assert (finding.severity, finding.subject) == (Severity.WARNING, A)
    assert "usage" in str(finding.text)
    assert "length" in str(finding.text)


def test_beside_a_usable_one_they_may_bite_later():
    inspection = dane_world(mx="10 a", a=DaneHost((UNUSABLE, GOOD)))
    assert severities(inspection, "DANE-UNUSABLE") == {A: Severity.NOTICE}


def test_usable_records_are_not_told():
    assert not findings(dane_world(mx="10 a", a=DaneHost((GOOD,))), "DANE-UNUSABLE")


def test_of_many_a_few_are_told():
    many = tuple(Tlsa(3, 1, 1, bytes(number)) for number in range(20))
    words = str(the(dane_world(mx="10 a", a=DaneHost(many)), "DANE-UNUSABLE").text)
    assert words.count("3 1 1") == 3
