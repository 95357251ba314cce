"""The record that announces a policy: one finding for each way in which it counts as none."""

import pytest

from mxgui.model.records import Status
from mxgui.rules.finding import Severity
from tests.builders import an_inspection
from tests.policies import RECORD, a_protected, texts
from tests.rules.judging import findings, ids, the

NAME = "_mta-sts.example.org"


def told(inspection):
    """The ids that begin with STS."""
    return [one for one in ids(inspection) if one.startswith("STS-")]


@pytest.mark.parametrize(
    ("record", "finding", "severity"),
    [
        ("v=STSv1 ; id=1", "STS-REC-SYNTAX", Severity.ERROR),
        ("v=STSv1; id=1; a b", "STS-REC-SYNTAX", Severity.ERROR),
        (texts(NAME, RECORD, "v=STSv1; id=2"), "STS-REC-MULTI", Severity.ERROR),
        ("v=STSv1;", "STS-REC-ID", Severity.ERROR),
        ("v=STSv1; id=a-b", "STS-REC-ID", Severity.ERROR),
        (None, "STS-NONE", Severity.INFO),
        ("v=spf1 -all", "STS-NONE", Severity.INFO),
        (texts(NAME, status=Status.NXDOMAIN), "STS-NONE", Severity.INFO),
        (texts(NAME, status=Status.SERVFAIL), "STS-LOOKUP-FAILED", Severity.WARNING),
        (texts(NAME, status=Status.TIMEOUT), "STS-LOOKUP-FAILED", Severity.INCONCLUSIVE),
    ],
)
def test_each_fault_of_the_record_is_one_finding(record, finding, severity):
    known = a_protected(None, record)
    assert told(known) == [finding]
    assert the(known, finding).severity is severity


def test_a_field_twice_is_told_beside_a_policy_that_counts():
    known = a_protected(record="v=STSv1; id=20260101T1; id=2")
    assert the(known, "STS-REC-DUPTAG").severity is Severity.WARNING
    assert "STS-OK" in told(known)


def test_a_failing_lookup_is_inconclusive_where_nothing_else_could_be_looked_up():
    known = a_protected(None, texts(NAME, status=Status.SERVFAIL))
    broken = an_inspection(mx=Status.SERVFAIL, answers=[texts(NAME, status=Status.REFUSED)])
    assert the(known, "STS-LOOKUP-FAILED").severity is Severity.WARNING
    assert the(broken, "STS-LOOKUP-FAILED").severity is Severity.INCONCLUSIVE


def test_a_record_at_the_domain_itself_is_an_error_where_it_stands_instead():
    known = a_protected(None, None, own=[RECORD])
    assert told(known) == ["STS-REC-WRONGPLACE"]
    assert the(known, "STS-REC-WRONGPLACE").severity is Severity.ERROR


def test_a_record_at_the_domain_itself_is_a_leftover_beside_the_right_one():
    known = a_protected(own=[RECORD, "v=spf1 -all"])
    assert the(known, "STS-REC-WRONGPLACE").severity is Severity.NOTICE


def test_a_domain_that_takes_no_mail_need_not_announce_anything():
    assert told(a_protected(None, None, mx="0 .")) == []
    assert told(an_inspection("[192.0.2.1]")) == []


def test_what_was_not_asked_is_not_absent():
    assert told(an_inspection()) == []
    assert not findings(an_inspection(), "STS-NONE")
