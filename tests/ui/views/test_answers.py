"""DNS answers: a row a question, the whole answer beside it, in step with the graph."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from mxgui.model.event import Asked, AskStep
from mxgui.model.inspection import learn
from mxgui.ui.scheme import Scheme
from mxgui.ui.shown import Shown
from mxgui.ui.views.answers import COLUMNS, AnswersView
from mxgui.ui.wishes import Choose
from tests.builders import a_question, an_answer
from tests.ui.showing import a_result, a_shown, key_of, two_tiers, wishes_of

TTL, TOOK = 5, 6


@pytest.fixture
def view(theme, qtbot) -> AnswersView:
    made = AnswersView(theme)
    qtbot.addWidget(made)
    made.resize(1200, 300)
    made.show()
    return made


def column(view: AnswersView, place: int) -> list[str]:
    model = view.table.model()
    return [model.data(model.index(row, place)) for row in range(model.rowCount())]


def selected(view: AnswersView) -> list[int]:
    return sorted(index.row() for index in view.table.selectionModel().selectedRows())


def select(view: AnswersView, row: int) -> None:
    view.table.setCurrentIndex(view.table.model().index(row, 0))


def test_every_question_has_a_row_in_the_order_of_asking(view):
    view.draw(a_shown())
    assert column(view, 0) == [
        "example.org",
        "a.example.org",
        "a.example.org",
        "b.example.org",
        "b.example.org",
    ]
    assert column(view, 1) == ["MX", "A", "AAAA", "A", "AAAA"]
    assert column(view, 2)[-1] == "No such record"


def test_time_passing_changes_the_ttl_and_nothing_else(view):
    shown = a_shown()
    view.draw(shown)
    changed: list[tuple[int, int]] = []
    view.table.model().dataChanged.connect(lambda a, b: changed.append((a.column(), b.column())))
    view.draw(replace(shown, age=100.0))
    assert set(changed) == {(TTL, TTL)}
    assert column(view, TTL)[0] == "3 min 21 s"
    changed.clear()
    view.draw(replace(shown, age=100.4))
    assert changed == []
    view.draw(replace(shown, age=1000.0))
    assert column(view, TTL)[0] == "expired"


def test_a_question_under_way_counts_its_seconds_unless_all_is_to_be_still(view):
    known = learn(two_tiers(ended=None), Asked(AskStep(a_question("c.example.org", "A")), 0.5))
    shown = a_shown(known, now=1.0)
    view.draw(shown)
    assert (column(view, 2)[-1], column(view, TOOK)[-1]) == ("Asking", "500 ms")
    view.draw(replace(shown, now=2.6))
    assert column(view, TOOK)[-1] == "2.1 s"
    view.draw(replace(shown, now=9.0, still=True))
    assert column(view, TOOK)[-1] == "2.1 s"


def test_the_chosen_answer_is_written_whole(view):
    answer = an_answer(records="10 a.example.org, 20 b.example.org", raw="id 1\n;ANSWER", at=0.01)
    view.draw(a_shown(two_tiers(answers=(answer,))))
    assert view.page.toPlainText() == ""
    select(view, 0)
    assert view.page.toPlainText().startswith("example.org MX\nFound · NOERROR")
    assert view.page.toPlainText().endswith("id 1\n;ANSWER")


def test_the_page_stays_where_it_is_read_while_time_passes(view):
    answer = an_answer(records="10 a.example.org", raw="line\n" * 400, at=0.01)
    shown = a_shown(two_tiers(answers=(answer,)))
    view.draw(shown)
    select(view, 0)
    view.page.verticalScrollBar().setValue(100)
    view.draw(replace(shown, chosen="domain", age=60.0))
    assert view.page.verticalScrollBar().value() == 100


def test_a_row_chooses_its_host(view):
    result = a_result()
    shown = Shown(result=result)
    view.draw(shown)
    wishes = wishes_of(view)
    select(view, 2)
    key = key_of(result, "a.example.org")
    assert wishes == [Choose(key)]
    view.draw(replace(shown, chosen=key))
    assert selected(view) == [2]
    select(view, 1)
    assert len(wishes) == 1  # the host is chosen already


def test_the_questions_of_a_host_that_is_chosen_elsewhere_are_marked(view):
    result = a_result()
    shown = Shown(result=result)
    view.draw(shown)
    wishes = wishes_of(view)
    view.draw(replace(shown, chosen=key_of(result, "b.example.org")))
    assert selected(view) == [3, 4]
    view.draw(replace(shown, chosen=key_of(result, "2001:db8::1")))
    assert selected(view) == [2]
    view.draw(replace(shown, chosen="nothing here"))
    assert selected(view) == []
    assert wishes == []


def test_the_filter_leaves_what_has_the_words(view, qtbot):
    view.draw(a_shown())
    qtbot.keyClicks(view.filter, "aaaa b.ex")
    assert column(view, 0) == ["b.example.org"]
    view.filter.clear()
    assert len(column(view, 0)) == 5


def test_the_selection_stays_while_more_is_learned(view):
    known = two_tiers(ended=None)
    view.draw(a_shown(known))
    select(view, 3)
    more = learn(known, Asked(AskStep(a_question("c.example.org", "A")), 0.0))
    view.draw(a_shown(more, chosen=key_of(a_result(), "b.example.org")))
    assert selected(view) == [4]  # the new question was asked first


def test_the_page_is_below_the_table_where_there_is_little_room(view):
    splitter = view._splitter  # noqa: SLF001 - how it lies is nobody's business but the test's
    assert splitter.orientation() is Qt.Orientation.Horizontal
    view.resize(420, 600)
    assert splitter.orientation() is Qt.Orientation.Vertical
    view.resize(420, 180)  # too low for both
    assert splitter.orientation() is Qt.Orientation.Horizontal


def test_another_scheme_writes_the_page_in_its_colours(view, theme):
    view.draw(a_shown())
    select(view, 0)
    words = view.page.toPlainText()
    theme.choose(Scheme.DARK)
    assert view.page.toPlainText() == words
    colour = view.page.document().begin().begin().fragment().charFormat().foreground().color()
    assert colour.name() == theme.tokens.text


def test_the_keyboard_arriving_chooses_nothing(view, qtbot):
    view.draw(a_shown())
    wishes = wishes_of(view)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.table.hasFocus)
    assert wishes == []


def test_text_from_elsewhere_stays_text(view):
    answer = an_answer(records="10 <i>a, 20 b\u202egro", raw="<b>raw</b> \u05d0", at=0.01)
    view.draw(a_shown(two_tiers(answers=(answer,), hosts={})))
    select(view, 0)
    assert "<b>raw</b>" in view.page.toPlainText()
    assert "\u202e" not in view.page.toPlainText()
    assert "\u202e" not in column(view, 3)[0]


def test_without_a_result_it_is_empty_and_every_part_has_a_name(view):
    view.draw(a_shown())
    view.draw(Shown())
    assert view.table.model().rowCount() == 0
    assert len(COLUMNS) == view.table.model().columnCount()
    assert view.table.accessibleName()
    assert view.filter.accessibleName()
    assert view.page.accessibleName()
