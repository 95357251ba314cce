"""Unrelated hosts that greet by one name are not who they seem to be."""

from dataclasses import replace

import pytest

from mxgui.model.smtp import Reply
from mxgui.rules.finding import Severity
from tests.builders import a_probe, an_inspection
from tests.rules.judging import findings, the

ID = "SMTP-INTERCEPTED"
ONE, TWO = ("mx.one.example", "20.0.0.1"), ("mx.two.test", "20.0.9.1")


def greeting(by_one, by_two, hosts=(ONE, TWO)):
    (one, at_one), (two, at_two) = hosts
    probes = {
        at_one: replace(a_probe(one, at_one), greeting=Reply(220, (f"{by_one} ESMTP",))),
        at_two: replace(a_probe(two, at_two), greeting=Reply(220, (f"{by_two} ESMTP",))),
    }
    return an_inspection(mx=f"10 {one}, 20 {two}", hosts={one: at_one, two: at_two}, probes=probes)


def test_one_name_for_unrelated_hosts_and_networks_is_told_in_doubt():
    finding = the(greeting("filter.isp.invalid", "Filter.isp.invalid"), ID)
    assert (finding.severity, finding.subject) == (Severity.INCONCLUSIVE, "example.org")
    assert "filter.isp.invalid" in str(finding.text)


def test_who_registers_below_one_public_suffix_is_not_related():
    hosts = (("mx.one.co.uk", "20.0.0.1"), ("mx.two.co.uk", "20.0.9.1"))
    assert findings(greeting("filter.isp.co.uk", "filter.isp.co.uk", hosts), ID)
    assert not findings(greeting("mx.one.co.uk", "mx.one.co.uk", hosts), ID)


@pytest.mark.parametrize(
    ("by_one", "by_two", "hosts"),
    [
        ("mx.one.example", "mx.two.test", (ONE, TWO)),
        ("mx.one.example", "mx.one.example", (ONE, TWO)),  # the second is run by the first
        ("ESMTP", "ESMTP", (ONE, TWO)),  # no name at all
        ("f.isp.invalid", "f.isp.invalid", (ONE, ("mx2.one.example", "20.0.9.1"))),
        ("f.isp.invalid", "f.isp.invalid", (ONE, ("mx.two.test", "20.0.0.9"))),
    ],
)
def test_where_there_is_another_reason_nothing_is_told(by_one, by_two, hosts):
    assert not findings(greeting(by_one, by_two, hosts), ID)
