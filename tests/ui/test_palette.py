"""The palette: a few letters and Enter do anything, and the keyboard comes back to where it was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QMainWindow, QPushButton
from shiboken6 import delete

from mxgui.ui.palette import Palette
from mxgui.ui.palette_search import Entry
from mxgui.ui.wishes import Inspect
from tests.ui.showing import wishes_of

TITLES = ("Save", "Probe again", "Graph", "Findings", *(f"Domain {n}" for n in range(20)))


class World:
    """A window with a field, a palette upon it, and what was run."""

    def __init__(self, theme) -> None:
        self.done: list[str] = []
        self.window = QMainWindow()
        self.window.resize(800, 600)
        self.elsewhere = QLineEdit()
        self.window.setCentralWidget(self.elsewhere)
        self.palette = Palette(theme, self.window)
        self.entries = tuple(Entry(title, "Do", self.doing(title)) for title in TITLES)

    def doing(self, title: str):
        def do() -> None:
            self.done.append(f"{title}, while the palette is {self.state}")

        return do

    @property
    def state(self) -> str:
        return "open" if self.palette.isVisible() else "closed"

    @property
    def current(self) -> str:
        return str(self.palette.list.currentIndex().data())


@pytest.fixture
def world(qtbot, theme) -> World:
    made = World(theme)
    qtbot.addWidget(made.window)
    made.window.show()
    made.elsewhere.setFocus()
    qtbot.waitUntil(made.elsewhere.hasFocus)
    made.palette.open(made.entries)
    return made


def press(qtbot, world: World, *keys: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        qtbot.keyClick(world.palette.field, key, modifier)


def test_a_few_letters_and_enter_run_after_it_has_closed(qtbot, world):
    qtbot.keyClicks(world.palette.field, "fin")
    press(qtbot, world, Qt.Key.Key_Return)
    assert world.done == ["Findings, while the palette is closed"]
    assert world.elsewhere.hasFocus()


def test_esc_closes_runs_nothing_and_gives_the_keyboard_back(qtbot, world):
    heard: list[str] = []
    stop = QShortcut(QKeySequence("Esc"), world.window)
    stop.activated.connect(lambda: heard.append("stop"))
    press(qtbot, world, Qt.Key.Key_Escape)
    assert world.state == "closed"
    assert world.elsewhere.hasFocus()
    assert not world.done
    assert not heard  # the window's own Esc would have stopped the probes


def test_the_keys_move_in_the_list_while_the_field_keeps_the_keyboard(qtbot, world):
    key = Qt.Key
    assert world.current == "Save"
    press(qtbot, world, key.Key_Down, key.Key_Down)
    assert world.current == "Graph"
    press(qtbot, world, key.Key_Up)
    assert world.current == "Probe again"
    press(qtbot, world, key.Key_End)
    assert world.current == TITLES[-1]
    press(qtbot, world, key.Key_Down)
    assert world.current == "Save"  # round
    press(qtbot, world, key.Key_Up)
    assert world.current == TITLES[-1]
    press(qtbot, world, key.Key_Home, key.Key_PageDown)
    assert world.current == TITLES[10]
    press(qtbot, world, key.Key_PageUp)
    assert world.current == "Save"
    press(qtbot, world, key.Key_Tab, key.Key_Tab, key.Key_Backtab)
    assert world.current == "Probe again"
    assert world.palette.field.hasFocus()


def test_letters_can_be_selected_as_in_any_field(qtbot, world):
    qtbot.keyClicks(world.palette.field, "fin")
    press(qtbot, world, Qt.Key.Key_Home, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert world.palette.field.selectedText() == "fin"


def test_what_was_run_comes_first_the_next_time(qtbot, world):
    qtbot.keyClicks(world.palette.field, "graph")
    press(qtbot, world, Qt.Key.Key_Return)
    world.palette.open(world.entries)
    assert world.palette.field.text() == ""
    assert world.current == "Graph"


def test_what_reads_as_a_domain_can_be_inspected(qtbot, world):
    wishes = wishes_of(world.palette)
    qtbot.keyClicks(world.palette.field, "mail.example")
    assert world.current == "Inspect “mail.example”"
    press(qtbot, world, Qt.Key.Key_Return)
    assert wishes == [Inspect("mail.example")]
    assert world.state == "closed"


def test_a_domain_that_is_open_is_not_offered_twice(qtbot, world):
    world.palette.open([Entry("example.org", "Domain", world.doing("open"))])
    qtbot.keyClicks(world.palette.field, "example.org")
    assert world.palette.model.rowCount() == 1
    qtbot.keyClicks(world.palette.field, "x")
    assert world.current == "Inspect “example.orgx”"


def test_where_nothing_fits_it_says_so(qtbot, world):
    qtbot.keyClicks(world.palette.field, "qqq")
    assert world.palette.nothing.isVisible()
    assert not world.palette.list.isVisible()
    press(qtbot, world, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert world.state == "open"
    world.palette.field.clear()
    assert world.palette.list.isVisible()


def test_what_cannot_be_done_now_is_not_run(qtbot, world):
    world.palette.open([Entry("Stop", "Do", world.doing("stop"), enabled=False)])
    press(qtbot, world, Qt.Key.Key_Return)
    assert not world.done
    assert world.state == "open"


def test_a_click_on_a_row_runs_it(qtbot, world):
    rows = world.palette.list
    place = rows.visualRect(world.palette.model.index(1, 0)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert world.done == ["Probe again, while the palette is closed"]


def test_a_click_beside_it_closes_it(qtbot, world):
    qtbot.mouseClick(world.palette, Qt.MouseButton.LeftButton, pos=world.palette.rect().center())
    assert world.state == "open"
    corner = world.palette.rect().bottomLeft()
    qtbot.mouseClick(world.palette, Qt.MouseButton.LeftButton, pos=corner)
    assert world.state == "closed"


def test_it_closes_when_the_keyboard_goes_elsewhere_and_leaves_it_there(qtbot, world):
    other = QPushButton(world.window)
    other.show()
    other.setFocus()
    qtbot.waitUntil(lambda: world.state == "closed")
    assert other.hasFocus()


def test_it_covers_the_window_also_when_that_changes_its_size(qtbot, world):
    world.window.resize(500, 300)
    qtbot.waitUntil(lambda: world.palette.width() == 500)
    assert world.palette.rect().contains(world.palette.panel.geometry())


def test_who_had_the_keyboard_may_be_gone_meanwhile(qtbot, world):
    delete(world.window.takeCentralWidget())
    press(qtbot, world, Qt.Key.Key_Escape)
    assert world.state == "closed"


def test_it_has_names_for_screen_readers(world):
    assert world.palette.field.accessibleName().startswith("Command palette")
    assert world.palette.list.accessibleName()
