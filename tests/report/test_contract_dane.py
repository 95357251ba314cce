"""DANE in the JSON."""

from dataclasses import replace
from typing import Any

from mxgui.model.event import chain_step, probe_step
from mxgui.model.line import PROXY
from mxgui.model.plan import Plan
from mxgui.model.security import Dnssec
from mxgui.model.smtp import Outcome
from mxgui.report.contract import report_value
from mxgui.report.contract_dane import host_dane_value, probe_dane_value, tlsa_value
from mxgui.report.report import report_of
from mxgui.routing.route import route_of
from tests.builders import a_probe, an_inspection
from tests.dane_cases import Published, tlsa_of
from tests.dane_facts import MX1, a_dane_inspection, alias_answer, tlsa_answer
from tests.dane_shelf import NOW, shelf
from tests.policies import with_policy

GOOD, STALE = tlsa_of(Published(3, 1, 1, "leaf")), tlsa_of(Published(3, 1, 1, "next"))
LEAF = (shelf()["leaf"], shelf()["inner"])
MATCHING = a_dane_inspection((STALE, GOOD), LEAF, at=NOW)


def host_of(inspection):
    [host] = route_of(inspection).hosts
    return host


def test_the_records_of_a_host_stand_as_in_a_zone():
    assert tlsa_value(MATCHING, host_of(MATCHING)) == {
        "base": MX1,
        "status": "noerror",
        "dnssec": "secure",
        "ttl": 300,
        "records": [str(STALE), str(GOOD)],
    }
    assert host_dane_value(MATCHING, host_of(MATCHING)) == "usable"


def test_records_that_do_not_count_stand_there_too():
    inspection = a_dane_inspection((GOOD,), LEAF, states={f"{MX1} A": Dnssec.INSECURE})
    value = tlsa_value(inspection, host_of(inspection))
    assert value is not None
    assert value["records"] == [str(GOOD)]
    assert host_dane_value(inspection, host_of(inspection)) == "not_applicable"


def test_the_base_is_where_the_records_that_count_are():
    far = "far.example.net"
    answers = (alias_answer(MX1, "A", "192.0.2.1", far), tlsa_answer(far, (GOOD,)))
    inspection = a_dane_inspection((STALE,), LEAF, answers=answers)
    value = tlsa_value(inspection, host_of(inspection))
    assert value is not None
    assert (value["base"], value["records"]) == (far, [str(GOOD)])


def test_what_nobody_asked_for_is_null():
    inspection = an_inspection()
    assert tlsa_value(inspection, host_of(inspection)) is None
    literal = an_inspection("[192.0.2.1]")
    assert tlsa_value(literal, host_of(literal)) is None
    assert host_dane_value(literal, host_of(literal)) == "not_applicable"


def test_a_probe_has_its_verdict_a_result_for_each_record_and_the_steps():
    report = report_of(MATCHING, str)
    value: Any = probe_dane_value(report, report.inspection, report.probes[0])
    assert value["verdict"] == "match"
    assert value["records"] == [
        {"record": str(STALE), "result": "no_match"},
        {"record": str(GOOD), "result": "match"},
    ]
    assert value["trace"][0] == "The MX records of example.org are secure."
    assert value["trace"][-1].startswith("So: a record matches")


def test_dane_and_sts_of_a_probe_are_those_of_its_own_vantage():
    protected = with_policy(a_dane_inspection((GOOD,), LEAF, at=NOW), own=())
    [probe] = protected.probes
    through = replace(probe, target=replace(probe.target, vantage=PROXY))
    direct = a_probe(MX1, "192.0.2.1", Outcome.TIMED_OUT)
    step = probe_step(through.target)
    chain = protected.chain_of(probe)
    assert chain is not None
    facts = {**protected.facts, probe_step(probe.target): direct, step: through}
    plan = Plan(proxy="socks5://127.0.0.1:1080", also_direct=True)
    known = replace(protected, facts={**facts, chain_step(step): chain}, plan=plan)
    told = [
        (each["vantage"], each["dane"]["verdict"], each["sts"])
        for each in report_value(report_of(known, str))["probes"]
    ]
    assert told == [("direct", "not_tested", "not_tested"), ("proxy", "match", "pass")]
