"""The facts of a run are told in words that people read."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mxgui.model.inspection import Inspection
from mxgui.model.plan import Family, Origin, Plan
from mxgui.model.records import Alias, RecordType
from mxgui.report.report import Report, report_of
from mxgui.report.sections import (
    SEVERITIES,
    answer_words,
    caveats,
    coverage_words,
    outcome_of,
    run_facts,
    tls_words,
    took,
)
from mxgui.rules.finding import Severity
from tests.builders import NOON, PLAN, a_line, a_probe, an_answer, an_inspection
from tests.report.samples import three_tiers, under_way


def reported(inspection: Inspection) -> Report:
    return report_of(inspection, str)


def facts(inspection: Inspection) -> dict[str, str]:
    return {fact.label: fact.value for fact in run_facts(reported(inspection))}


def test_every_severity_has_a_word():
    assert set(SEVERITIES) == set(Severity)


def test_a_run_says_when_by_which_way_and_how():
    told = facts(an_inspection(ended=NOON + timedelta(seconds=2)))
    assert told["Began"] == "2026-11-23 12:00:00 UTC"
    assert told["Took"] == "2 s"
    assert told["Resolver"] == "192.0.2.53:53 (system)"
    assert told["Probed"] == "every address"
    assert told["EHLO name"] == "mail.example.net"
    assert told["Inspected by"] == "mxgui 0.1.0"
    assert "Name in DNS" not in told
    assert "Taken from" not in told


def test_a_run_says_whose_order_of_tries_it_tells():
    told = [facts(an_inspection(plan=Plan(sender=name, seed=3))) for name in ("exim", "qmail")]
    assert told[0]["Order of tries"] == "as Exim 4.96 has it, shuffled with seed 3"
    assert told[1]["Order of tries"] == "as qmail (notqmail) 2024 has it, by the resolver's answer"


def test_a_run_says_what_is_out_of_the_usual():
    plan = Plan(port=2525, family=Family.ONLY_4)
    told = facts(an_inspection("postmaster@bücher.example", plan=plan))
    assert told["Name in DNS"] == "xn--bcher-kva.example"
    assert told["Taken from"] == "a mail address"
    assert told["Port"] == "2525, IPv4 only"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (a_line(), "this computer"),
        (a_line(ipv6=False), "this computer, which has no IPv6"),
        (a_line(ipv4=False), "this computer, which has no IPv4"),
    ],
)
def test_a_run_says_from_where_it_looked(line, words: str):
    inspection = an_inspection()
    step = next(step for step, fact in inspection.facts.items() if fact == inspection.line)
    told = facts(replace(inspection, facts={**inspection.facts, step: line}))
    assert told["Looked from"] == words


@pytest.mark.parametrize(
    ("also_direct", "words"),
    [
        (False, "the proxy socks5://192.0.2.9:1080"),
        (True, "this computer, and through the proxy socks5://192.0.2.9:1080"),
    ],
)
def test_a_run_says_through_which_proxy_it_looked(also_direct, words: str):
    plan = Plan(proxy="socks5://192.0.2.9:1080", also_direct=also_direct)
    assert facts(an_inspection(plan=plan))["Looked from"] == words


@pytest.mark.parametrize(
    ("inspection", "words"),
    [
        (an_inspection(), []),
        (three_tiers(), ["This is the built-in demo network, not the Internet."]),
        (under_way(), ["The inspection was still under way when this was written."]),
        (an_inspection(cut_short=True), ["The inspection was stopped before its end."]),
    ],
)
def test_what_limits_the_trust_in_a_report_is_said_first(inspection, words: list[str]):
    assert [str(told) for told in caveats(reported(inspection))] == words


def test_coverage_is_told_by_family():
    assert [str(words) for words in coverage_words(reported(three_tiers()))] == [
        "IPv4: 4 of 5",
        "IPv6: 1 of 2",
    ]


def test_an_outcome_is_the_phrase_of_the_picture():
    report = reported(three_tiers())
    assert outcome_of(report, "198.51.100.11") == "220 · 60 ms"
    assert outcome_of(report, "192.0.2.77") == "refused"
    assert outcome_of(report, "203.0.113.99") == "not probed"


def test_what_is_not_known_is_a_dash():
    report = reported(an_inspection())
    assert took(report, None) == "–"
    assert took(report, 0.0012) == "1.2 ms"
    assert tls_words(a_probe(tls=None)) == "–"
    assert tls_words(a_probe()) == "TLS 1.3 · TLS_AES_256_GCM_SHA384"


def test_an_answer_is_its_records_or_how_it_failed():
    alias = Alias("mx1.example.org", "a.example", 60)
    found = an_answer("mx1.example.org", "A", "192.0.2.1", aliases=(alias,))
    inspection = an_inspection(mx="10 mx1.example.org", answers=(found,))
    report = reported(inspection)
    assert answer_words(report, found) == "→ a.example, 192.0.2.1"
    mx = inspection.answer("example.org", RecordType.MX)
    assert answer_words(report, mx) == "10 mx1.example.org"
    absent = inspection.answer("mx1.example.org", RecordType.AAAA)
    assert answer_words(report, absent) == "no such record"


def test_the_origin_is_shown_as_it_was_told():
    origin = Origin("9.9", "tls://dns.example")
    assert facts(an_inspection(origin=origin, plan=PLAN))["Inspected by"] == "mxgui 9.9"


def test_a_bounce_keeps_who_answered_and_what_was_said():
    pasted = "<joe@example.org>: host mx.example.org[192.0.2.1] said: 550 no such user"
    facts = {fact.label: fact.value for fact in run_facts(reported(an_inspection(pasted)))}
    assert facts["Remote host"] == "mx.example.org"
    assert facts["The bounce says"] == "550 no such user"


def test_a_run_says_as_which_exchange_it_is_seen():
    told = facts(an_inspection(plan=Plan(own="mx1.example.org")))
    assert "seen by mx1.example.org itself" in told["Order of tries"]
