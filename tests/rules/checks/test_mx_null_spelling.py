"""What was perhaps meant as a null MX is told once, whatever else is wrong with it."""

import pytest

from mxgui.rules.finding import Severity
from tests.builders import an_answer, an_inspection
from tests.rules.judging import findings, ids, so_far, the


@pytest.mark.parametrize("name", ["localhost", "example.org", "0"])
def test_it_is_one_finding_that_weighs_what_is_lost(name):
    inspection = an_inspection(mx=f"0 {name}", hosts={"example.org": ""})
    finding = the(inspection, "MX-NULL-SPELLING")
    assert (finding.severity, finding.subject) == (Severity.CRITICAL, "example.org")
    assert not {"MX-LOCALHOST", "MX-TARGET-NOADDR", "MX-TARGET-NXDOMAIN"} & set(ids(inspection))


def test_it_names_the_exchange_and_says_what_is_there():
    assert "is localhost, the sender itself" in str(
        the(an_inspection(mx="0 localhost"), "MX-NULL-SPELLING").text
    )
    named = an_inspection(mx="0 example.org", hosts={"example.org": ""})
    assert "is example.org, which has no address" in str(the(named, "MX-NULL-SPELLING").text)


def test_localhost_is_told_with_the_records_and_stays():
    early = so_far(an_answer(records="0 localhost"))
    assert the(early, "MX-NULL-SPELLING").severity is Severity.CRITICAL


def test_a_null_mx_and_a_working_exchange_are_none():
    assert not findings(an_inspection(mx="0 ."), "MX-NULL-SPELLING")
    own = an_inspection(mx="10 example.org", hosts={"example.org": "20.0.0.1"})
    assert not findings(own, "MX-NULL-SPELLING")
