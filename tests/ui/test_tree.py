"""The tree keeps Qt's rules, and its rows keep their places while their words change."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from mxgui.model.text import text
from mxgui.ui.table import LABEL, Cell, Role
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


def test_what_is_new_is_inserted_and_what_is_gone_removed(theme, qtbot):
    model = TreeModel(TITLES, theme)
    first, second = branches()
    model.replace((second,))
    leaf = QPersistentModelIndex(model.index_of("b 1"))
    with qtbot.assertNotEmitted(model.modelReset):
        assert model.replace((first, second)) is True
        assert model.at(leaf) is second.leaves[0]  # the row is known wherever its branch has gone
        assert leaf.parent().row() == 1
        assert model.replace((second,)) is True
    assert model.at(leaf) is second.leaves[0]
    assert model.rowCount() == 1


def test_rows_come_and_go_within_their_branch(theme, qtbot, qtmodeltester):
    model = TreeModel(TITLES, theme)
    qtmodeltester.check(model)
    first, second = branches()
    short = replace(first, leaves=first.leaves[1:])
    model.replace((short, second))
    last = QPersistentModelIndex(model.index_of("a 2"))
    with qtbot.assertNotEmitted(model.modelReset):
        assert model.replace((first, second)) is True
    assert last.row() == 1
    with qtbot.assertNotEmitted(model.modelReset):
        assert model.replace((replace(first, leaves=()), second)) is True
    assert not last.isValid()
    assert model.branches == (replace(first, leaves=()), second)


def test_another_order_is_laid_out_anew(theme, qtbot):
    model = TreeModel(TITLES, theme)
    model.replace(branches())
    with qtbot.waitSignal(model.modelReset):
        assert model.replace(branches()[::-1]) is True


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.sets(st.sampled_from("abcdef")), max_size=4), min_size=2, max_size=6))
def test_whatever_comes_after_whatever_it_is_shown_as_it_is(theme, shapes):
    model = TreeModel(TITLES, theme)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for shape in shapes:
        wanted = tuple(
            Branch(f"{at}", (Cell(f"{at}"),), tuple(Leaf(f"{at}{key}", ()) for key in sorted(keys)))
            for at, keys in enumerate(shape)
            if keys
        )
        model.replace(wanted)
        assert model.branches == wanted
        assert [model.rowCount(model.index(at, 0)) for at in range(model.rowCount())] == [
            len(branch.leaves) for branch in wanted
        ]


def test_new_words_repaint_no_more_cells_than_have_them(theme):
    model = TreeModel(TITLES, theme)
    model.replace(branches())
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: changed.append((first.column(), last.column())))
    model.replace(branches("220"))
    assert changed == [(1, 1)]


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


def key_at(model: TreeModel, index: QModelIndex) -> str:
    part = model.at(index)
    assert part is not None
    return part.key


def three_levels(fix: str = "mend it") -> tuple[Branch, ...]:
    below = (Leaf("a why", (Cell("because", label="Why"),)), Leaf("a fix", (Cell(fix),)))
    return (Branch("warning", (Cell("Warning"),), (Leaf("a", (Cell("!"), Cell("bad")), below),)),)


def test_rows_may_have_rows_below_them(theme, qtmodeltester):
    model = TreeModel(TITLES, theme)
    model.replace(three_levels())
    qtmodeltester.check(model)
    place = model.index_of("a fix")
    assert key_at(model, place.parent()) == "a"
    assert key_at(model, place.parent().parent()) == "warning"
    assert model.rowCount(place.parent()) == 2
    assert [key_at(model, index) for index in model.indexes()] == ["warning", "a", "a why", "a fix"]


def test_what_a_wrapped_cell_is_comes_with_it(theme):
    model = TreeModel(TITLES, theme)
    model.replace(three_levels())
    why = model.index_of("a why")
    assert model.data(why, LABEL) == "Why"
    assert model.data(why, Role.AccessibleTextRole) == "Why: because"


def test_new_words_three_levels_down_repaint_that_row_alone(theme, qtbot):
    model = TreeModel(TITLES, theme)
    model.replace(three_levels())
    changed: list[str] = []
    model.dataChanged.connect(lambda first, _last: changed.append(key_at(model, first)))
    with qtbot.assertNotEmitted(model.modelReset):
        assert model.replace(three_levels("do something")) is False
    assert changed == ["a fix"]
