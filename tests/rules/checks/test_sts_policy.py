"""The text of the policy: one finding a cause, and notices where it holds for a short time."""

import pytest

from mxgui.rules.finding import Severity
from tests.policies import POLICY, a_fetch, a_protected
from tests.rules.checks.test_sts_record import told
from tests.rules.judging import findings, the


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("<html>\n<title>404</title>", ["STS-POL-SYNTAX"]),
        ("", ["STS-POL-SYNTAX"]),
        (f"{POLICY}nothing", ["STS-POL-SYNTAX"]),
        (POLICY.replace("STSv1", "STSv2"), ["STS-POL-SYNTAX"]),
        (POLICY.replace("enforce", "report"), ["STS-POL-MODE"]),
        (POLICY.replace("mode: enforce\n", ""), ["STS-POL-MODE"]),
        (POLICY.replace("604800", "99999999"), ["STS-POL-MAXAGE"]),
        (POLICY.replace("max_age: 604800\n", ""), ["STS-POL-MAXAGE"]),
        (POLICY.replace("mx: *.example.org\n", ""), ["STS-POL-NOMX"]),
        ("version: STSv1\nmode: enforce", ["STS-POL-MAXAGE", "STS-POL-NOMX"]),
    ],
)
def test_each_fault_that_makes_it_none_is_an_error(text, wanted):
    known = a_protected(text)
    assert told(known) == wanted
    assert {the(known, one).severity for one in wanted} == {Severity.ERROR}


@pytest.mark.parametrize("facts", [{"encoding": "gzip"}, {"is_utf8": False}])
def test_what_cannot_be_read_at_all_is_one_error(facts):
    assert told(a_protected(a_fetch(**facts))) == ["STS-POL-SYNTAX"]


@pytest.mark.parametrize("text", [f"{POLICY}\n", f"{POLICY}mx: *.*.example.org"])
def test_what_many_senders_look_over_is_a_warning(text):
    known = a_protected(text)
    assert the(known, "STS-POL-SYNTAX").severity is Severity.WARNING
    assert "STS-OK" in told(known)


@pytest.mark.parametrize(
    ("age", "words"),
    [
        (0, "under a day"),
        (86_399, "under a day"),
        (86_400, "under a week"),
        (604_799, "under a week"),
    ],
)
def test_a_short_time_is_a_notice(age, words):
    known = a_protected(POLICY.replace("604800", str(age)))
    finding = the(known, "STS-SHORT-MAXAGE")
    assert finding.severity is Severity.NOTICE
    assert words in str(finding.text)


def test_a_week_is_long_enough_and_a_policy_that_ends_may_be_short():
    assert not findings(a_protected(), "STS-SHORT-MAXAGE")
    ending = POLICY.replace("enforce", "none").replace("604800", "1")
    assert told(a_protected(ending)) == []
