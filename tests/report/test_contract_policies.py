"""MTA-STS and TLS reporting in the JSON of format 1."""

from typing import Any

import pytest

from mxgui.model.inspection import Inspection
from mxgui.model.policy import FetchOutcome, PolicyTry, Reach, TlsProblem
from mxgui.report.contract import report_value
from mxgui.report.contract_policies import policies_value
from mxgui.report.report import report_of
from tests.builders import an_inspection
from tests.policies import POLICY, RECORD, a_fetch, a_protected, texts


def sts(inspection: Inspection) -> dict[str, Any]:
    return told_of(inspection, "mta_sts")


def told_of(inspection: Inspection, part: str) -> dict[str, Any]:
    found = policies_value(inspection)[part]
    assert isinstance(found, dict)
    return found


def test_a_valid_policy_is_told_whole():
    told = sts(a_protected())
    assert told | {"fetch": None} == {
        "verdict": "valid",
        "record": RECORD,
        "policy": POLICY,
        "fetched_at": "2026-11-23T12:00:00.000Z",
        "mode": "enforce",
        "max_age": 604_800,
        "mx": ["*.example.org"],
        "id": "20260101T1",
        "problem": None,
        "line": None,
        "fetch": None,
    }
    assert told["fetch"]["tries"] == [{"address": "192.0.2.99", "outcome": "connected"}]


@pytest.mark.parametrize(
    ("inspection", "verdict", "problem"),
    [
        (a_protected(None, None), "none", None),
        (a_protected(None, "v=STSv1;"), "record_invalid", "id_missing"),
        (a_protected(a_fetch(outcome=FetchOutcome.REDIRECT)), "fetch_failed", "redirect"),
        (
            a_protected(a_fetch(outcome=FetchOutcome.TLS_FAILED, tls_problem=TlsProblem.EXPIRED)),
            "fetch_failed",
            "expired",
        ),
        (a_protected("x"), "policy_invalid", "line"),
        (an_inspection(), None, None),
    ],
)
def test_a_problem_is_one_word(inspection, verdict, problem):
    told = sts(inspection)
    assert (told["verdict"], told["problem"]) == (verdict, problem)


def test_the_line_of_a_flaw_is_told():
    assert sts(a_protected(f"{POLICY}x"))["line"] == 5


def test_several_records_stand_there_one_a_line():
    record = texts("_mta-sts.example.org", RECORD, "v=STSv1; id=2")
    assert sts(a_protected(None, record))["record"] == f"{RECORD}\nv=STSv1; id=2"


def test_what_was_not_fetched_has_no_text():
    fetch = a_fetch(
        outcome=FetchOutcome.NOT_REACHABLE, tries=(PolicyTry("192.0.2.1", Reach.REFUSED),)
    )
    told = sts(a_protected(fetch))
    assert told["policy"] is None
    assert told["fetch"]["tries"] == [{"address": "192.0.2.1", "outcome": "refused"}]


def test_reporting_has_its_addresses():
    told = told_of(a_protected(), "tlsrpt")
    assert (told["verdict"], told["rua"]) == ("valid", ["mailto:tls@example.org"])
    broken = told_of(a_protected(reporting="v=TLSRPTv1;"), "tlsrpt")
    assert (broken["verdict"], broken["rua"], broken["problem"]) == ("invalid", [], "rua_missing")


def test_hosts_and_probes_have_their_word():
    value = report_value(report_of(a_protected(untrusted=["20.0.0.1"]), str))
    [host] = value["route"]["tiers"][0]["hosts"]
    assert host["sts"] == "covered"
    assert value["probes"][0]["sts"] == "certificate_fails"
