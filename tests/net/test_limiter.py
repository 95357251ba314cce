"""The manners of the whole program: never over a limit, first come first served, nobody starves."""

import asyncio
from collections import Counter
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mxgui.net.limiter import Limiter, neighbourhood, true_address


@pytest.mark.parametrize(
    ("address", "near"),
    [
        ("192.0.2.77", "192.0.2.0/24"),
        ("2001:db8:1:2::77", "2001:db8:1::/48"),
        ("::ffff:192.0.2.77", "192.0.2.0/24"),
        ("64:ff9b::192.0.2.77", "192.0.2.0/24"),
    ],
)
def test_a_neighbourhood_is_what_one_owner_usually_has(address, near):
    assert neighbourhood(address) == near


def test_an_ipv4_address_written_into_ipv6_is_the_same_address():
    assert true_address("::ffff:192.0.2.1") == "192.0.2.1"
    assert true_address("64:ff9b::c000:201") == "64:ff9b::c000:201"
    assert true_address("2001:0db8::0001") == "2001:db8::1"


class Doors:
    """Visitors who hold a slot until they are told to go."""

    def __init__(self, limiter: Limiter, group: asyncio.TaskGroup) -> None:
        self._limiter = limiter
        self._group = group
        self.inside: list[str] = []
        self._leave: dict[str, asyncio.Event] = {}

    def come(self, name: str, address: str) -> asyncio.Task[None]:
        """Let somebody ask for an address."""
        self._leave[name] = asyncio.Event()
        return self._group.create_task(self._visit(name, address))

    async def go(self, name: str) -> list[str]:
        """Let somebody go, and tell who is inside then."""
        self._leave[name].set()
        return await self.settled()

    async def settled(self) -> list[str]:
        """Tell who is inside once everybody has moved."""
        for _ in range(5):
            await asyncio.sleep(0)
        return list(self.inside)

    def empty(self) -> None:
        """Let everybody go."""
        for event in self._leave.values():
            event.set()

    async def _visit(self, name: str, address: str) -> None:
        with await self._limiter.take(address):
            self.inside.append(name)
            await self._leave[name].wait()
            self.inside.remove(name)


async def test_who_asked_first_goes_first():
    async with asyncio.TaskGroup() as group:
        doors = Doors(Limiter(total=1), group)
        for number in range(3):
            doors.come(str(number), f"192.0.{number}.1")
        assert await doors.settled() == ["0"]
        assert await doors.go("0") == ["1"]
        assert await doors.go("1") == ["2"]
        doors.empty()


async def test_a_crowded_neighbourhood_holds_up_nobody_who_goes_elsewhere():
    async with asyncio.TaskGroup() as group:
        doors = Doors(Limiter(total=3, near=1), group)
        doors.come("a", "192.0.2.1")
        doors.come("b", "192.0.2.2")
        doors.come("c", "198.51.100.1")
        assert await doors.settled() == ["a", "c"]
        assert await doors.go("a") == ["c", "b"]
        doors.empty()


async def test_one_address_is_never_visited_twice_at_a_time_however_it_is_written():
    async with asyncio.TaskGroup() as group:
        doors = Doors(Limiter(), group)
        doors.come("a", "192.0.2.1")
        doors.come("b", "::ffff:192.0.2.1")
        assert await doors.settled() == ["a"]
        assert await doors.go("a") == ["b"]
        doors.empty()


async def test_who_stops_waiting_is_not_waited_for():
    async with asyncio.TaskGroup() as group:
        doors = Doors(Limiter(total=1), group)
        doors.come("a", "192.0.2.1")
        waiting = doors.come("b", "192.0.2.2")
        doors.come("c", "192.0.2.3")
        await doors.settled()
        waiting.cancel()
        assert await doors.go("a") == ["c"]
        assert waiting.cancelled()
        doors.empty()


async def test_who_is_cancelled_in_the_moment_of_being_let_in_gives_the_place_back():
    async with asyncio.TaskGroup() as group:
        limiter = Limiter(total=1)
        first = await limiter.take("192.0.2.1")
        second = group.create_task(limiter.take("192.0.2.2"))
        await asyncio.sleep(0)
        with first:
            pass  # the second is let in here, and has not noticed yet
        second.cancel()
        with await limiter.take("192.0.2.3"):
            assert second.cancelled()


async def test_a_place_is_given_back_after_a_bug_too():
    limiter = Limiter(total=1)
    with pytest.raises(ZeroDivisionError), await limiter.take("192.0.2.1"):
        raise ZeroDivisionError
    with await limiter.take("192.0.2.1"):
        pass


@dataclass(frozen=True)
class Visit:
    """Somebody who asks at a turn, stays so many turns, or gives up after so many."""

    address: str
    comes: int
    stays: int
    gives_up: int | None


ADDRESSES = st.builds("{}.{}".format, st.sampled_from(["192.0.2", "198.51.100"]), st.integers(0, 5))
VISITS = st.lists(
    st.builds(
        Visit, ADDRESSES, st.integers(0, 8), st.integers(0, 6), st.none() | st.integers(0, 12)
    ),
    max_size=30,
)


class Watched:
    """A limiter under watch: what is inside is counted against every limit at every entry."""

    def __init__(self, total: int, near: int) -> None:
        self.limiter = Limiter(total, near)
        self.served = 0
        self._total, self._near = total, near
        self._inside: Counter[str] = Counter()

    async def play(self, visits: list[Visit]) -> None:
        """Let all come; ends when everybody was served or gave up."""
        async with asyncio.TaskGroup() as group:
            for visit in visits:
                task = group.create_task(self._visit(visit))
                if visit.gives_up is not None:
                    group.create_task(give_up(task, visit.comes + visit.gives_up))

    async def _visit(self, visit: Visit) -> None:
        await turns(visit.comes)
        with await self.limiter.take(visit.address):
            self._inside[visit.address] += 1
            self._look()
            try:
                await turns(visit.stays)
                self.served += 1
            finally:
                self._inside[visit.address] -= 1

    def _look(self) -> None:
        near: Counter[str] = Counter()
        for address, count in self._inside.items():
            assert count <= 1
            near[neighbourhood(address)] += count
        assert near.total() <= self._total
        assert all(count <= self._near for count in near.values())


async def turns(number: int) -> None:
    """Let the loop turn so often."""
    for _ in range(number):
        await asyncio.sleep(0)


async def give_up(task: asyncio.Task[None], after: int) -> None:
    """Cancel a task after so many turns."""
    await turns(after)
    task.cancel()


@settings(max_examples=200)
@given(VISITS, st.integers(1, 4), st.integers(1, 3))
def test_no_limit_is_ever_exceeded_and_all_who_have_patience_are_served(visits, total, near):
    watched = Watched(total, near)
    asyncio.run(watched.play(visits))
    assert watched.served >= sum(visit.gives_up is None for visit in visits)
    again = Watched(total, near)
    again.limiter = watched.limiter  # every place was given back: all limits are whole
    asyncio.run(again.play([Visit(f"192.0.2.{place}", 0, 1, None) for place in range(5)]))
    assert again.served == 5
