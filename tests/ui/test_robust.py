"""What happens to a computer: it sleeps, it changes its network, and hosts say far too much."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from mxgui.app.clock import Clock
from mxgui.app.heard import HeardLog
from mxgui.app.inspect_domain import began_now, inspect_domain
from mxgui.app.network import Network
from mxgui.app.remembered import Memory
from mxgui.app.services import Services
from mxgui.model.entry import Entry
from mxgui.model.event import Emit
from mxgui.model.inspection import Inspection
from mxgui.model.plan import Plan
from mxgui.model.records import Status
from mxgui.model.smtp import Probe, Stage, Target
from mxgui.net.network import PlannedNetwork, Shared
from mxgui.net.vantage import Machine
from mxgui.routing.verdict import Verdict
from mxgui.ui.doings import Doings
from mxgui.ui.domain_rows import rows_of
from mxgui.ui.main_window import MainWindow
from mxgui.ui.run import run
from mxgui.ui.session import Session
from mxgui.ui.shown import Shown
from mxgui.ui.views import PANELS, GraphView, HeadlineView
from mxgui.ui.wishes import Inspect, ProbeAgain
from mxgui.ui.words import shown as words_shown
from tests.builders import ORIGIN, an_answer, an_inspection
from tests.fakes import FakeClock, FakeNetwork, SleepyClock, network_of
from tests.servers.probing import HELO, PATIENT
from tests.servers.smtp_acts import PLAIN
from tests.servers.smtp_server import LOOPBACK, SmtpServer
from tests.ui.driving import Driver
from tests.ui.showing import key_of, two_tiers
from tests.ui.watched import Saver, Watched

HOURS = 8
NIGHT = HOURS * 3600
TALK = 100_000  # letters that a host says at once
MOST_OF_A_PAGE = 20_000  # letters; the page of details has the transcript
MOST_OF_A_CELL = 1_000
NEGATIVE = re.compile(r".*(?<![\w-])[-−]\d.*")


class Looked(Watched):
    """A session whose inspections go over networks of the test, by a clock of the test."""

    def __init__(self, clock: Clock, *networks: Network) -> None:
        super().__init__()
        self._clock, self._networks = clock, list(networks)
        self.session = Session(Doings(self._inspect, Saver(), clock=clock))
        self.session.changed.connect(self._draw)
        self.session.broke.connect(self.errors.append)

    async def _inspect(self, entry: Entry, plan: Plan, emit: Emit) -> Inspection:
        network = self._networks.pop(0)
        began = began_now(entry, plan, ORIGIN, self._clock)
        return await inspect_domain(began, network, emit, self._clock)


def over_night(clock: SleepyClock) -> None:
    clock.sleep(hours=HOURS)


def over_night_by_both_clocks(clock: SleepyClock) -> None:
    clock.advance(NIGHT)


def set_back(clock: SleepyClock) -> None:
    clock.sleep(hours=-HOURS)


@pytest.mark.parametrize(
    ("jump", "age"), [(over_night, NIGHT), (over_night_by_both_clocks, NIGHT), (set_back, 0)]
)
async def test_an_inspection_goes_on_after_the_computer_has_slept(qloop, theme, jump, age):
    clock, network = SleepyClock(), network_of(two_tiers())
    gate = network.hold("192.0.2.1", Stage.GREETING)
    looked = Looked(clock, network)
    looked.session.fulfil(Inspect("example.org"))
    await network.begun("192.0.2.1")
    jump(clock)
    waiting = await looked.until(lambda shown: bool(shown.result) and shown.age >= age)
    gate.set()
    ended = await looked.until(lambda shown: bool(shown.result) and not shown.busy)
    for shown in (waiting, ended):
        assert min(shown.now, shown.age) >= 0
        assert shown.opened[0].minutes == age // 60
        negative = [words for words in all_words(theme, shown) if NEGATIVE.search(words)]
        assert not negative
    assert ended.result is not None
    assert ended.result.verdict is Verdict.FLOWS
    assert not looked.errors
    await looked.session.close()


async def test_after_a_night_the_age_is_told_in_hours_and_one_can_look_again(qloop):
    clock = SleepyClock()
    looked = Looked(clock, network_of(two_tiers()), network_of(two_tiers()))
    looked.session.fulfil(Inspect("example.org"))
    await looked.until(lambda shown: bool(shown.result) and not shown.busy)
    clock.sleep(hours=HOURS)
    shown = await looked.until(lambda shown: shown.age >= NIGHT)
    assert f"{HOURS} h ago" in words_shown(rows_of(shown)[0].spoken)
    looked.session.fulfil(ProbeAgain())
    again = await looked.until(lambda shown: shown.age < NIGHT and not shown.busy)
    assert "just now" in words_shown(rows_of(again)[0].spoken)
    await looked.session.close()


async def test_a_network_that_comes_back_is_used_by_the_next_inspection(qloop):
    inspection = two_tiers()
    answers = [
        an_answer(each.question.name, each.question.type, status=Status.TIMEOUT)
        for each in inspection.answers
    ]
    looked = Looked(FakeClock(), FakeNetwork(answers), network_of(inspection))
    looked.session.fulfil(Inspect("example.org"))
    away = await looked.until(lambda shown: bool(shown.result) and not shown.busy)
    assert away.result is not None
    assert away.result.verdict is Verdict.UNKNOWN
    looked.session.fulfil(Inspect("example.org"))
    back = await looked.until(
        lambda shown: shown.result is not away.result and bool(shown.result) and not shown.busy
    )
    assert back.result is not None
    assert back.result.verdict is Verdict.FLOWS
    assert not looked.errors
    await looked.session.close()


# ------------------------------------------------------------------ hosts that say too much


class OneHost(FakeNetwork):
    """DNS as prepared, and one real host on loopback."""

    def __init__(self, inspection: Inspection, port: int, clock: Clock) -> None:
        super().__init__(inspection.answers, line=inspection.line)
        self.shown = self.resolver
        plan = Plan(helo=HELO, patience=PATIENT, port=port, allow_private=True)
        shared = Shared(machine=Machine(HELO, lambda _address: LOOPBACK))
        self._real = PlannedNetwork(plan, shared, clock, self)  # type: ignore[arg-type]

    async def probe(self, target: Target, watch, tell) -> Probe:
        """Knock at the real one."""
        return await self._real.probe(target, watch, tell)


class Talkers(Services):
    """Services upon a world of one host, which says what it is told to."""

    def __init__(self, greeting: bytes) -> None:
        super().__init__(heard=HeardLog(None), memory=Memory(None))
        self._greeting = greeting

    async def inspect(self, entry: Entry, plan: Plan, emit: Emit) -> Inspection:
        """Inspect the host."""
        known = an_inspection(mx="10 mx1.example.org", hosts={"mx1.example.org": LOOPBACK})
        async with SmtpServer({**PLAIN, "greeting": self._greeting}) as server:
            plan = Plan(port=server.port, allow_private=True)
            network = OneHost(known, server.port, self.clock)
            began = began_now(entry, plan, ORIGIN, self.clock)
            return await inspect_domain(began, network, emit, self.clock)


@pytest.mark.parametrize(
    "greeting",
    [
        b"220 " + b"x" * TALK + b"\r\n",
        b"220-" + b"x" * TALK,
        b"".join(b"220-line %d and more of it\r\n" % n for n in range(TALK // 25)) + b"220 end\r\n",
        b"\xff\x00" * (TALK // 2) + b"\r\n",
        "220 ‮".encode() + "مرحبا ".encode() * (TALK // 12) + b"\r\n",
    ],
    ids=["one line", "no end", "many lines", "no text", "right to left"],
)
def test_a_host_that_says_100_kb_fills_no_panel(qapp, theme, greeting):
    seen: list[Shown] = []

    def script(window: MainWindow) -> Iterator[None]:
        while window.frame.headline is None or window.frame.headline.verdict.text() in (
            "",
            "Running",
        ):
            yield
        seen.append(window._shown)  # noqa: SLF001 - the very value that is on the screen
        window.close()

    driver = Driver(script)
    assert run(("example.org",), Talkers(greeting)) == 0
    assert driver.ended
    result = seen[0].result
    assert result is not None
    assert len(result.inspection.probes) == 1
    shown = Shown(result=result, chosen=key_of(result, LOOPBACK), opened=seen[0].opened, current=1)
    words = list(all_words(theme, shown))
    assert sum(map(len, words)) > MOST_OF_A_CELL  # there is something to see
    page, *others = sorted(map(len, words), reverse=True)
    assert page <= MOST_OF_A_PAGE
    assert max(others) <= MOST_OF_A_CELL


# ------------------------------------------------------------------ all that can be read


def all_words(theme, shown: Shown) -> Iterator[str]:
    """All that stands in the panels, graph and headline."""
    for kind in (GraphView, HeadlineView, *PANELS):
        view = kind(theme)
        view.resize(800, 400)
        view.draw(shown)
        yield from words_of(view)
        view.deleteLater()


def words_of(view: QWidget) -> Iterator[str]:
    """The words of every widget inside."""
    for label in view.findChildren(QLabel):
        yield label.text()
    yield from (page.toPlainText() for page in view.findChildren(QPlainTextEdit))
    yield from (page.toPlainText() for page in view.findChildren(QTextEdit))
    for table in view.findChildren(QAbstractItemView):
        if table.model() is not None:
            yield from cells_of(table.model())
    for each in view.findChildren(QWidget):
        yield each.toolTip()
        yield each.accessibleDescription()


def cells_of(model: QAbstractItemModel, above: QModelIndex | None = None) -> Iterator[str]:
    """The words and tips of every cell."""
    above = above or QModelIndex()
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
    for row in range(model.rowCount(above)):
        for column in range(model.columnCount(above)):
            index = model.index(row, column, above)
            yield from (str(index.data(role) or "") for role in roles)
        yield from cells_of(model, model.index(row, 0, above))
