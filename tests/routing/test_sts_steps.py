"""MTA-STS as steps: as far as a sender comes, and no further."""

import pytest

from mxgui.model.plan import Plan, ProbeMode
from mxgui.model.policy import FetchOutcome, PolicyTry, Reach, TlsProblem
from mxgui.model.records import Status
from mxgui.routing.route import route_of
from mxgui.routing.shapes import Tone
from mxgui.routing.sts_steps import sts_steps
from tests.builders import an_inspection
from tests.policies import POLICY, RECORD, TESTING, a_fetch, a_protected, texts, with_policy

UNTRUSTED = "its certificate is by no authority that senders trust"


def told(inspection):
    """Name, tone and words of each step."""
    steps = sts_steps(inspection, route_of(inspection))
    return [(str(step.name), step.tone, str(step.words)) for step in steps]


def test_a_good_policy_goes_through_all_steps():
    steps = told(a_protected())
    assert [name for name, _, _ in steps] == [
        "Record",
        "Policy host",
        "Certificate",
        "Policy",
        "mx1.example.org",
    ]
    assert {tone for _, tone, _ in steps} == {Tone.OK}


@pytest.mark.parametrize(
    ("inspection", "last", "tone", "words"),
    [
        (an_inspection(), "Record", Tone.IDLE, "not known"),
        (a_protected(None, None), "Record", Tone.IDLE, "there is none"),
        (a_protected(None, "v=STSv1;"), "Record", Tone.FAIL, "has no id"),
        (
            a_protected(None, texts("_mta-sts.example.org", status=Status.SERVFAIL)),
            "Record",
            Tone.WARN,
            "the lookup failed: SERVFAIL",
        ),
        (a_protected(None), "Policy", Tone.IDLE, "not fetched"),
        (
            with_policy(an_inspection(plan=Plan(mode=ProbeMode.NONE)), None, RECORD),
            "Policy",
            Tone.IDLE,
            "not fetched, as only DNS was asked for",
        ),
        (
            a_protected(a_fetch(outcome=FetchOutcome.NO_ADDRESS, tries=(), tls=None)),
            "Policy host",
            Tone.FAIL,
            "the policy host has no address",
        ),
        (
            a_protected(
                a_fetch(
                    outcome=FetchOutcome.NOT_REACHABLE,
                    tries=(PolicyTry("192.0.2.1", Reach.TIMED_OUT),),
                )
            ),
            "Policy host",
            Tone.WARN,
            "192.0.2.1: no answer in time",
        ),
        (
            a_protected(
                a_fetch(outcome=FetchOutcome.TLS_FAILED, tls_problem=TlsProblem.EXPIRED, tls=None)
            ),
            "Certificate",
            Tone.FAIL,
            "its certificate has expired",
        ),
        (
            a_protected(a_fetch(outcome=FetchOutcome.STATUS, status=404)),
            "Policy",
            Tone.FAIL,
            "the policy host answers with status 404",
        ),
        (a_protected("x"), "Policy", Tone.FAIL, "line 1 of the policy is no field: “x”"),
    ],
)
def test_the_steps_end_where_a_sender_stops(inspection, last, tone, words):
    assert told(inspection)[-1] == (last, tone, words)


def test_a_flaw_is_told_with_the_policy():
    steps = {name: (tone, words) for name, tone, words in told(a_protected(f"{POLICY}\n"))}
    tone, words = steps["Policy"]
    assert tone is Tone.WARN
    assert "line 5 of the policy is empty" in words


def test_exchanges_tell_pattern_and_certificate():
    mx = "10 mx1.example.org, 20 mx.other.example"
    enforced = told(a_protected(mx=mx, untrusted=["20.0.0.1"]))
    assert enforced[-2:] == [
        (
            "mx1.example.org",
            Tone.FAIL,
            f"covered by *.example.org, but fails at 1 of 1: {UNTRUSTED}",
        ),
        ("mx.other.example", Tone.FAIL, "no pattern of the policy matches it"),
    ]
    tested = told(a_protected(TESTING, mx=mx, untrusted=["20.0.0.1"]))
    assert [tone for _, tone, _ in tested[-2:]] == [Tone.WARN, Tone.WARN]


def test_what_was_not_seen_is_not_called_good():
    [*_, last] = told(a_protected(probes={"20.0.0.1": None}))
    words = "covered by *.example.org; a good certificate was seen at 0 of 1"
    assert last == ("mx1.example.org", Tone.IDLE, words)


def test_a_null_mx_and_a_literal_have_no_exchanges():
    assert [name for name, _, _ in told(a_protected(mx="0 ."))][-1] == "Policy"
    assert told(an_inspection("[192.0.2.1]")) == []


def test_an_earlier_result_tells_its_age():
    steps = told(a_protected(a_fetch(reused_age=120.0)))
    assert steps[1][2] == "192.0.2.99: connected (asked 2 min earlier)"
