"""How rows of the list of domains are painted."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QStyleOptionViewItem

from mxgui.ui.scheme import Scheme
from mxgui.ui.shown import Opened, Stage
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
