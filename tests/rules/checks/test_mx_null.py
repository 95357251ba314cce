"""Null MX: alone, beside others, with a preference."""

import pytest

from mxgui.rules.finding import Severity
from tests.builders import an_inspection
from tests.rules.judging import findings, ids, the


def test_a_null_mx_is_good_to_know():
    finding = the(an_inspection(mx="0 ."), "MX-NULL")
    assert (finding.severity, finding.subject) == (Severity.INFO, "example.org")
    assert ids(an_inspection(mx="0 .")) == ["MX-NULL"]


@pytest.mark.parametrize("mx", ["0 ., 10 mx1.example.org", "10 mx1.example.org, 20 ."])
def test_a_null_mx_beside_another_record_is_critical(mx):
    assert the(an_inspection(mx=mx), "MX-NULL-MIXED").severity is Severity.CRITICAL
    assert not findings(an_inspection(mx=mx), "MX-NULL")


def test_a_preference_makes_it_a_warning_that_stands_for_the_null_mx():
    inspection = an_inspection(mx="10 .")
    finding = the(inspection, "MX-NULL-PREF")
    assert (finding.severity, finding.includes) == (Severity.WARNING, ("MX-NULL",))
    assert ids(inspection) == ["MX-NULL-PREF"]


def test_beside_others_the_preference_is_no_finding_of_its_own():
    inspection = an_inspection(mx="5 ., 10 mx1.example.org")
    assert the(inspection, "MX-NULL-MIXED").includes == ("MX-NULL-PREF",)
    assert not findings(inspection, "MX-NULL-PREF")
    assert the(an_inspection(mx="0 ., 10 a.example.org"), "MX-NULL-MIXED").includes == ()


def test_ordinary_records_are_no_null_mx():
    assert not {"MX-NULL", "MX-NULL-MIXED", "MX-NULL-PREF"} & set(ids(an_inspection()))
