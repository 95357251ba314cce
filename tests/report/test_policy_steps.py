"""The steps of MTA-STS and TLS reporting, and the policy, as they are told everywhere."""

from mxgui.report.policy_steps import MOST_LINES, policy_text, report_steps
from mxgui.report.report import report_of
from mxgui.routing.shapes import Tone
from tests.builders import an_inspection
from tests.policies import POLICY, a_protected
from tests.report.samples import protected


def test_what_tls_reporting_comes_to_is_the_last_step():
    last = report_steps(report_of(protected(), str))[-1]
    assert (str(last.name), last.tone) == ("TLS reports", Tone.OK)
    last = report_steps(report_of(a_protected(reporting=None), str))[-1]
    assert last.tone is Tone.IDLE


def test_where_nothing_was_asked_there_are_no_steps():
    assert report_steps(report_of(an_inspection(), str)) == ()
    assert policy_text(report_of(an_inspection(), str)) == ()


def test_a_very_long_policy_is_cut():
    many = POLICY + "".join(f"mx: {n}.example.org\n" for n in range(1000))
    told = policy_text(report_of(a_protected(many), str))
    assert len(told) == MOST_LINES + 1
    assert told[-1] == "and 964 lines more"
