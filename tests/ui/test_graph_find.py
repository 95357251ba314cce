"""Letters find a host: by its beginning, else by any part, round from the one that is chosen."""

import pytest

from mxgui.report.report import report_of
from mxgui.ui.graph_find import found, named
from tests.ui.showing import a_result, key_of, two_tiers

MX = "10 mx1.example, 10 mx2.example, 20 backup.example, 20 mm.example"
HOSTS = {
    "mx1.example": "192.0.2.1",
    "mx2.example": "192.0.2.2",
    "backup.example": "192.0.2.3",
    "mm.example": "192.0.2.4",
}
RESULT = a_result(mx=MX, hosts=HOSTS)
KEYS = {name: key_of(RESULT, name) for name in HOSTS}


@pytest.mark.parametrize(
    ("letters", "here", "name"),
    [
        ("m", None, "mx1.example"),
        ("m", "mx1.example", "mx2.example"),
        ("m", "mm.example", "mx1.example"),
        ("mm", "mx1.example", "mm.example"),
        ("mx", "mx2.example", "mx2.example"),
        ("MX2", "mx1.example", "mx2.example"),
        ("bb", "mx1.example", "backup.example"),
        ("up", None, "backup.example"),
        ("x", "mx1.example", "mx2.example"),
    ],
)
def test_letters_find(letters, here, name):
    assert found(RESULT.diagram, letters, KEYS.get(here or "")) == KEYS[name]


def test_from_an_address_the_search_goes_on_from_its_host():
    row = key_of(RESULT, "192.0.2.1")
    assert found(RESULT.diagram, "m", row) == KEYS["mx2.example"]


@pytest.mark.parametrize("letters", ["", "zzz"])
def test_what_no_host_has_is_not_found(letters):
    assert found(RESULT.diagram, letters, None) is None


def test_hosts_of_a_folded_lane_are_found_too():
    folded = report_of(two_tiers(mx=MX, hosts=HOSTS), folded=frozenset({"tier 20"})).picture
    assert found(folded, "backup", None) == KEYS["backup.example"]
    assert [name for _, name in named(folded)] == list(HOSTS)
