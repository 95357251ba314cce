"""A domain that is an alias, to something or in a circle."""

import pytest

from mxgui.model.records import Alias, Status
from mxgui.rules.finding import Severity
from tests.builders import a_failed_answer, an_answer, an_inspection
from tests.rules.judging import findings, ids, so_far, the

OWN = "example.org"
STEPS = (Alias(OWN, "other.example.net", 300), Alias("other.example.net", "last.example.net", 300))
CIRCLE = (*STEPS, Alias("last.example.net", "other.example.net", 300))
CHAIN = tuple(Alias(f"{n}.example.net", f"{n + 1}.example.net", 300) for n in range(10))


def test_an_alias_is_a_notice_and_names_where_the_mail_goes():
    answer = an_answer(OWN, "MX", "10 mx1.example.org", aliases=STEPS)
    finding = the(an_inspection(answers=(answer,)), "MX-OWNER-CNAME")
    assert (finding.severity, finding.subject) == (Severity.NOTICE, OWN)
    assert str(finding.text).endswith("goes by the records of last.example.net")


def test_an_alias_without_mx_records_is_one_too():
    assert findings(so_far(a_failed_answer(status=Status.NODATA, aliases=STEPS)), "MX-OWNER-CNAME")


@pytest.mark.parametrize("status", [Status.NXDOMAIN, Status.SERVFAIL, Status.LOOP, Status.TIMEOUT])
def test_an_alias_that_leads_nowhere_is_told_by_other_rules(status):
    answer = a_failed_answer(status=status, aliases=STEPS)
    assert not findings(so_far(answer), "MX-OWNER-CNAME")


def test_a_domain_with_records_of_its_own_is_none():
    assert not {"MX-OWNER-CNAME", "MX-OWNER-LOOP"} & set(ids(an_inspection()))
    assert not ids(so_far())


def test_a_circle_is_critical_and_shown():
    finding = the(so_far(a_failed_answer(status=Status.LOOP, aliases=CIRCLE)), "MX-OWNER-LOOP")
    assert (finding.severity, finding.provisional) == (Severity.CRITICAL, False)
    assert "in a circle: other.example.net, last.example.net and other" in str(finding.text)


def test_a_chain_that_is_only_long_is_inconclusive():
    finding = the(so_far(a_failed_answer(status=Status.LOOP, aliases=CHAIN)), "MX-OWNER-LOOP")
    assert finding.severity is Severity.INCONCLUSIVE


def test_so_is_a_circle_where_the_domains_own_address_would_stand_in():
    there, back = Alias("example.org", "b.example", 60), Alias("b.example", "example.org", 60)
    answers = tuple(
        a_failed_answer("example.org", kind, Status.LOOP, aliases=(there, back))
        for kind in ("A", "AAAA")
    )
    inspection = an_inspection(mx="", answers=answers)
    assert the(inspection, "MX-OWNER-LOOP").severity is Severity.CRITICAL
    assert not findings(inspection, "MX-NONE-IMPLICIT")
