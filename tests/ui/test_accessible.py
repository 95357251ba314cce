"""The graph as assistive technology goes through it, and what it is told."""

import gc
from collections.abc import Iterator
from typing import TypeAlias

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QApplication

from mxgui.report.report import Report, report_of
from mxgui.ui import accessible
from mxgui.ui.accessible import give_voice
from mxgui.ui.canvas import Canvas
from tests.ui.showing import a_result, a_running, key_of, two_tiers

Heard: TypeAlias = list[tuple[str, str]]

RESULT = a_result()
NAME = QAccessible.Text.Name


@pytest.fixture
def heard() -> Iterator[Heard]:
    """What is told while somebody listens: the kind of event, and the name of what it is about."""
    QAccessible.setActive(True)
    yield []
    QAccessible.setActive(False)


@pytest.fixture
def canvas(theme, qtbot, heard) -> Canvas:
    def hear(event: QAccessibleEvent) -> None:
        heard.append((event.type().name, event.accessibleInterface().text(NAME)))

    made = Canvas(theme)
    qtbot.addWidget(made)
    give_voice(made, hear)
    made.resize(1200, 600)
    made.show()
    made.activateWindow()
    return made


def show(canvas: Canvas, result: Report | None, key: str | None = None) -> None:
    canvas.draw(result.picture if result is not None else None, key, 0.0)


def face_of(canvas: Canvas) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(canvas)


def below(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything below, in the order of reading."""
    for at in range(interface.childCount()):
        child = interface.child(at)
        yield child
        yield from below(child)


def find(canvas: Canvas, beginning: str) -> QAccessibleInterface:
    return next(each for each in below(face_of(canvas)) if each.text(NAME).startswith(beginning))


def test_domain_tiers_hosts_and_addresses_lie_below_each_other(canvas):
    show(canvas, RESULT)
    kinds = [(each.role().name, each.text(NAME).split()[0]) for each in below(face_of(canvas))]
    assert kinds == [
        ("ListItem", "Domain"),
        ("ListItem", "Tier,"),
        ("ListItem", "Host"),
        ("ListItem", "Address"),
        ("ListItem", "Address"),
        ("ListItem", "Tier,"),
        ("ListItem", "Host"),
        ("ListItem", "Address"),
    ]


def test_every_part_knows_what_it_lies_below_and_its_place_there(canvas):
    show(canvas, RESULT)
    face = face_of(canvas)
    for each in (face, *below(face)):
        for at in range(each.childCount()):
            child = each.child(at)
            assert child.parent() is each
            assert each.indexOfChild(child) == at
            assert child.isValid()
            assert child.window() is canvas.window().windowHandle()
    assert face.child(1) is None


def test_a_part_tells_what_it_is_what_more_there_is_and_where(canvas):
    show(canvas, RESULT)
    address = find(canvas, "Address 192.0.2.2")
    assert address.text(NAME).endswith("of b.example.org: Answers, 220 · 60 ms")
    assert "documentation address" in address.text(QAccessible.Text.Description)
    assert address.text(QAccessible.Text.Value) == ""
    middle = address.rect().center()
    place = canvas.rect_of(key_of(RESULT, "192.0.2.2"))
    assert place is not None
    assert canvas.viewport().mapToGlobal(place.center()) == middle
    face = face_of(canvas)
    assert face.childAt(middle.x(), middle.y()) is address
    assert address.parent().childAt(middle.x(), middle.y()) is address
    assert face.childAt(-9, -9) is None


def test_a_part_tells_whether_it_is_chosen_has_the_keyboard_and_is_seen(canvas, qtbot):
    show(canvas, RESULT, key_of(RESULT, "192.0.2.2"))
    canvas.setFocus()
    qtbot.waitUntil(canvas.hasFocus)
    address, host = find(canvas, "Address 192.0.2.2"), find(canvas, "Host a.")
    assert (address.state().selected, address.state().focused) == (1, 1)
    assert (host.state().selected, host.state().focused) == (0, 0)
    assert host.state().focusable
    assert face_of(canvas).focusChild() is address
    assert not address.state().offscreen
    canvas.resize(40, 40)
    assert host.state().offscreen
    canvas.hide()
    assert host.state().invisible


def test_a_press_chooses_and_the_keyboard_can_be_brought_there(canvas, qtbot):
    show(canvas, RESULT)
    chosen: list[str] = []
    canvas.chosen.connect(chosen.append)
    actions = find(canvas, "Host b.").actionInterface()
    assert actions.actionNames() == [actions.pressAction(), actions.setFocusAction()]
    actions.doAction(actions.pressAction())
    actions.doAction(actions.setFocusAction())
    actions.doAction("nonsense")
    assert chosen == [key_of(RESULT, "b.example.org")] * 2
    assert not actions.keyBindingsForAction(actions.pressAction())
    qtbot.waitUntil(canvas.hasFocus)


def test_a_tier_tells_whether_it_is_folded_and_can_be(canvas):
    folding: list[tuple[str, bool]] = []
    canvas.folding.connect(lambda key, folded: folding.append((key, folded)))
    show(canvas, RESULT)
    tier = find(canvas, "Tier, Then")
    assert (tier.state().expandable, tier.state().expanded, tier.state().collapsed) == (1, 1, 0)
    actions = tier.actionInterface()
    actions.doAction(actions.toggleAction())
    show(canvas, report_of(two_tiers(), folded=frozenset({"tier 20"})))
    assert (tier.state().expanded, tier.state().collapsed) == (0, 1)
    assert tier.childCount() == 0
    actions.doAction(actions.toggleAction())
    assert folding == [("tier 20", True), ("tier 20", False)]


def test_where_the_keyboard_goes_is_told(canvas, heard, qtbot):
    show(canvas, RESULT)
    canvas.setFocus()
    qtbot.waitUntil(lambda: ("Focus", find(canvas, "Domain").text(NAME)) in heard)
    canvas.clearFocus()
    heard.clear()
    canvas.setFocus()
    qtbot.waitUntil(lambda: ("Focus", find(canvas, "Domain").text(NAME)) in heard)
    heard.clear()
    show(canvas, RESULT, key_of(RESULT, "192.0.2.2"))
    told = find(canvas, "Address 192.0.2.2").text(NAME)
    qtbot.waitUntil(lambda: ("Focus", told) in heard)
    assert ("StateChanged", told) in heard


def test_words_that_change_are_told_only_of_what_was_asked_for(canvas, heard):
    show(canvas, report_of(a_running()))
    assert find(canvas, "Address 192.0.2.1").text(NAME).endswith("waiting for the greeting")
    heard.clear()
    show(canvas, report_of(a_running()))
    assert not heard
    show(canvas, RESULT)
    assert ("NameChanged", "Address 192.0.2.1 of a.example.org: Answers, 220 · 60 ms") in heard
    assert not any("b.example.org" in name for _, name in heard)


def test_parts_that_come_are_told_and_those_that_go_are_freed(canvas, heard):
    show(canvas, a_result(mx="0 ."))
    list(below(face_of(canvas)))
    heard.clear()
    show(canvas, RESULT)
    tier = [what for what, name in heard if name.startswith("Tier, Tried first")]
    assert tier == ["ObjectCreated"]
    assert not any(name.startswith("Host") for _, name in heard)  # they come with their tier
    list(below(face_of(canvas)))
    show(canvas, None)
    assert list(below(face_of(canvas))) == []


def test_while_nobody_listens_nothing_is_told_nor_made(canvas, heard):
    QAccessible.setActive(False)
    before = accessible.kept()
    show(canvas, report_of(a_running()))
    show(canvas, RESULT, key_of(RESULT, "192.0.2.2"))
    QApplication.processEvents()
    assert not heard
    assert accessible.kept() == before


@pytest.fixture
def frozen():
    """Let the collector look at what is new alone: the tests before have left a great deal."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


def test_canvases_come_and_go_with_their_interfaces(theme, frozen):
    before = accessible.kept()
    for round_ in range(30):
        canvas = Canvas(theme)
        give_voice(canvas)
        show(canvas, RESULT)
        canvas.show()
        assert len(list(below(face_of(canvas)))) == 8
        show(canvas, report_of(two_tiers(mx="0 .")))
        gc.collect()
        assert len(list(below(face_of(canvas)))) == 2
        if round_ % 2:
            canvas.deleteLater()
        del canvas
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert accessible.kept() <= before
