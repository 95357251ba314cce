"""What validations share: once found, kept for a while; found by one alone."""

import asyncio

from mxgui.net.dnssec_store import FAILED, LONGEST, SHORTEST, Store
from tests.fakes import FakeClock, SleepyClock


class Maker:
    """Makes numbers, slowly if it is to."""

    def __init__(self, lives: float = 60.0) -> None:
        self.made = 0
        self.lives = lives
        self.gate = asyncio.Event()
        self.gate.set()

    async def __call__(self):
        """Make the next number."""
        await self.gate.wait()
        self.made += 1
        return self.made, self.lives


async def test_what_was_found_is_given_again_until_it_no_longer_holds():
    store, clock, make = Store(), FakeClock(), Maker(lives=60)
    assert [await store.find("a", clock, make) for _ in range(3)] == [1, 1, 1]
    clock.advance(60)
    assert await store.find("a", clock, make) == 2
    assert await store.find("b", clock, make) == 3


async def test_a_night_asleep_counts_too():
    store, clock, make = Store(), SleepyClock(), Maker()
    await store.find("a", clock, make)
    clock.sleep(hours=8)
    assert await store.find("a", clock, make) == 2


async def test_it_holds_neither_for_too_short_nor_for_too_long():
    clock = FakeClock()
    for lives, holds in ((0.0, SHORTEST), (1e9, LONGEST), (FAILED, FAILED)):
        store, make = Store(), Maker(lives)
        await store.find("a", clock, make)
        clock.advance(holds - 1)
        assert await store.find("a", clock, make) == 1
        clock.advance(1)
        assert await store.find("a", clock, make) == 2


async def test_many_who_want_the_same_have_it_found_once():
    store, clock, make = Store(), FakeClock(), Maker()
    make.gate.clear()
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(store.find("a", clock, make)) for _ in range(5)]
        await asyncio.sleep(0)
        make.gate.set()
    assert {task.result() for task in tasks} == {1}


async def test_if_the_one_who_finds_out_is_cancelled_the_next_one_does():
    store, clock, make = Store(), FakeClock(), Maker()
    make.gate.clear()
    async with asyncio.TaskGroup() as group:
        first, second = [group.create_task(store.find("a", clock, make)) for _ in range(2)]
        await asyncio.sleep(0)
        first.cancel()
        await asyncio.sleep(0)
        make.gate.set()
    assert first.cancelled()
    assert second.result() == 1


async def test_the_oldest_go_when_there_are_too_many():
    store, clock, make = Store(most=2), FakeClock(), Maker()
    for key in "abc":
        await store.find(key, clock, make)
    assert store.peek("a", clock) is None
    assert store.peek("c", clock) is not None
