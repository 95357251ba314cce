"""A line that cannot reach the mail port is told once, and as our own want."""

from dataclasses import replace

from mxgui.model.event import LineStep, ProbeStep
from mxgui.model.line import Heard
from mxgui.model.plan import Plan
from mxgui.model.smtp import Outcome
from mxgui.rules.finding import Severity
from tests.builders import NOON, a_line, a_probe, an_inspection
from tests.rules.judging import HOSTS, TIERS, findings, ids, severities, the

ID = "SMTP-PORT-BLOCKED-HERE"
FOUR = ("20.0.0.1", "20.0.1.1", "20.0.2.1")
SILENT = dict.fromkeys((*FOUR, "2a00::1"), Outcome.TIMED_OUT)
CANARY = "mail.home.example"


def with_probes(probes=None, **others):
    return an_inspection(mx=TIERS, hosts=HOSTS, probes=probes or SILENT, **others)


def with_canary(outcome):
    known = with_probes(plan=Plan(canary=CANARY))
    step = ProbeStep("203.0.113.5", 25, host=CANARY)
    return replace(known, facts={**known.facts, step: a_probe(CANARY, "203.0.113.5", outcome)})


def test_silence_of_unrelated_networks_is_told_once_and_in_doubt():
    finding = the(with_probes(), ID)
    assert (finding.severity, finding.subject) == (Severity.INCONCLUSIVE, "example.org")
    assert str(finding.text) == (
        "This line seems not to reach port 25 over IPv4: hosts of 3 unrelated networks are all "
        "silent"
    )
    assert ids(with_probes()) == [ID]


def test_one_silent_network_is_too_little():
    hosts = {"a.example.org": "20.0.0.1 20.0.0.2", "b.example.org": "20.0.0.3"}
    probes = dict.fromkeys(("20.0.0.1", "20.0.0.2", "20.0.0.3"), Outcome.TIMED_OUT)
    known = an_inspection(mx="10 a.example.org, 20 b.example.org", hosts=hosts, probes=probes)
    assert not findings(known, ID)


def test_whoever_was_heard_lately_knows_that_the_port_is_open():
    known = with_probes()
    heard = a_line(heard=(Heard(25, 4, NOON),))
    known = replace(known, facts={**known.facts, LineStep(): heard})
    assert not findings(known, ID)
    assert findings(known, "SMTP-ALL-DOWN") or findings(known, "SMTP-TIMEOUT")


def test_an_answer_of_one_host_or_a_refusal_speaks_for_the_line():
    for outcome in (Outcome.GREETED, Outcome.DEFERRED, Outcome.REFUSED, Outcome.CLOSED):
        assert not findings(with_probes({**SILENT, "20.0.2.1": outcome}), ID)


def test_a_silent_canary_makes_it_nearly_certain():
    assert f"{CANARY} too, which you know to answer" in str(
        the(with_canary(Outcome.TIMED_OUT), ID).text
    )
    assert not findings(with_canary(Outcome.GREETED), ID)


def test_with_a_canary_that_answers_the_hosts_are_down():
    told = severities(with_canary(Outcome.GREETED), "SMTP-TIMEOUT")
    assert told["a.example.org"] is told["b.example.org"] is Severity.WARNING


def test_the_own_firewall_is_named_as_such():
    finding = the(with_probes({**SILENT, "20.0.0.1": Outcome.BLOCKED_HERE}), ID)
    assert "This machine's own firewall" in str(finding.text)


def test_while_probes_run_it_is_not_told():
    assert not findings(with_probes({**SILENT, "20.0.2.1": None}, ended=None), ID)
