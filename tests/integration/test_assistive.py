"""A client of assistive technology goes through the real window, from the field to an address."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.at_desk import Reader, Thing, a_reader, is_of
from tests.integration.waiting import wait_until
from tests.ui.desk import Desk, a_desk

pytestmark = pytest.mark.integration

DOMAIN = "half-dead.example"
GRAPH = "Route of mail as a graph"


@pytest.fixture
def desk() -> Iterator[Desk]:
    with a_desk() as made:
        yield made


@pytest.fixture
def reader(desk: Desk, tmp_path: Path) -> Iterator[Reader]:
    with a_reader(desk, tmp_path, "demo") as made:
        yield made


def below(tree: list[Thing], role: str, name: str) -> list[Thing]:
    """What lies below a thing."""
    start = next(at for at, thing in enumerate(tree) if is_of(thing, role, name))
    rest = tree[start + 1 :]
    deep = tree[start]["depth"]
    end = next((at for at, thing in enumerate(rest) if thing["depth"] <= deep), len(rest))
    return rest[:end]


def test_a_screen_reader_finds_its_way_through_the_window(desk: Desk, reader: Reader):
    desk.focus(desk.window("mxgui"))
    reader.wait_for("list item", "Routes")
    _inspects(desk, reader)
    tree = reader.wait_for("frame", f"{DOMAIN}: Degraded")
    _names_everything(tree)
    _sees_the_graph(below(tree, "list", GRAPH))
    _walks_the_graph(desk, reader)
    _sees_the_panels(reader)


def _inspects(desk: Desk, reader: Reader) -> None:
    """Types into the field, and hears the verdict."""
    desk.do("key", "F6")  # the field may have had the keyboard before anybody listened
    desk.do("key", "ctrl+l")
    wait_until(lambda: reader.has_heard("object:state-changed:focused", "text", "Domain to"))
    desk.do("type", "two..dots")
    desk.do("key", "Return")
    wait_until(lambda: reader.has_heard("object:announcement", "frame", "There are two dots"))
    desk.do("key", "ctrl+l")
    desk.do("type", DOMAIN)
    desk.do("key", "Return")
    verdict = f"{DOMAIN}: Degraded. Mail flows; 2 of 5 addresses do not take it."
    wait_until(lambda: reader.has_heard("object:announcement", "frame", verdict))


def _names_everything(tree: list[Thing]) -> None:
    """No control is without a name, and no name holds markup or the mark of a key."""
    controls = ("push button", "text", "table", "tree", "list", "page tab", "menu item")
    nameless = [thing for thing in tree if thing["role"] in controls and not thing["name"]]
    assert not nameless
    assert not [thing["name"] for thing in tree if set(thing["name"]) & set("&<>")]


def _sees_the_graph(graph: list[Thing]) -> None:
    """The domain, and below it tiers, hosts and addresses with their states."""
    top = graph[0]["depth"]
    outline = [(thing["depth"] - top, thing["role"], thing["name"].split()[0]) for thing in graph]
    assert outline[:5] == [
        (0, "list item", "Domain"),
        (1, "list item", "Tier,"),
        (2, "list item", "Host"),
        (3, "list item", "Address"),
        (3, "list item", "Address"),
    ]
    names = [thing["name"] for thing in graph]
    assert "Address 2001:db8:1::31 of mx1.half-dead.example: Fails, refused" in names
    assert any(": Answers, 220 · " in name for name in names)
    assert all(min(thing["place"][2:]) > 0 for thing in graph)


def _walks_the_graph(desk: Desk, reader: Reader) -> None:
    """The keys lead from part to part, and a press chooses one as well."""

    def goes_to(name: str) -> None:
        wait_until(lambda: reader.has_heard("object:state-changed:focused", "list item", name))

    desk.do("key", "ctrl+1")
    goes_to(f"Domain {DOMAIN}")
    desk.do("key", "Right")
    goes_to("Tier, Tried first")
    desk.do("key", "Right")
    goes_to("Host mx1.half-dead.example")
    desk.do("key", "Right")
    goes_to("Address 2001:db8:1::31")
    desk.do("key", "Down")
    goes_to("Address 192.0.2.31")
    reader.press("list item", "Host backup.half-dead.example")
    wait_until(lambda: _is_chosen(reader.tree(), "Host backup.half-dead.example"))


def _is_chosen(tree: list[Thing], name: str) -> bool:
    states = next(thing["states"] for thing in tree if is_of(thing, "list item", name))
    return {"selected", "focused"} <= set(states)


def cells_of(reader: Reader, name: str) -> set[str]:
    """The words in the cells of the tree of that name."""
    return {thing["name"] for thing in below(reader.tree(), "tree", name)}


def _sees_the_panels(reader: Reader) -> None:
    """Findings and try order are trees with the words of their rows, once they are in front."""
    reader.press("page tab", "Findings")
    wait_until(lambda: "mx1.half-dead.example" in cells_of(reader, "Findings"))
    reader.press("page tab", "Try order")
    wait_until(lambda: {"203.0.113.33", "Fails"} <= cells_of(reader, "Try order"))
