"""Every hostile peer gets the right verdict, in its time, at little cost, and nothing is raised."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

import pytest

from tests.hostile.crew import Crew, Result
from tests.hostile.memory import Growth
from tests.hostile.shelf import HONEST, SHELVES

MOST_GROWTH = 5_000_000  # bytes, over the whole inspection and its judgement
MOST_WRITTEN = 8_000_000  # bytes, once it is written down too
SLACK = 4.0  # seconds by which a busy machine may be late
ALL = {"honest": HONEST, **SHELVES}
NAMES = [peer.name for peers in ALL.values() for peer in peers]
Find = Callable[[str, str], Result]


@pytest.fixture(scope="module")
def find() -> Iterator[Find]:
    """Gives what came of a peer; all of its shelf are inspected side by side, once."""
    opening = Crew.open()
    with asyncio.Runner() as runner:
        crew = runner.run(opening.__aenter__())

        @cache
        def results(shelf: str) -> dict[str, Result]:
            return {one.peer.name: one for one in runner.run(crew.inspect(ALL[shelf]))}

        yield lambda shelf, name: results(shelf)[name]
        runner.run(opening.__aexit__(None, None, None))


@pytest.mark.parametrize(
    ("shelf", "name"), [(shelf, peer.name) for shelf, peers in ALL.items() for peer in peers]
)
def test_a_peer_is_told_for_what_it_is_in_time_and_at_little_cost(
    find: Find, shelf: str, name: str
):
    result = find(shelf, name)
    assert not result.raised, result.raised
    assert result.wrong == {}
    assert result.known["took"] < result.peer.deadline + SLACK
    assert result.known["found"] < MOST_GROWTH
    assert result.known["written"] < MOST_WRITTEN


def test_no_two_peers_have_the_same_name():
    assert [name for name, times in Counter(NAMES).items() if times > 1] == []


def test_growth_is_seen_and_what_was_let_go_counts_as_well():
    growth = Growth()
    growth.begin()
    flood = bytes(range(256)) * 80_000
    del flood
    assert growth.peak > 20_000_000
