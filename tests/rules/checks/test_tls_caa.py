"""Exchanges for which any authority may issue a certificate."""

from mxgui.model.records import Status
from mxgui.rules.finding import Severity
from tests.builders import a_failed_answer, an_answer, an_inspection
from tests.rules.judging import findings, the

ABSENT = [
    a_failed_answer(name, "CAA", Status.NODATA)
    for name in ("mx1.example.org", "example.org", "org")
]


def test_without_any_record_up_to_the_root_it_is_told():
    finding = the(an_inspection(answers=ABSENT), "TLS-CAA")
    assert finding.severity is Severity.INFO
    assert "mx1.example.org" in str(finding.text)


def test_a_record_above_the_name_is_enough():
    above = an_answer("org", "CAA", "0 issue ca.example.net")
    assert not findings(an_inspection(answers=[*ABSENT[:2], above]), "TLS-CAA")


def test_what_is_not_known_is_not_absent():
    assert not findings(an_inspection(), "TLS-CAA")
    failed = a_failed_answer("org", "CAA", Status.TIMEOUT)
    assert not findings(an_inspection(answers=[*ABSENT[:2], failed]), "TLS-CAA")


def test_many_names_are_counted():
    names = [f"mx{at}.example.org" for at in range(6)]
    absent = [
        a_failed_answer(name, "CAA", Status.NODATA) for name in (*names, "example.org", "org")
    ]
    mx = ", ".join(f"10 {name}" for name in names)
    assert "3 more" in str(the(an_inspection(mx=mx, answers=absent), "TLS-CAA").text)
