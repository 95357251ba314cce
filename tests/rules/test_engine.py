"""All rules over one inspection: in order, each cause once."""

import gc
import weakref
from dataclasses import replace

import pytest

from mxgui.model.inspection import Inspection
from mxgui.model.records import Status
from mxgui.model.smtp import Outcome
from mxgui.model.steps import result_of
from mxgui.model.text import text
from mxgui.routing.route import route_of
from mxgui.rules.case import Case
from mxgui.rules.checks import RULES
from mxgui.rules.engine import explain, judge, judge_in_steps, without_included
from mxgui.rules.finding import Finding, Severity
from tests.builders import an_inspection
from tests.policies import a_protected
from tests.rules.judging import HOSTS, TIERS, ids

IDS = {
    "ADDR-MAPPED",
    "ADDR-NO-V6",
    "META-CACHED",
    "MX-DUP-ADDR",
    "MX-SINGLE-ADDR",
    "MX-SINGLE-PREFIX",
    "MX-TARGET-NODOMAIN",
    "MX-TOO-MANY-ADDR",
    "MX-TRUNCATED",
    "MX-UNEXPECTED",
    "MX-VERIFY-LEFTOVER",
    "ROUTE-BACKUP-NO-COMMON-FAMILY",
    "ROUTE-BACKUP-QUEUES",
    "ROUTE-EQUAL-SHARES",
    "ROUTE-LADDER",
    "ROUTE-OVERLOAD-FALLBACK",
    "ROUTE-V6-ONLY",
    "SMTP-ADDR-PARTIAL",
    "SMTP-BANNER-CONTROL",
    "SMTP-BANNER-NO-NAME",
    "SMTP-BANNER-SOFTWARE",
    "SMTP-CAP-DIFF",
    "SMTP-CAPS",
    "SMTP-FAMILY-DOWN",
    "SMTP-MASKED",
    "SMTP-SLOW-GREETING",
    "SMTP-TIER-DOWN",
    "MX-NXDOMAIN",
    "MX-SERVFAIL",
    "MX-TIMEOUT",
    "MX-NONE-IMPLICIT",
    "MX-NONE-NOADDR",
    "MX-NULL",
    "MX-NULL-MIXED",
    "MX-NULL-PREF",
    "MX-LOCALHOST",
    "MX-IP-LITERAL",
    "MX-CNAME",
    "MX-TARGET-NXDOMAIN",
    "MX-TARGET-NOADDR",
    "MX-DUP-HOST",
    "MX-SINGLE-HOST",
    "ADDR-SPECIAL",
    "SMTP-REFUSED",
    "SMTP-TIMEOUT",
    "SMTP-ALL-DOWN",
    "META-PARTIAL",
    "MX-REFUSED",
    "MX-BAD-ANSWER",
    "MX-OWNER-CNAME",
    "MX-OWNER-LOOP",
    "MX-TARGET-SERVFAIL",
    "MX-TARGET-TIMEOUT",
    "MX-TARGET-LOOP",
    "MX-BAD-HOSTNAME",
    "SMTP-UNREACH",
    "SMTP-CLOSED",
    "SMTP-NO-GREETING",
    "SMTP-4XX-GREETING",
    "SMTP-5XX-GREETING",
    "SMTP-NOT-SMTP",
    "SMTP-REPLY-TOO-LONG",
    "SMTP-EHLO-FAILED",
    "SMTP-HELO-ONLY",
    "TLS-NONE",
    "TLS-OFFERED-FAILS",
}


ADVICE = (Severity.NOTICE, Severity.INFO)


def test_the_rules_of_the_catalogue_are_there():
    assert {rule.id for rule in RULES} >= IDS


def test_findings_come_worst_first():
    inspection = an_inspection(
        mx="10 a.example.org, 10 gone.example.org, 20 localhost, 30 a.example.org",
        hosts={"a.example.org": "20.0.0.1", "gone.example.org": Status.NXDOMAIN},
    )
    assert ids(inspection)[:2] == ["MX-LOCALHOST", "MX-TARGET-NXDOMAIN"]
    ranks = [each.severity.rank for each in judge(inspection)]
    assert ranks == sorted(ranks)


def test_a_sound_domain_has_no_finding_that_is_worse_than_advice():
    sound = an_inspection(mx=TIERS, hosts=HOSTS)
    assert all(finding.severity in ADVICE for finding in judge(sound))


def test_judging_twice_is_judging_once():
    inspection = an_inspection(mx=TIERS, hosts=HOSTS, probes={"20.0.0.1": Outcome.REFUSED})
    assert judge(inspection) == judge(inspection)


def test_every_finding_can_be_explained():
    assert explain("MX-NULL").id == "MX-NULL"
    with pytest.raises(KeyError):
        explain("NO-SUCH-RULE")


def finding(finding_id: str, severity: Severity, subject: str, *includes: str) -> Finding:
    return Finding(finding_id, severity, subject, text("Whatever"), includes=includes)


@pytest.mark.parametrize(
    ("cause", "covered"),
    [
        (finding("X", Severity.CRITICAL, "example.org", "Y"), True),
        (finding("X", Severity.CRITICAL, "a.example.org", "Y"), True),
        (finding("X", Severity.WARNING, "example.org", "Y"), True),
        (finding("X", Severity.CRITICAL, "b.example.org", "Y"), False),
        (finding("X", Severity.INCONCLUSIVE, "example.org", "Y"), False),
        (finding("X", Severity.CRITICAL, "example.org"), False),
    ],
)
def test_a_finding_stands_for_those_it_names_unless_they_are_worse_or_elsewhere(cause, covered):
    effect = finding("Y", Severity.WARNING, "a.example.org")
    kept = without_included([cause, effect], "example.org")
    assert kept == ([cause] if covered else [cause, effect])


def test_a_finding_about_several_subjects_stands_for_those_alone():
    cause = replace(finding("X", Severity.WARNING, "example.org", "Y"), about=("a.example.org",))
    covered = finding("Y", Severity.WARNING, "a.example.org")
    other = finding("Y", Severity.WARNING, "b.example.org")
    assert without_included([cause, covered, other], "example.org") == [cause, other]


def test_many_short_steps_come_to_the_same():
    inspection = an_inspection(mx=TIERS, hosts=HOSTS, probes={"20.0.0.1": Outcome.REFUSED})
    again = replace(inspection)
    assert result_of(judge_in_steps(again)) == judge(inspection)
    assert len(list(judge_in_steps(inspection))) >= len(RULES)


def test_an_inspection_that_was_judged_goes_when_the_next_one_comes():
    class Told:
        """What a weak reference can be to, unlike an inspection."""

    told, enabled = Told(), gc.isenabled()
    gone = weakref.ref(told)
    gc.disable()  # what has to be searched for stays for long
    try:
        inspection = a_protected(untrusted=["20.0.1.1"])
        inspection.computed["told"] = told
        judge(inspection)
        del told, inspection
        assert gone() is None
    finally:
        if enabled:
            gc.enable()


AHEAD = tuple(rule for rule in RULES if rule.ahead is not None)
BUSY = {
    "one preference": an_inspection(mx=", ".join(f"10 mx{at}.example.org" for at in range(8))),
    "two": an_inspection(
        mx="10 a.example.org, 10 b.example.org, 20 c.example.org",
        hosts={
            "a.example.org": "192.0.2.1 192.0.2.2 192.0.2.3 2001:db8::1 2001:db8::2",
            "b.example.org": "192.0.2.4",
            "c.example.org": "192.0.2.5",
        },
    ),
}


def a_case(known: Inspection) -> Case:
    """One of which nothing is computed yet."""
    fresh = replace(known)
    return Case(fresh, route_of(fresh))


@pytest.mark.parametrize("known", BUSY.values(), ids=BUSY)
@pytest.mark.parametrize("rule", AHEAD, ids=lambda rule: rule.id)
def test_what_a_rule_works_out_ahead_is_found_done_by_its_check(rule, known):
    at_once, in_steps = a_case(known), a_case(known)
    assert rule.ahead is not None
    steps = sum(1 for _ in rule.ahead(in_steps))
    done = set(in_steps.inspection.computed)
    found = list(rule.check(in_steps))
    assert {_simulated(key) for key in in_steps.inspection.computed} <= {*map(_simulated, done)}
    assert found == list(rule.check(at_once))
    assert steps > 1 or not found


def _simulated(key: object) -> object:
    """What was simulated, by the key of `once`; all else is the same."""
    is_long = isinstance(key, tuple) and getattr(key[0], "__name__", "") == "simulate_in_steps"
    return key if is_long else None


@pytest.mark.parametrize("known", BUSY.values(), ids=BUSY)
def test_the_engine_pauses_in_what_is_worked_out_ahead(known):
    case = a_case(known)
    ahead = sum(sum(1 for _ in rule.ahead(case)) for rule in AHEAD if rule.ahead is not None)
    assert ahead
    steps = sum(1 for _ in judge_in_steps(replace(known)))
    assert steps == len(case.hosts) + len(RULES) + ahead
