"""Every part of a route is a row that tells how it stands."""

import pytest

from mxgui.report.report import report_of
from mxgui.routing.route import route_of
from mxgui.routing.sending.outage import AS_RECORDS_SAY, What
from mxgui.ui.cell import Branch, Leaf
from mxgui.ui.switch_rows import host_at, part_at, switches_of
from tests.builders import an_inspection
from tests.routing.sending.supposed import a_what_if
from tests.ui.showing import a_result, two_tiers

RESULT = a_result()


def told(written: str) -> dict[str, str]:
    """The state of every row, by what it is called."""
    found: dict[str, str] = {}

    def look(part: Branch | Leaf) -> None:
        if len(part.cells) == 2:
            found[str(part.cells[0].words)] = str(part.cells[1].words)
        for leaf in part.leaves:
            look(leaf)

    for branch in switches_of(RESULT, a_what_if(written)).branches:
        look(branch)
    return found


def test_rows_have_the_keys_of_the_graph():
    keys = switches_of(RESULT, AS_RECORDS_SAY).by_key
    drawn = RESULT.diagram
    assert {part.key for part in drawn.lanes} <= set(keys)
    assert {part.key for part in drawn.hosts} <= set(keys)
    assert {part.key for part in drawn.rows} <= set(keys)


def test_a_part_tells_whether_it_is_off_and_how():
    rows = told("a.example.org:silent ipv6:421")
    assert rows["a.example.org"] == "off: silent"
    assert rows["192.0.2.1"] == "off with others"
    assert rows["IPv6"] == "off: 421"
    assert rows["IPv4"] == "partly off"
    assert rows["Preference 10"] == "off with others"
    assert rows["Preference 20"] == rows["b.example.org"] == ""


def test_what_is_off_with_others_can_be_switched_on():
    switches = switches_of(RESULT, a_what_if("preference=10")).by_key
    assert switches["host 0"].is_off
    assert not switches["host 1"].is_off


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        ("tier 10", (What.TIER, "10")),
        ("host 0", (What.HOST, "a.example.org")),
        ("host 0 192.0.2.1", (What.ADDRESS, "192.0.2.1")),
        ("domain", None),
        (None, None),
    ],
)
def test_a_card_stands_for_a_part(key, wanted):
    part = part_at(route_of(two_tiers()), key)
    assert (part and (part.what, part.target)) == wanted
    name = host_at(route_of(two_tiers()), key)
    assert name == ("a.example.org" if key == "host 0" else None)


def test_a_route_without_hosts_has_no_rows():
    assert switches_of(report_of(an_inspection(mx="0 .")), AS_RECORDS_SAY).branches == ()
