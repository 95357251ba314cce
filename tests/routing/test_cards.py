"""Cards are as wide as their words need, within bounds, and their parts have room."""

from mxgui.model.inspection import Inspection
from mxgui.model.plan import Plan, ProbeMode
from mxgui.routing.cards import HOST_HEIGHT, ROW_HEIGHT, on_grid
from mxgui.routing.diagram import diagram_of
from mxgui.routing.metrics import NAME, SMALL, Face, elided_name, width
from mxgui.routing.route import route_of
from mxgui.routing.shapes import Diagram
from tests.builders import an_inspection

LONG = "a-very-long-label-of-a-mail-host-that-goes-on-and-on.departments.example.org"


def drawn(inspection: Inspection) -> Diagram:
    return diagram_of(inspection, route_of(inspection))


def test_lengths_are_on_the_grid():
    assert [on_grid(length) for length in (0, 1, 8, 8.1)] == [0, 8, 8, 16]


def test_a_card_grows_with_the_longest_name_up_to_a_bound():
    short = drawn(an_inspection(mx="10 a.example"))
    middle = drawn(an_inspection(mx="10 a.example, 20 mx-primary.department.example.org"))
    long = drawn(an_inspection(mx=f"10 a.example, 20 {LONG}{LONG}"))
    widths = [diagram.hosts[0].box.width for diagram in (short, middle, long)]
    assert widths == sorted(set(widths))
    assert {host.box.width for host in long.hosts} == {widths[-1]}
    assert widths[-1] <= 448


def test_a_name_that_fits_is_shown_whole():
    card = drawn(an_inspection(mx="10 mx-primary.department.example.org")).hosts[0]
    assert elided_name(card.head, card.tail, NAME, card.name_box.width) == (card.head, card.tail)
    assert (card.head, card.tail) == ("mx-primary", ".department.example.org")


def test_a_name_that_does_not_fit_keeps_its_whole_form_for_the_tip():
    card = drawn(an_inspection(mx=f"10 {LONG}")).hosts[0]
    assert card.name == LONG
    assert "".join(elided_name(card.head, card.tail, NAME, card.name_box.width)).endswith("…")


def test_an_address_in_place_of_a_name_is_not_split_at_its_dots():
    assert drawn(an_inspection(mx="10 192.0.2.9")).hosts[0].head == "192.0.2.9"
    assert drawn(an_inspection("[192.0.2.1]", mx="")).hosts[0].head == "[192.0.2.1]"
    assert drawn(an_inspection(mx="10 ., 20 a.example")).hosts[0].head == "."


def test_the_longest_address_fits_beside_the_longest_phrase():
    address = "2001:db8:aaaa:bbbb:cccc:dddd:eeee:ffff"
    row = drawn(an_inspection(hosts={"mx1.example.org": address})).rows[0]
    needed = 36 + width(address, Face.MONO, SMALL) + 8
    phrase = width("waiting for the reply to STARTTLS", Face.REGULAR, SMALL)
    assert needed + phrase + 12 <= row.box.width


def test_rows_of_one_host_stand_around_the_middle_of_its_card():
    hosts = {"mx1.example.org": "192.0.2.1 192.0.2.2 2001:db8::1 2001:db8::2"}
    diagram = drawn(an_inspection(hosts=hosts))
    middles = [row.box.middle for row in diagram.rows]
    assert sum(middles) / 4 == diagram.hosts[0].box.middle
    assert {row.box.height for row in diagram.rows} == {ROW_HEIGHT}
    assert diagram.hosts[0].box.height == HOST_HEIGHT


def test_chips_that_do_not_fit_are_counted_in_the_last():
    hosts = {"mx1.example.org": "10.0.0.1 192.0.2.1 198.18.0.1 100.64.0.1 169.254.0.1 240.0.0.1"}
    card = drawn(an_inspection(hosts=hosts)).hosts[0]
    assert str(card.chips[-1].words).startswith("+")
    assert "address" in str(card.chips[-1].tip)
    assert all(card.box.contains(chip.box) for chip in card.chips)


def test_a_card_without_chips_says_how_many_addresses_there_are():
    plan = Plan(mode=ProbeMode.NONE)
    hosts = {"mx1.example.org": "9.9.9.9 9.9.9.10"}
    card = drawn(an_inspection(hosts=hosts, plan=plan)).hosts[0]
    assert not card.chips
    assert str(card.note) == "2 addresses"


def test_a_card_shows_three_chips_at_most():
    hosts = {"mx1.example.org": "10.0.0.1 127.0.0.1 240.0.0.1 0.0.0.0 224.0.0.1"}
    card = drawn(an_inspection(mx=f"10 mx1.example.org, 20 {LONG}", hosts=hosts)).hosts[0]
    assert [str(chip.words) for chip in card.chips][3:] == ["+3"]


def test_a_place_on_an_address_stands_before_its_mark():
    hosts = {"a.example": "192.0.2.1 192.0.2.2", "b.example": "192.0.2.3"}
    mx = "10 a.example, 20 b.example"
    inspection = an_inspection(mx=mx, hosts=hosts, plan=Plan(sender="postfix"))
    diagram = drawn(inspection)
    assert [row.badge for row in diagram.rows] == ["1–2", "1–2", "3"]
    for row in diagram.rows:
        assert row.box.contains(row.badge_box)
        assert row.left == row.badge_box.right + 8
    assert len({row.left for row in diagram.rows}) == 1
    plain = drawn(an_inspection(mx=mx, hosts=hosts)).rows[0]
    assert (plain.badge, plain.left) == ("", plain.box.x + 12)
