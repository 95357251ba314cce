"""The rows of the palette keep Qt's rules, and show which letters were typed."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from mxgui.ui.palette_rows import HitsDelegate, HitsModel, key_words, spoken
from mxgui.ui.palette_search import Entry, Hit
from mxgui.ui.table import Role


def nothing() -> None:
    """What an entry of a test does."""


SAVE = Entry("Save", "File", nothing, "Ctrl+S", "Write the result into a file")
STOP = Entry("Stop", "Inspect", nothing, about="Nothing runs.", enabled=False)


def a_model(*hits: Hit) -> HitsModel:
    model = HitsModel()
    model.replace(hits)
    return model


def picture_of(model: HitsModel, theme, wide: int = 400, **options) -> QImage:
    """The first row, as it is painted."""
    image = QImage(wide, 34, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, wide, 34)
    for name, value in options.items():
        setattr(option, name, value)
    painter = QPainter(image)
    HitsDelegate(model, theme).paint(painter, option, model.index(0, 0))
    painter.end()
    return image


def test_the_model_keeps_the_rules_of_qt(qtmodeltester):
    model = a_model(Hit(SAVE), Hit(STOP))
    qtmodeltester.check(model)
    model.replace(())
    qtmodeltester.check(model)


def test_a_row_is_read_out_with_its_section_and_key():
    model = a_model(Hit(SAVE), Hit(STOP))
    assert model.data(model.index(0, 0)) == "Save"
    read = model.data(model.index(0, 0), Role.AccessibleTextRole)
    assert read == f"Save, File, {key_words('Ctrl+S')}"
    assert str(spoken(STOP)) == "Stop, Inspect, cannot be done now. Nothing runs."


def test_words_from_elsewhere_are_no_markup_in_a_tooltip():
    model = a_model(Hit(Entry("a", "b", nothing, about="<img src=x>")))
    assert "<img" not in model.data(model.index(0, 0), Role.ToolTipRole)


def test_the_typed_letters_look_different(theme):
    assert picture_of(a_model(Hit(SAVE, (0, 1))), theme) != picture_of(a_model(Hit(SAVE)), theme)


def test_the_current_row_has_a_bar_besides_its_colour(theme):
    chosen = picture_of(a_model(Hit(SAVE)), theme, state=QStyle.StateFlag.State_Selected)
    assert chosen.pixelColor(1, 17).name() == theme.tokens.accent
    assert chosen.pixelColor(200, 1).name() == theme.tokens.accent_tint


def test_from_right_to_left_the_row_is_mirrored(theme):
    state, left = QStyle.StateFlag.State_Selected, Qt.LayoutDirection.RightToLeft
    chosen = picture_of(a_model(Hit(SAVE)), theme, state=state, direction=left)
    assert chosen.pixelColor(398, 17).name() == theme.tokens.accent
    assert chosen.pixelColor(1, 17).name() == theme.tokens.accent_tint


@pytest.mark.parametrize("wide", [1, 20, 60, 2_000])
def test_any_width_can_be_painted(theme, wide):
    long = Entry("a" * 300, "section " * 20, nothing, "Ctrl+S", "b" * 300)
    assert not picture_of(a_model(Hit(long, tuple(range(300)))), theme, wide).isNull()
