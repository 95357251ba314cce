"""By which name to greet is asked once, below the domain field."""

import pytest

from mxgui.ui.helo_question import HeloQuestion
from mxgui.ui.shown import Shown
from mxgui.ui.wishes import UseHelo
from tests.ui.showing import wishes_of


@pytest.fixture
def question(qtbot) -> HeloQuestion:
    made = HeloQuestion()
    qtbot.addWidget(made)
    made.draw(Shown(asks_helo=True, usual_helo="[198.51.100.7]"))
    return made


def test_it_says_what_is_given_otherwise(question):
    assert question.isVisible()
    assert question.told.text() == "Otherwise it gives its address, [198.51.100.7]."
    question.draw(Shown(asks_helo=True, usual_helo="mail.example.net"))
    assert question.told.text().startswith("Otherwise mail.example.net, if that can be looked up")
    question.draw(Shown(asks_helo=False))
    assert not question.isVisible()


def test_a_name_is_taken_and_skipping_is_an_answer(question):
    wishes = wishes_of(question)
    question.field.setText("mail.example.net")
    question.use.click()
    question.leave.click()
    assert wishes == [UseHelo("mail.example.net"), UseHelo("")]


@pytest.mark.parametrize("name", ["localhost", "laptop", "box.local", "nas.lan", "vm.internal"])
def test_a_name_of_one_network_alone_is_not_taken(question, name):
    wishes = wishes_of(question)
    question.field.setText(name)
    question.use.click()
    assert not wishes
    assert question.told.text() == "Give a name that can be looked up, or [address]."


def test_the_welcome_asks_in_its_place(question):
    question.draw(Shown(asks_helo=True, welcomes=True))
    assert not question.isVisible()
