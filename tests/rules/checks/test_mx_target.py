"""An exchange that leads nowhere weighs what is left without it."""

import pytest

from mxgui.model.records import Status
from mxgui.model.smtp import Outcome
from mxgui.rules.finding import Severity
from tests.builders import a_failed_answer, an_answer, an_inspection
from tests.rules.judging import findings, ids, severities, so_far, the

KINDS = {"MX-TARGET-NXDOMAIN": Status.NXDOMAIN, "MX-TARGET-NOADDR": Status.NODATA}
BAD, GOOD = "bad.example.org", "good.example.org"


@pytest.mark.parametrize("finding_id", KINDS)
@pytest.mark.parametrize(
    ("mx", "severity"),
    [
        (f"10 {BAD}", Severity.CRITICAL),
        (f"10 {BAD}, 20 {GOOD}", Severity.ERROR),
        (f"10 {BAD}, 10 {GOOD}", Severity.WARNING),
        (f"10 {GOOD}, 20 {BAD}", Severity.WARNING),
    ],
)
def test_it_weighs_what_is_left(finding_id, mx, severity):
    hosts: dict[str, str | Status] = {GOOD: "20.0.0.1", BAD: KINDS[finding_id]}
    assert severities(an_inspection(mx=mx, hosts=hosts), finding_id) == {BAD: severity}


@pytest.mark.parametrize("finding_id", KINDS)
def test_it_is_critical_where_the_others_are_down_as_well(finding_id):
    inspection = an_inspection(
        mx=f"10 {BAD}, 20 {GOOD}",
        hosts={GOOD: "20.0.0.1", BAD: KINDS[finding_id]},
        probes={"20.0.0.1": Outcome.REFUSED},
    )
    assert the(inspection, finding_id).severity is Severity.CRITICAL


@pytest.mark.parametrize("finding_id", KINDS)
def test_both_lookups_have_to_be_there(finding_id):
    mx = an_answer(records=f"10 {BAD}, 20 {GOOD}")
    a, aaaa = (a_failed_answer(BAD, kind, KINDS[finding_id]) for kind in ("A", "AAAA"))
    assert not findings(so_far(mx, a), finding_id)
    assert not findings(so_far(mx, aaaa), finding_id)
    finding = the(so_far(mx, a, aaaa), finding_id)
    assert (finding.severity, finding.provisional) == (Severity.ERROR, True)


@pytest.mark.parametrize("failure", [Status.SERVFAIL, Status.TIMEOUT, Status.LOOP])
def test_a_lookup_that_failed_proves_no_absence(failure):
    answers = (a_failed_answer(BAD, "A", Status.NODATA), a_failed_answer(BAD, "AAAA", failure))
    assert not set(KINDS) & set(ids(an_inspection(mx=f"10 {BAD}", answers=answers)))


def test_a_host_with_an_address_of_either_family_leads_somewhere():
    inspection = an_inspection(
        mx="10 four.example.org, 10 six.example.org",
        hosts={"four.example.org": "20.0.0.1", "six.example.org": "2a00::1"},
    )
    assert not set(KINDS) & set(ids(inspection))


def test_a_name_of_which_one_lookup_says_that_it_does_not_exist_does_not_exist():
    inspection = an_inspection(
        mx=f"10 {BAD}, 20 {GOOD}",
        hosts={GOOD: "20.0.0.1", BAD: ""},
        answers=(a_failed_answer(BAD, "AAAA", Status.NXDOMAIN),),
    )
    assert findings(inspection, "MX-TARGET-NXDOMAIN")
    assert not findings(inspection, "MX-TARGET-NOADDR")


def test_a_domain_without_mx_and_address_is_told_by_another_rule():
    assert ids(an_inspection(mx="", hosts={"example.org": ""})) == ["MX-NONE-NOADDR"]
