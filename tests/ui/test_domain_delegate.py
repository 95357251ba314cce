"""How rows of the list of domains are painted."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyleOptionViewItem

from mxgui.model.text import text
from mxgui.ui.scheme import Scheme
from mxgui.ui.shown import Example, Opened, Stage
from mxgui.ui.theme import DARK
from mxgui.ui.views.domains import DomainsView
from tests.ui.views.test_domains import SHOWN


@pytest.fixture
def domains(theme, qtbot) -> DomainsView:
    made = DomainsView(theme)
    qtbot.addWidget(made)
    made.resize(210, 420)
    made.draw(SHOWN)
    made.show()
    return made


def height(domains: DomainsView, at: int) -> int:
    index = domains.list.model().index(at, 0)
    return domains.list.itemDelegate().sizeHint(QStyleOptionViewItem(), index).height()


def test_a_longer_sentence_has_a_higher_row(domains):
    assert height(domains, 2) < height(domains, 3) < height(domains, 4)


def test_chosen_and_other_rows_look_different(domains):
    plain = domains.grab().toImage()
    domains.draw(replace(SHOWN, current=1))
    assert domains.grab().toImage() != plain


def test_it_follows_the_scheme(domains, theme):
    light = domains.grab().toImage()
    theme.choose(Scheme.DARK)
    assert theme.tokens is DARK
    assert domains.grab().toImage() != light


def test_hostile_names_are_cut_and_isolated(domains):
    name = "\u202e" + "x" * 250 + ".example"
    domains.draw(replace(SHOWN, opened=(Opened(9, name, Stage.WAITING),), current=9))
    assert not domains.grab().isNull()
    assert height(domains, 0) < 80


def test_rows_are_as_high_as_their_sentences_need_in_another_width(domains, qtbot):
    index = domains.list.model().index(4, 0)
    qtbot.waitUntil(lambda: domains.list.visualRect(index).height() > 60)
    domains.resize(700, 420)
    qtbot.waitUntil(lambda: domains.list.visualRect(index).height() < 60)


def test_a_sentence_without_end_takes_a_few_lines(domains):
    endless = Example("endless.example", text("{words}", words="word " * 300))
    domains.draw(replace(SHOWN, examples=(*SHOWN.examples, endless)))
    assert height(domains, 4) <= height(domains, 5) < 100


def test_the_mark_of_a_running_domain_can_be_seen_when_it_is_chosen(domains, theme):
    domains.draw(replace(SHOWN, current=2))
    row = domains.list.visualRect(domains.list.model().index(1, 0))
    image = domains.list.grab(row).toImage()
    seen = {image.pixelColor(x, 14).name() for x in range(8, 34)}
    assert theme.tokens.surface in seen


def test_where_words_run_from_the_right_the_mark_stands_there(domains, theme):
    ground = theme.tokens.ok_tint  # of the mark of the first domain, which is well

    def has_mark(left: int) -> bool:
        row = domains.list.visualRect(domains.list.model().index(0, 0))
        image = domains.list.viewport().grab(row).toImage()
        places = ((x, y) for x in range(left, left + 26) for y in range(4, 26))
        return any(image.pixelColor(x, y).name() == ground for x, y in places)

    wide = domains.list.viewport().width()
    assert has_mark(4)
    assert not has_mark(wide - 34)
    domains.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert has_mark(wide - 34)
