"""MTA-STS in the details: of the domain step by step, of a host by pattern and address."""

from mxgui.report.marks import Shape
from mxgui.report.report import report_of
from mxgui.ui.dossier.dossier import dossier_of
from mxgui.ui.dossier.policies import (
    address_policy_sections,
    host_policy_sections,
    policy_sections,
)
from tests.builders import an_inspection
from tests.policies import POLICY, a_protected
from tests.report.samples import protected
from tests.ui.showing import key_of

UNTRUSTED = "its certificate is by no authority that senders trust"


def told(sections):
    """Every section by its title, its lines with their labels."""
    return {
        str(section.title): [f"{line.label} {line.value}".strip() for line in section.lines]
        for section in sections
    }


def test_the_domain_has_the_steps_the_policy_and_where_reports_go():
    sections = told(policy_sections(report_of(protected(), str)))
    assert list(sections) == ["MTA-STS", "The policy as it was fetched", "TLS reports"]
    assert sections["MTA-STS"][0] == "Record announces a policy with the id 20260101T1"
    assert sections["The policy as it was fetched"] == POLICY.split("\n")[:-1]
    assert sections["TLS reports"][0] == "to mailto:tls@example.org"


def test_without_reports_it_says_so():
    sections = told(policy_sections(report_of(a_protected(reporting=None), str)))
    assert sections["TLS reports"] == ["nobody is asked for them"]


def test_before_anything_is_known_there_is_nothing():
    assert list(policy_sections(report_of(an_inspection(), str))) == []


def test_a_host_tells_pattern_and_addresses():
    report = report_of(protected(), str)
    dossier = dossier_of(report, key_of(report, "mx2.example.org"), 0.0)
    lines = told(dossier.sections)["MTA-STS"]
    assert lines == [
        f"covered by *.example.org, but fails at 1 of 1: {UNTRUSTED}",
    ]


def test_an_address_tells_how_it_stands_to_the_policy_and_by_which_pattern():
    report = report_of(protected(), str)
    host = next(host for host in report.route.hosts if host.name == "mx2.example.org")
    [section] = address_policy_sections(report, host, "20.0.1.1")
    first, pattern, policy = section.lines
    assert (str(first.value), first.strong) == (UNTRUSTED, True)
    assert first.look is not None
    assert first.look.shape is Shape.CROSS
    assert str(pattern.value) == "*.example.org"
    assert str(policy.value).startswith("mode enforce")


def test_a_host_of_a_domain_without_policy_tells_nothing():
    report = report_of(a_protected(None, None), str)
    assert list(host_policy_sections(report, report.route.hosts[0])) == []
