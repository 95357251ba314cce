"""Name servers in documents."""

from mxgui.report.report import report_of
from mxgui.report.servers import server_lines, servers_section
from tests.authorities import NS1, NS2, REFUSED, RESOLVING, SILENT, a_server, above, asked
from tests.builders import an_inspection

SECOND = "ns2.example.org"
GOOD = a_server(NS1)


def lines(*answers):
    return list(server_lines(report_of(asked(*answers))))


def test_without_servers_asked_there_is_no_such_part():
    report = report_of(an_inspection())
    assert not servers_section(report)
    assert not list(server_lines(report))


def test_what_most_say_stands_once_and_what_differs_below_its_server():
    odd = a_server(NS2, SECOND, mx="20 other.example", serial=6)
    told = lines(GOOD, a_server("20.0.2.2", "ns3.example.org"), odd, above())
    assert told[0] == "Name servers, asked directly"
    assert "    example.org MX: 10 mx1.example.org" in told
    assert f"    ! {NS2}  has authority  ≠ 6  {SECOND}" in told
    assert "        ≠ 20 other.example" in told
    assert told[-1].endswith("the zone above names ns1.example.org, ns2.example.org")


def test_a_server_that_fails_says_so_once():
    told = lines(GOOD, a_server(NS2, SECOND, **REFUSED))
    assert sum("REFUSED" in line for line in told) == 1


def test_what_keeps_us_from_seeing_is_said():
    assert "blocked outwards" in " ".join(lines(a_server(NS1, **SILENT)))
    assert "intercepted" in " ".join(lines(a_server(NS1, **RESOLVING)))


def test_the_page_has_a_table_a_zone_with_marks():
    odd = a_server(NS2, SECOND, mx="20 other.example")
    page = servers_section(report_of(asked(GOOD, a_server("20.0.2.2"), odd, above())))
    assert page.count("<table>") == 1
    assert "Zone example.org" in page
    assert "≠ 20 other.example" in page
    assert "the zone above names" in page


def test_a_hostile_record_cannot_break_the_page_or_the_terminal():
    bad = a_server(NS1, mx="10 <b>\x1b[31m.example")
    assert "<b>" not in servers_section(report_of(asked(bad)))
    assert not any("\x1b" in line for line in lines(bad))
