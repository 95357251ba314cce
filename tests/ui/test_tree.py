"""The tree keeps Qt's rules, and its rows keep their places while their words change."""

from PySide6.QtCore import QModelIndex, Qt

from mxgui.model.text import text
from mxgui.ui.table import Cell
from mxgui.ui.tree import Branch, Leaf, TreeModel

TITLES = (text("Order"), text("Host"))


def branches(words: str = "waiting") -> tuple[Branch, ...]:
    first = (Leaf("a 1", (Cell("1"), Cell(words))), Leaf("a 2", (Cell("2"), Cell("b"))))
    return (
        Branch("tier 10", (Cell("Tried first"),), first),
        Branch("tier 20", (Cell("Then"),), (Leaf("b 1", (Cell("3"), Cell("c"))),)),
    )


def test_the_model_keeps_the_rules_of_qt(theme, qtmodeltester):
    model = TreeModel(TITLES, theme)
    qtmodeltester.check(model)
    model.replace(branches())
    qtmodeltester.check(model)
    model.replace(branches()[:1])
    qtmodeltester.check(model)


def test_a_row_is_found_by_its_key(theme):
    model = TreeModel(TITLES, theme)
    model.replace(branches())
    place = model.index_of("b 1")
    assert (place.row(), place.parent().row()) == (0, 1)
    assert model.data(place.siblingAtColumn(1)) == "c"
    assert isinstance(model.at(place), Leaf)
    assert not model.index_of("nobody").isValid()
    assert model.at(QModelIndex()) is None


def test_new_words_repaint_one_row_and_keep_the_rest(theme, qtbot):
    model = TreeModel(TITLES, theme)
    assert model.replace(branches()) is True
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    with qtbot.assertNotEmitted(model.modelReset):
        assert model.replace(branches("220 in 34 ms")) is False
    assert changed == [0]
    assert model.replace(branches("220 in 34 ms")) is False
    assert changed == [0]


def test_another_shape_is_laid_out_anew(theme, qtbot):
    model = TreeModel(TITLES, theme)
    model.replace(branches())
    with qtbot.waitSignal(model.modelReset):
        assert model.replace(branches()[1:]) is True


def test_a_cell_that_a_branch_has_not_is_empty(theme):
    model = TreeModel(TITLES, theme)
    model.replace(branches())
    assert model.data(model.index(0, 1)) is None
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Host"


def test_another_scheme_repaints_every_row(theme):
    model = TreeModel(TITLES, theme)
    model.replace(branches())
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    theme.changed.emit()
    assert len(changed) == 5
