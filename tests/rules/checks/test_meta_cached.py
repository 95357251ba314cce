"""A probe that was not made afresh is told as such."""

from mxgui.rules.finding import Severity
from tests.builders import a_probe, an_inspection
from tests.rules.judging import findings, the


def test_reused_probes_are_told_with_their_age():
    old = a_probe("mx1.example.org", "192.0.2.1", reused_age=90.0)
    finding = the(an_inspection(probes={"192.0.2.1": old}), "META-CACHED")
    assert finding.severity is Severity.INFO
    assert str(finding.text) == "1 probe is taken from an inspection 1 min 30 s before"


def test_fresh_ones_are_not():
    assert not findings(an_inspection(), "META-CACHED")
