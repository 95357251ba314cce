"""Names of addresses: none, astray, one of many, another than the greeting has."""

import pytest

from mxgui.model.records import Status
from mxgui.model.smtp import Outcome
from mxgui.routing.reverse import reverse_name
from mxgui.rules.engine import judge
from mxgui.rules.finding import Severity
from tests.builders import a_failed_answer, a_probe, a_reply, an_answer, an_inspection
from tests.rules.judging import so_far

A, B = "20.0.0.1", "20.0.0.2"
IDS = ("ADDR-NO-PTR", "ADDR-PTR-NOT-FORWARD", "ADDR-PTR-GENERIC", "ADDR-PTR-NE-BANNER")


def pointer(names="", address=A, **facts):
    return an_answer(reverse_name(address), "PTR", names, **facts)


def found(*answers, addresses=A, **facts):
    hosts = {"mx1.example.org": addresses}
    known = an_inspection(hosts=hosts, answers=answers, **facts)
    return [finding for finding in judge(known) if finding.id in IDS]


def ids(*answers, **facts):
    return [finding.id for finding in found(*answers, **facts)]


def test_an_address_whose_own_name_leads_back_is_well():
    assert ids(pointer("mx1.example.org")) == []


def test_an_address_without_a_name_is_a_notice():
    (finding,) = found(pointer())
    assert (finding.id, finding.severity) == ("ADDR-NO-PTR", Severity.NOTICE)
    assert finding.subject == "mx1.example.org"
    assert str(finding.text) == "An address of mx1.example.org has no name: 20.0.0.1"


def test_one_finding_tells_of_all_addresses_of_a_host():
    (finding,) = found(pointer(), pointer(address=B), addresses=f"{A} {B}")
    assert "2 addresses of mx1.example.org have no name" in str(finding.text)


@pytest.mark.parametrize("status", [Status.SERVFAIL, Status.TIMEOUT, Status.NOT_ASKED])
def test_a_lookup_that_failed_is_no_missing_name(status):
    assert ids(a_failed_answer(reverse_name(A), "PTR", status)) == []


def test_a_name_that_does_not_lead_back_is_a_notice():
    (finding,) = found(pointer("host.example.net"), an_answer("host.example.net", "A"))
    assert (finding.id, finding.severity) == ("ADDR-PTR-NOT-FORWARD", Severity.NOTICE)
    assert "20.0.0.1 (host.example.net)" in str(finding.text)


def test_a_name_of_which_that_is_not_known_is_none():
    failed = a_failed_answer("host.example.net", "A")
    assert "ADDR-PTR-NOT-FORWARD" not in ids(pointer("host.example.net"), failed)


def test_a_name_as_dynamic_lines_have_it_is_a_notice():
    name = "host-20-0-0-1.dyn.example.net"
    (finding,) = found(pointer(name), an_answer(name, "A", A))
    assert (finding.id, finding.severity) == ("ADDR-PTR-GENERIC", Severity.NOTICE)


def test_one_good_name_beside_such_a_one_is_enough():
    assert ids(pointer("host-20-0-0-1.dyn.example.net, mx1.example.org")) == []


def greeting(words):
    return {A: a_probe("mx1.example.org", A, greeting=a_reply(220, words))}


def test_a_greeting_by_another_name_is_good_to_know():
    (finding,) = found(pointer("mx1.example.org"), probes=greeting("mail.example.net ESMTP"))
    assert (finding.id, finding.severity) == ("ADDR-PTR-NE-BANNER", Severity.INFO)


@pytest.mark.parametrize("words", ["MX1.Example.Org. ESMTP", "ESMTP", "welcome", "***.*** hi"])
def test_a_greeting_by_the_same_name_or_by_none_is_not_told(words):
    assert ids(pointer("mx1.example.org"), probes=greeting(words)) == []


def test_a_greeting_that_refuses_is_not_compared():
    refusing = a_probe(
        "mx1.example.org", A, Outcome.REJECTED, greeting=a_reply(554, "mail.example.net no")
    )
    assert ids(pointer("mx1.example.org"), probes={A: refusing}) == []


def test_private_addresses_are_told_of_elsewhere():
    assert ids(pointer(address="10.0.0.1"), addresses="10.0.0.1") == []


def test_an_address_that_hosts_share_counts_once():
    hosts = {"a.example.org": A, "b.example.org": A}
    known = an_inspection(
        mx="10 a.example.org, 20 b.example.org", hosts=hosts, answers=(pointer(),)
    )
    told = [finding for finding in judge(known) if finding.id in IDS]
    assert [finding.subject for finding in told] == ["a.example.org"]


def test_nothing_is_told_of_a_host_behind_one_that_is_still_looked_up():
    mx = an_answer(records="10 a.example.org, 20 b.example.org")
    known = so_far(mx, an_answer("b.example.org", "A", A), pointer())
    assert not [finding for finding in judge(known) if finding.id in IDS]
