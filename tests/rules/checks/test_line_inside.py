"""Who looks from the mail host's own network is told so."""

from dataclasses import replace

from mxgui.model.event import LineStep
from mxgui.rules.finding import Severity
from tests.builders import a_line, an_inspection
from tests.rules.judging import HOSTS, TIERS, findings, the


def from_address(*sources):
    known = an_inspection(mx=TIERS, hosts=HOSTS)
    return replace(known, facts={**known.facts, LineStep(): a_line(sources=sources)})


def test_a_shared_prefix_of_either_family_means_inside():
    finding = the(from_address("20.0.0.77"), "META-INSIDE")
    assert (finding.severity, finding.subject) == (Severity.NOTICE, "example.org")
    assert "in the network of 20.0.0.1" in str(finding.text)
    assert "2a00::1" in str(the(from_address("2a00:0:0:9::9"), "META-INSIDE").text)


def test_from_elsewhere_there_is_nothing_to_say():
    assert not findings(from_address("198.51.100.7", "2001:db8::1"), "META-INSIDE")
    assert not findings(from_address(), "META-INSIDE")
