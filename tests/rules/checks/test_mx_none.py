"""No MX records: the domain's own address, or nowhere to go."""

import pytest

from mxgui.model.records import Status
from mxgui.rules.finding import Severity
from tests.builders import an_answer, an_inspection
from tests.rules.judging import findings, ids, so_far, the

OWN = "example.org"


def test_without_mx_the_own_address_is_a_warning():
    finding = the(an_inspection(mx="", hosts={OWN: "20.0.0.1"}), "MX-NONE-IMPLICIT")
    assert (finding.severity, finding.subject) == (Severity.WARNING, OWN)


def test_without_mx_and_address_it_is_critical():
    inspection = an_inspection(mx="", hosts={OWN: ""})
    assert the(inspection, "MX-NONE-NOADDR").severity is Severity.CRITICAL
    assert not findings(inspection, "MX-NONE-IMPLICIT")


@pytest.mark.parametrize("status", [Status.SERVFAIL, Status.TIMEOUT])
def test_an_own_address_that_cannot_be_looked_up_leaves_it_open(status):
    inspection = an_inspection(mx="", hosts={OWN: status})
    assert the(inspection, "MX-NONE-IMPLICIT").severity is Severity.INCONCLUSIVE
    assert not findings(inspection, "MX-NONE-NOADDR")


@pytest.mark.parametrize("mx", ["10 mx1.example.org", "0 .", Status.NXDOMAIN, Status.SERVFAIL])
def test_nothing_is_told_where_dns_told_otherwise(mx):
    assert not {"MX-NONE-IMPLICIT", "MX-NONE-NOADDR"} & set(ids(an_inspection(mx=mx)))


def test_an_address_literal_needs_no_mx():
    assert not findings(an_inspection("[20.0.0.1]"), "MX-NONE-IMPLICIT")


def test_what_is_still_being_asked_is_not_absent():
    nothing = an_answer(OWN, "MX")
    assert not ids(so_far(nothing))
    assert not ids(so_far(nothing, an_answer(OWN, "A")))
    assert ids(so_far(nothing, an_answer(OWN, "A"), an_answer(OWN, "AAAA"))) == ["MX-NONE-NOADDR"]
    assert ids(so_far(nothing, an_answer(OWN, "A", "20.0.0.1"))) == ["MX-NONE-IMPLICIT"]
