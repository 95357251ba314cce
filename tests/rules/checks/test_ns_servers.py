"""Name servers that do not answer, or not as those of the zone."""

import pytest

from mxgui.model.records import Status
from mxgui.rules.finding import Severity
from tests.authorities import (
    LAME,
    NS1,
    NS2,
    REFUSED,
    RESOLVING,
    SILENT,
    SIX,
    a_server,
    above,
    asked,
)
from tests.builders import an_inspection
from tests.rules.judging import findings, ids, the

SECOND = "ns2.example.org"
GOOD = a_server(NS1)
OURS = ("NS-MX-NORESP", "NS-MX-NONAUTH", "NS-MX-RCODE", "NS-V4-REACH", "NS-V6-REACH")


def ours(known):
    return [found for found in ids(known) if found in OURS]


def test_servers_that_answer_alike_are_well():
    assert ours(asked(GOOD, a_server(NS2, SECOND), above())) == []


def test_nothing_is_found_while_nobody_was_asked():
    assert ours(an_inspection()) == []


def test_a_silent_server_is_a_warning_where_others_are_heard():
    finding = the(asked(GOOD, a_server(NS2, SECOND, **SILENT)), "NS-MX-NORESP")
    assert finding.severity is Severity.WARNING
    assert finding.subject == "example.org"
    assert f"ns2.example.org ({NS2})" in str(finding.text)


def test_a_server_that_is_heard_at_one_of_its_addresses_is_not_silent():
    known = asked(GOOD, a_server(NS2, SECOND), a_server(SIX, SECOND, **SILENT))
    assert "NS-MX-NORESP" not in ids(known)


def test_an_ipv6_address_that_is_silent_counts_once_ipv6_works_from_here():
    silent = a_server(SIX, **SILENT)
    assert the(asked(GOOD, silent), "NS-V6-REACH").severity is Severity.INCONCLUSIVE
    known = asked(GOOD, silent, a_server("2a00::54", SECOND))
    assert the(known, "NS-V6-REACH").severity is Severity.NOTICE


def test_an_ipv4_address_that_is_silent_beside_an_ipv6_one_that_answers():
    known = asked(a_server(SIX, SECOND), a_server(NS2, SECOND, **SILENT), GOOD)
    assert the(known, "NS-V4-REACH").severity is Severity.NOTICE


def test_a_server_with_ipv6_alone_is_not_blamed_where_no_ipv6_answers():
    known = asked(GOOD, a_server(SIX, SECOND, **SILENT))
    assert the(known, "NS-MX-NORESP").severity is Severity.INCONCLUSIVE


def test_a_server_without_tcp_is_a_warning_where_others_have_it():
    finding = the(asked(GOOD, a_server(NS2, SECOND, tcp=SILENT)), "NS-MX-NORESP")
    assert finding.severity is Severity.WARNING
    assert "over TCP" in str(finding.text)


def test_if_tcp_works_nowhere_it_may_be_this_line():
    known = asked(a_server(NS1, tcp=SILENT), a_server(NS2, SECOND, tcp=SILENT))
    assert the(known, "NS-MX-NORESP").severity is Severity.INCONCLUSIVE


def test_a_line_that_cannot_ask_is_told_once_and_no_server_is_blamed():
    known = asked(a_server(NS1, **SILENT), a_server(NS2, SECOND, **SILENT))
    (finding,) = findings(known, "NS-MX-NORESP")
    assert finding.severity is Severity.INCONCLUSIVE
    assert "blocked outwards" in str(finding.text)
    assert ours(known) == ["NS-MX-NORESP"]


def test_intercepted_dns_is_told_once_and_no_server_is_blamed():
    known = asked(a_server(NS1, **RESOLVING), a_server(NS2, SECOND, **RESOLVING))
    (finding,) = findings(known, "NS-MX-NONAUTH")
    assert finding.severity is Severity.INCONCLUSIVE
    assert ours(known) == ["NS-MX-NONAUTH"]


def test_a_server_without_authority_is_a_warning():
    finding = the(asked(GOOD, a_server(NS2, SECOND, **LAME)), "NS-MX-NONAUTH")
    assert finding.severity is Severity.WARNING
    assert SECOND in str(finding.text)


def test_a_server_that_refuses_is_a_warning_with_its_code():
    finding = the(asked(GOOD, a_server(NS2, SECOND, **REFUSED)), "NS-MX-RCODE")
    assert finding.severity is Severity.WARNING
    assert "(REFUSED)" in str(finding.text)


def test_a_server_that_answers_nonsense_is_one_with_an_error():
    nonsense = {**SILENT, "status": Status.BAD_ANSWER}
    assert "malformed" in str(
        the(asked(GOOD, a_server(NS2, SECOND, **nonsense)), "NS-MX-RCODE").text
    )


@pytest.mark.parametrize("facts", [SILENT, LAME, REFUSED])
def test_nothing_is_held_against_a_zone_that_is_still_asked(facts):
    known = asked(GOOD, a_server(NS2, SECOND, **facts), waiting=a_server(SIX, "ns3"))
    assert ours(known) == []
