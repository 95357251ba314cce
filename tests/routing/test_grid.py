"""The grid of servers and questions, one word a cell."""

import pytest

from mxgui.model.authority import Skipped
from mxgui.routing.authority import zones_asked
from mxgui.routing.grid import cell_text, grids_of
from mxgui.routing.shapes import Tone
from tests.authorities import (
    LAME,
    NS1,
    NS2,
    REFUSED,
    SILENT,
    SIX,
    a_server,
    above,
    asked,
)
from tests.builders import a_question, an_inspection

SECOND = "ns2.example.org"


def grid(*answers, **facts):
    (found,) = grids_of(asked(*answers, **facts))
    return found


def words(row):
    return [str(cell.words) for cell in (row.state, row.serial, *row.cells)]


def test_without_any_server_asked_there_is_no_grid():
    assert grids_of(an_inspection()) == ()


def test_mx_comes_first_and_every_server_is_a_row():
    found = grid(a_server(NS1), a_server(NS2, SECOND))
    assert [str(question) for question in found.questions] == ["example.org MX", "example.org NS"]
    names = "ns1.example.org, ns2.example.org"
    assert words(found.rows[0]) == ["has authority", "7", "10 mx1.example.org", names]
    assert [row.tone for row in found.rows] == [Tone.OK, Tone.OK]


def test_what_differs_is_marked_in_words():
    found = grid(a_server(NS1), a_server(SIX), a_server(NS2, SECOND, mx="20 b.example", serial=6))
    odd = found.rows[-1]
    assert words(odd)[1:3] == ["≠ 6", "≠ 20 b.example"]
    assert odd.cells[0].differs
    assert odd.tone is Tone.WARN
    assert str(cell_text(odd.cells[0])) == "≠ 20 b.example, differs from the others"


@pytest.mark.parametrize(
    ("facts", "said", "tone"),
    [
        (SILENT, "no answer", Tone.FAIL),
        (REFUSED, "REFUSED", Tone.FAIL),
        (LAME, "no authority", Tone.FAIL),
        ({"tcp": SILENT}, "no TCP", Tone.WARN),
        ({"skipped": Skipped.PRIVATE_ADDRESS, **SILENT}, "not asked: private address", Tone.IDLE),
    ],
)
def test_each_way_of_not_answering_has_its_words(facts, said, tone):
    row = grid(a_server(NS1), a_server(NS2, SECOND, **facts)).rows[1]
    assert str(row.state.words) == said
    assert row.state.tone is tone


def test_what_is_waited_for_says_so():
    found = grid(a_server(NS1), waiting=a_server(NS2, SECOND))
    assert words(found.rows[1])[0] == "asking"
    assert found.rows[1].tone is Tone.RUNNING


def test_an_answer_without_authority_is_shown_as_such():
    row = grid(a_server(NS1, **LAME)).rows[0]
    assert str(row.cells[0].words) == "no authority: 10 mx1.example.org"


def test_no_records_and_no_name_are_words_too():
    row = grid(a_server(NS1, mx="")).rows[0]
    assert str(row.cells[0].words) == "none"


def test_the_zone_above_differs_where_it_names_others():
    found = grid(a_server(NS1), above("ns1.example.org", glue=(f"ns1.example.org {NS1}",)))
    (row,) = found.above
    assert str(row.state.words) == "≠ ns1.example.org"
    assert str(row.cells[0].words) == f"ns1.example.org {NS1}"


def test_many_records_are_counted():
    many = ", ".join(f"{n} mx{n}.example" for n in range(10, 30))
    row = grid(a_server(NS1, mx=many)).rows[0]
    assert str(row.cells[0].words).endswith("and 14 more")


def test_the_time_to_live_is_what_the_server_says_itself():
    (zone,) = zones_asked(asked(a_server(NS1)))
    said = zone.servers[0].said(a_question())
    assert said is not None
    assert said.ttl == 3600
    assert zone.servers[0].said(a_question("other.example")) is None
