"""Whatever mail hosts and zones say, it cannot turn or steer the words that stand around it.

Every string that the window hands to Qt is looked at: of labels, tables, pages, tooltips and the
graph, and what a screen reader gets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from unicodedata import bidirectional

import pytest
from PySide6.QtCore import QAbstractItemModel, QBuffer, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QGraphicsView,
    QLabel,
    QTabBar,
    QTextEdit,
    QWidget,
)

from mxgui.model.inspection import Inspection
from mxgui.model.records import ExtendedError
from mxgui.model.smtp import Reply, Said, Speaker
from mxgui.ui.main_window import MainWindow
from mxgui.ui.reading import read
from mxgui.ui.shown import Shown
from tests.builders import a_certificate, a_failed_answer, a_probe, an_entry, an_inspection
from tests.report.samples import hostile
from tests.ui.showing import a_shown
from tests.ui.windows import end

HEBREW, ARABIC = "שלום 12", "مرحبا 34"
STEERED = f"abc\u202e{HEBREW}\u2066{ARABIC}"  # opens and never closes
NAME = "דואר.example"

# What is left of steering marks: isolates of ours, which open and close again
OPENS, CLOSES = "\u2068", "\u2069"
STEERS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066\u2067]")
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def turned() -> Inspection:
    """A domain whose zone and hosts speak from right to left wherever they can."""
    leaf = replace(a_certificate(NAME), subject=STEERED, issuer=STEERED, names=(NAME, STEERED))
    probe = a_probe(
        NAME,
        greeting=Reply(220, (STEERED,)),
        ehlo=Reply(250, (STEERED, HEBREW)),
        transcript=(Said(0.1, Speaker.SERVER, STEERED), Said(0.2, Speaker.CLIENT, HEBREW)),
        note=STEERED,
        helo=STEERED,
    )
    assert probe.tls is not None
    probe = replace(probe, tls=replace(probe.tls, chain=(leaf,), cipher=STEERED, sni=NAME))
    aaaa = a_failed_answer(NAME, "AAAA", ede=(ExtendedError(0, STEERED),), raw=STEERED)
    known = an_inspection(
        "עברית.example",
        mx=f"10 {NAME}, 20 refuses.example",
        hosts={NAME: "192.0.2.1", "refuses.example": ""},
        probes={"192.0.2.1": probe},
        answers=(aaaa,),
    )
    bounce = an_entry(f"<ada@עברית.example>: host {NAME}[192.0.2.1] said: 550 5.1.1 {STEERED}")
    return replace(known, entry=replace(known.entry, bounce=bounce.bounce))


@pytest.fixture
def window(theme) -> Iterator[MainWindow]:
    made = MainWindow(theme)
    made.draw(Shown())
    made.resize(1440, 900)
    made.show()
    yield made
    end(made)


def handed_to_qt(window: MainWindow) -> Iterator[tuple[str, str]]:
    """Every string of the window, each with where it was found."""
    yield "title", window.windowTitle()
    for widget in window.findChildren(QWidget):
        kind = type(widget).__name__
        yield f"tooltip of {kind}", widget.toolTip()
        if isinstance(widget, QLabel | QAbstractButton):
            yield kind, widget.text()
        elif isinstance(widget, QTabBar):
            yield from ((kind, widget.tabText(at)) for at in range(widget.count()))
        yield from ((kind, words) for words in of_content(widget))
    for interface in below(QAccessible.queryAccessibleInterface(window)):
        for what in (QAccessible.Text.Name, QAccessible.Text.Description):
            yield f"screen reader: {interface.role().name}", interface.text(what)


def of_content(widget: QWidget) -> Iterator[str]:
    """What is on a page, in a table or a tree, and in the tooltips of a picture."""
    if isinstance(widget, QTextEdit):
        yield from widget.toPlainText().splitlines()
    elif isinstance(widget, QAbstractItemView):
        yield from of_model(widget.model())
    elif isinstance(widget, QGraphicsView):
        yield from (item.toolTip() for item in widget.scene().items())


def below(interface):
    for at in range(interface.childCount()):
        child = interface.child(at)
        if child is not None and child.role() != QAccessible.Role.EditableText:  # as it was typed
            yield child
            yield from below(child)


def of_model(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[str]:
    parent = parent or QModelIndex()
    for row in range(model.rowCount(parent)):
        for column in range(model.columnCount(parent)):
            place = model.index(row, column, parent)
            yield from (str(model.data(place, role) or "") for role in ROLES)
        yield from of_model(model, model.index(row, 0, parent))


def painted(view: QGraphicsView) -> list[str]:
    """The words that a picture is painted with; each stands for itself, with nothing around it."""
    written = QBuffer()
    picture = QSvgGenerator()
    picture.setOutputDevice(written)
    whole = view.scene().sceneRect()
    picture.setViewBox(whole)
    painter = QPainter(picture)
    view.scene().render(painter, whole, whole)
    painter.end()
    return re.findall(r">([^<>]*)</text>", bytes(written.data().data()).decode())


def problems_of(words: str) -> str:
    """What is wrong with a string, if anything."""
    if STEERS.search(words):
        return "it holds a mark that steers"
    depth = 0
    for letter in words:
        depth += (letter == OPENS) - (letter == CLOSES)
        if depth < 0:
            return "it closes what it has not opened"
        if not depth and bidirectional(letter) in ("R", "AL"):
            return "words from right to left stand in the open"
    return "it does not close what it opens" if depth else ""


@pytest.mark.parametrize("inspection", [turned(), hostile()], ids=["turned", "hostile"])
def test_no_string_of_the_window_can_be_turned(window, inspection):
    shown = a_shown(inspection)
    assert shown.result is not None
    found: set[str] = set()
    seen = 0
    diagram = shown.result.diagram
    chosen = [card.key for card in diagram.hosts] + [row.key for row in diagram.rows]
    for key in (None, *chosen):
        window.draw(replace(shown, chosen=key))
        QApplication.processEvents()
        for place, words in handed_to_qt(window):
            seen += bool(words)
            if problems_of(words):
                found.add(f"{place}: {words!r}: {problems_of(words)}")
    assert not found
    assert seen > 100


def test_no_word_of_the_graph_holds_a_mark_that_steers(window):
    for inspection, said in ((turned(), "דואר"), (hostile(), "mx1")):
        window.draw(a_shown(inspection))
        QApplication.processEvents()
        words = [word for view in window.findChildren(QGraphicsView) for word in painted(view)]
        assert any(said in word for word in words)
        assert not [word for word in words if STEERS.search(word)]


def test_no_note_of_the_field_can_be_turned(window):
    for typed in (STEERED, f"{STEERED}.example", f"ada@{NAME} {STEERED}"):
        _, note = read(typed)
        window.draw(Shown(note=note, typed=typed))
        bad = {words for _, words in handed_to_qt(window) if problems_of(words)}
        assert not bad


def test_the_words_of_the_network_are_there_all_the_same(window):
    window.draw(replace(a_shown(turned()), chosen=None))
    QApplication.processEvents()
    everything = " ".join(words for _, words in handed_to_qt(window))
    assert "דואר" in everything
    assert "refuses.example" in everything


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("host \u2068שלום\u2069 said", ""),
        ("host שלום said", "words from right to left stand in the open"),
        ("\u202eabc", "it holds a mark that steers"),
        ("a \u2068b", "it does not close what it opens"),
        ("a \u2069b", "it closes what it has not opened"),
    ],
)
def test_such_strings_are_found(words, problem):
    assert problems_of(words) == problem
