"""The table keeps Qt's rules and shows what its columns say."""

from dataclasses import dataclass

from PySide6.QtCore import Qt

from mxgui.model.text import text
from mxgui.report.marks import Shape
from mxgui.routing.shapes import Tone
from mxgui.ui.fonts import mono_font
from mxgui.ui.looks import Look
from mxgui.ui.table import LABEL, Cell, Column, Role, RowsModel, cell_data

GOOD = Look(Shape.CHECK, text("Good"), Tone.OK)


@dataclass(frozen=True)
class Person:
    """One row."""

    name: str
    place: str = "here"


COLUMNS: tuple[Column[Person], ...] = (
    Column(text("Name"), lambda person: Cell(person.name, GOOD)),
    Column(text("Place"), lambda person: Cell(person.place, mono=True, muted=True)),
)
ANN, BOB = Person("Ann"), Person("<b>Bob</b>", "there")


def test_the_model_keeps_the_rules_of_qt(theme, qtmodeltester):
    model = RowsModel(COLUMNS, theme)
    model.replace((ANN, BOB))
    qtmodeltester.check(model)
    model.replace((ANN,))
    qtmodeltester.check(model)


def test_a_cell_tells_its_words_mark_and_colour(theme):
    model = RowsModel(COLUMNS, theme)
    model.replace((ANN, BOB))
    name, place = model.index(0, 0), model.index(0, 1)
    assert model.data(name) == "Ann"
    assert model.data(name, Role.DecorationRole) is not None
    assert model.data(name, Role.ForegroundRole) is None
    assert model.data(place, Role.ForegroundRole).name() == theme.tokens.muted
    assert model.data(place, Role.FontRole).family() == "JetBrains Mono"


def test_a_mark_is_read_out_before_the_words(theme):
    model = RowsModel(COLUMNS, theme)
    model.replace((ANN,))
    assert model.data(model.index(0, 0), Role.AccessibleTextRole) == "Good: Ann"
    assert model.data(model.index(0, 1), Role.AccessibleTextRole) == "here"


def test_a_tooltip_of_a_cell_is_escaped(theme):
    model = RowsModel(COLUMNS, theme)
    model.replace((BOB,))
    assert "<b>" not in model.data(model.index(0, 0), Role.ToolTipRole)


def test_columns_have_titles_and_rows_have_none(theme):
    model = RowsModel(COLUMNS, theme)
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Place"
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_as_many_rows_as_before_are_only_repainted(theme, qtbot):
    model = RowsModel(COLUMNS, theme)
    model.replace((ANN,))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.replace((BOB,))
    with qtbot.assertNotEmitted(model.dataChanged):
        model.replace((BOB,))
    with qtbot.waitSignal(model.modelReset):
        model.replace((ANN, BOB))


def test_a_cell_may_be_a_mark_alone_and_is_still_read_out(theme):
    cell = Cell("", GOOD)
    assert cell_data(cell, Role.DisplayRole, theme, mono_font()) == ""
    assert cell_data(cell, Role.AccessibleTextRole, theme, mono_font()) == "Good"
    twice = Cell("Good: Ann", GOOD)
    assert cell_data(twice, Role.AccessibleTextRole, theme, mono_font()) == "Good: Ann"


def test_a_strong_cell_has_a_strong_font(theme):
    assert cell_data(Cell("x", strong=True), Role.FontRole, theme, mono_font()).weight() > 400
    assert cell_data(Cell("x"), Role.FontRole, theme, mono_font()) is None


def test_a_label_comes_with_its_words(theme):
    cell = Cell("because", label="Why")
    assert cell_data(cell, LABEL, theme, mono_font()) == "Why"
    assert cell_data(cell, Role.AccessibleTextRole, theme, mono_font()) == "Why: because"
