"""Name servers that do not agree."""

from mxgui.rules.finding import Severity
from tests.authorities import NS1, NS2, SIX, a_server, asked
from tests.builders import a_server_answer, an_inspection
from tests.rules.judging import findings, ids, the

SECOND = "ns2.example.org"
OTHER = "20 other.example"
HOST = "mx1.example.org"


def test_different_mx_of_one_serial_are_an_error():
    finding = the(asked(a_server(NS1), a_server(NS2, SECOND, mx=OTHER)), "NS-MX-INCONSISTENT")
    assert finding.severity is Severity.ERROR
    assert "“20 other.example”" in str(finding.text)


def test_while_serials_differ_a_transfer_may_be_on_and_that_is_not_told_twice():
    known = asked(a_server(NS1, serial=8), a_server(NS2, SECOND, mx=OTHER, serial=7))
    assert the(known, "NS-MX-INCONSISTENT").severity is Severity.WARNING
    assert "NS-SERIAL" not in ids(known)


def test_two_of_one_serial_that_differ_are_an_error_beside_an_old_copy():
    known = asked(
        a_server(NS1, serial=8),
        a_server(SIX, serial=8, mx="30 third.example"),
        a_server(NS2, SECOND, mx=OTHER, serial=7),
    )
    assert the(known, "NS-MX-INCONSISTENT").severity is Severity.ERROR


def test_a_server_without_the_records_differs_too():
    known = asked(a_server(NS1), a_server(NS2, SECOND, mx=""))
    assert the(known, "NS-MX-INCONSISTENT").severity is Severity.ERROR


def test_different_serials_alone_are_good_to_know():
    finding = the(asked(a_server(NS1, serial=8), a_server(NS2, SECOND, serial=7)), "NS-SERIAL")
    assert finding.severity is Severity.INFO
    assert str(finding.text).endswith("serials 8 and 7")


def test_different_addresses_of_an_exchange_are_a_warning_about_it():
    known = asked(
        a_server(NS1, more=(a_server_answer(f"{HOST} A", NS1, "20.0.0.1"),)),
        a_server(NS2, SECOND, more=(a_server_answer(f"{HOST} A", NS2, "20.0.0.2"),)),
        known=an_inspection(hosts={HOST: "20.0.0.1"}),
    )
    finding = the(known, "NS-ADDR-MISMATCH")
    assert (finding.severity, finding.subject) == (Severity.WARNING, HOST)


def test_an_address_that_the_resolver_alone_has_is_a_warning():
    own = a_server_answer(f"{HOST} A", NS1, "20.0.0.1")
    known = asked(a_server(NS1, more=(own,)), known=an_inspection(hosts={HOST: "20.0.0.9"}))
    assert "The resolver has other A records" in str(the(known, "NS-ADDR-MISMATCH").text)


def test_answers_that_are_alike_are_well():
    known = asked(a_server(NS1), a_server(NS2, SECOND))
    assert not findings(known, "NS-MX-INCONSISTENT")
    assert not findings(known, "NS-ADDR-MISMATCH")
    assert not findings(known, "NS-SERIAL")
