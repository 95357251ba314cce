"""What a run did not do is said plainly."""

import pytest

from mxgui.model.plan import Plan, ProbeMode
from mxgui.model.records import Status
from mxgui.model.smtp import Outcome, Reason
from mxgui.rules.finding import Severity
from tests.builders import an_inspection
from tests.rules.judging import HOSTS, TIERS, findings, so_far, the


def words(inspection) -> str:
    return str(the(inspection, "META-PARTIAL").text)


def test_a_whole_run_leaves_nothing_out():
    assert not findings(an_inspection(), "META-PARTIAL")
    assert not findings(an_inspection(mx="0 ."), "META-PARTIAL")


def test_it_is_good_to_know_and_about_the_domain():
    finding = the(an_inspection(cut_short=True), "META-PARTIAL")
    assert (finding.severity, finding.subject) == (Severity.INFO, "example.org")
    assert not finding.provisional


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (Reason.PRIVATE_ADDRESS, "1 address was not probed because it is private"),
        (Reason.DELIVERED_EARLIER, "1 address was not tried because a sender would"),
        (Reason.FAMILY_OFF, "its family is switched off"),
        (Reason.NO_IPV6_HERE, "this line has no IPv6"),
        (Reason.NO_IPV4_HERE, "this line has no IPv4"),
        (Reason.PORT_BLOCKED_HERE, "the port is blocked here"),
        (Reason.CANCELLED, "1 probe was stopped"),
        (Outcome.PROXY_NO_ANSWER, "the proxy gave no answer"),
    ],
)
def test_each_reason_is_told_in_its_own_words(reason, said):
    assert said in words(an_inspection(probes={"192.0.2.1": reason}))


def test_addresses_left_out_for_one_reason_are_counted():
    probes = {"20.0.0.1": Reason.FAMILY_OFF, "20.0.1.1": Reason.FAMILY_OFF}
    told = words(an_inspection(mx=TIERS, hosts=HOSTS, probes=probes))
    assert "2 addresses were not probed because their family is switched off" in told


def test_several_reasons_make_one_sentence():
    probes = {"20.0.0.1": Reason.NO_IPV4_HERE, "2a00::1": Reason.CANCELLED}
    told = words(an_inspection(mx=TIERS, hosts=HOSTS, probes=probes, cut_short=True))
    assert told == (
        "Not all was looked at: the inspection was stopped before its end, "
        "1 IPv4 address was not probed because this line has no IPv4 and 1 probe was stopped"
    )


def test_without_probes_it_says_so():
    assert "only DNS" in words(an_inspection(plan=Plan(mode=ProbeMode.NONE)))


def test_without_an_mx_answer_no_host_was_looked_up():
    assert "no host was looked up" in words(an_inspection(mx=Status.SERVFAIL))


def test_what_has_just_begun_has_left_nothing_out_yet():
    assert not findings(so_far(), "META-PARTIAL")
