"""The record of TLS reporting: one finding for each way in which nobody reports."""

import pytest

from mxgui.model.records import Status
from mxgui.rules.finding import Severity
from tests.builders import an_inspection
from tests.policies import REPORTING, a_protected, texts
from tests.rules.judging import ids, the

NAME = "_smtp._tls.example.org"


def told(inspection):
    """The ids about reporting."""
    return [one for one in ids(inspection) if one.startswith("RPT-")]


@pytest.mark.parametrize(
    ("record", "finding", "severity"),
    [
        (None, "RPT-NONE", Severity.INFO),
        ("v=spf1 -all", "RPT-NONE", Severity.INFO),
        (texts(NAME, status=Status.SERVFAIL), "RPT-LOOKUP-FAILED", Severity.INCONCLUSIVE),
        ("v=TLSRPTv1", "RPT-SYNTAX", Severity.WARNING),
        ("v=TLSRPTv1;", "RPT-SYNTAX", Severity.WARNING),
        ("v=TLSRPTv1; rua=mailto:a@x.example; b c", "RPT-SYNTAX", Severity.WARNING),
        (texts(NAME, REPORTING, REPORTING.replace("tls", "b")), "RPT-MULTI", Severity.WARNING),
        ("v=TLSRPTv1; rua=mailto:a@x.example!10m", "RPT-URI", Severity.WARNING),
        ("v=TLSRPTv1; rua=mailto:a@x.example, http://x.example", "RPT-URI", Severity.WARNING),
    ],
)
def test_each_fault_is_one_finding(record, finding, severity):
    known = a_protected(reporting=record)
    assert told(known) == [finding]
    assert the(known, finding).severity is severity


def test_a_good_record_is_no_finding_and_one_not_asked_for_is_none():
    assert told(a_protected()) == []
    assert told(an_inspection()) == []


def test_a_domain_without_mail_need_ask_for_no_reports():
    assert told(a_protected(reporting=None, mx="0 .")) == []
