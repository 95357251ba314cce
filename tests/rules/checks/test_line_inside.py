"""Who looks from the mail host's own network is told so."""

from dataclasses import replace

from mxgui.model.event import LineStep
from mxgui.rules.finding import Severity
from tests.authorities import NS1, NS2, a_server, asked
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


def test_a_resolver_with_a_view_of_its_own_is_told_while_more_may_come_with_a_reserve():
    own = a_server(NS1, mx="20 other.example.org")
    finding = the(asked(own), "META-INSIDE")
    assert (finding.severity, finding.subject) == (Severity.NOTICE, "example.org")
    assert "other MX records for example.org" in str(finding.text)
    assert not finding.provisional
    running = asked(own, waiting=a_server(NS2, zone="example.com"))
    assert the(running, "META-INSIDE").provisional


def test_where_all_say_the_same_nobody_is_inside():
    assert not findings(asked(a_server(NS1)), "META-INSIDE")


def test_an_address_of_ours_in_their_network_explains_the_view_and_is_told_alone():
    known = asked(a_server(NS1, mx="20 other.example.org"), known=from_address("20.0.0.77"))
    assert "in the network of" in str(the(known, "META-INSIDE").text)
