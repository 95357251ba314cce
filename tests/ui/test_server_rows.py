"""Name servers as rows of the panel."""

from mxgui.model.plan import Plan
from mxgui.report.report import report_of
from mxgui.routing.shapes import Tone
from mxgui.ui.server_rows import COLUMNS, about_words, branches_of
from tests.authorities import NS1, NS2, RESOLVING, SILENT, a_server, above, asked
from tests.builders import a_server_answer, an_inspection

SECOND = "ns2.example.org"


def branches(*answers, **facts):
    return list(branches_of(report_of(asked(*answers, **facts))))


def about(known):
    return str(about_words(report_of(known)))


def cells(leaf):
    return [str(cell.words) for cell in leaf.cells]


def test_a_zone_is_a_heading_and_a_server_a_row():
    (branch,) = branches(a_server(NS1), a_server(NS2, SECOND), above())
    assert str(branch.cells[0].words) == "Zone example.org"
    names = "ns1.example.org, ns2.example.org"
    assert cells(branch.leaves[0])[:6] == [
        "ns1.example.org",
        NS1,
        "has authority",
        "7",
        "10 mx1.example.org",
        names,
    ]
    assert cells(branch.leaves[-1])[2] == "zone above"
    assert all(len(leaf.cells) == len(COLUMNS) for leaf in branch.leaves)


def test_what_differs_has_a_mark_with_a_word():
    (branch,) = branches(a_server(NS1), a_server("20.0.3.3"), a_server(NS2, SECOND, serial=6))
    cell = branch.leaves[-1].cells[3]
    assert cell.look is not None
    assert (str(cell.look.word), cell.look.tone) == ("Differs", Tone.WARN)


def test_a_server_unfolds_to_each_of_its_answers():
    own = a_server_answer("mx1.example.org A", NS1, "20.0.0.1")
    (branch,) = branches(a_server(NS1, more=(own,)))
    told = [str(leaf.cells[0].words) for leaf in branch.leaves[0].leaves]
    assert "mx1.example.org A: 20.0.0.1" in told
    assert "example.org MX: 10 mx1.example.org" in told


def test_addresses_of_exchanges_share_a_cell_and_the_worst_of_them_marks_it():
    def with_addresses(address, server, found):
        own = (
            a_server_answer("mx1.example.org A", address, found),
            a_server_answer("mx1.example.org AAAA", address),
        )
        return a_server(address, server, more=own)

    alike = [with_addresses(NS1, "ns1", "20.0.0.1"), with_addresses("20.0.3.3", "ns3", "20.0.0.1")]
    (branch,) = branches(*alike, with_addresses(NS2, "ns2", "20.0.0.9"))
    assert [cells(leaf)[6] for leaf in branch.leaves] == [
        "20.0.0.1",
        "1 of 2 as the others",
        "20.0.0.1",
    ]


def test_it_says_what_is_to_be_seen_or_why_nothing_is():
    assert str(about_words(None)) == ""
    assert "The resolver was asked so far" in about(an_inspection())
    assert "no name servers" in about(an_inspection("[192.0.2.7]"))
    assert "2 of 2 addresses" in about(asked(a_server(NS1), a_server(NS2, SECOND)))
    assert "blocked outwards" in about(asked(a_server(NS1, **SILENT)))
    assert "intercepted" in about(asked(a_server(NS1, **RESOLVING)))
    plan = Plan(authoritative=True)
    assert about(an_inspection(plan=plan)) == "No name server was found."
    assert about(an_inspection(plan=plan, ended=None)) == "Looking for the zones."


def test_while_servers_are_asked_their_rows_are_there_already():
    (branch,) = branches(a_server(NS1), waiting=a_server(NS2, SECOND))
    assert cells(branch.leaves[1])[2] == "asking"
