"""The filter line can be used with the keyboard alone, and tells its state in words and shape."""

import pytest
from PySide6.QtCore import Qt

from mxgui.model.text import text
from mxgui.rules.finding import Finding, Severity
from mxgui.ui.sieve import Sieve
from mxgui.ui.sieve_bar import SieveBar

WARNING = Finding("SMTP-REFUSED", Severity.WARNING, "a.example.org", text("a refuses"))
NOTICE = Finding("MX-SINGLE-HOST", Severity.NOTICE, "example.org", text("one host"))


@pytest.fixture
def bar(theme, qtbot) -> SieveBar:
    made = SieveBar(theme)
    qtbot.addWidget(made)
    made.resize(900, 40)
    made.show()
    made.draw((WARNING, NOTICE), 2, is_chosen=True)
    return made


def test_there_is_a_button_for_each_severity_that_was_found(bar):
    seen = [severity for severity, button in bar.toggles.items() if button.isVisible()]
    assert seen == [Severity.WARNING, Severity.NOTICE]
    assert bar.toggles[Severity.WARNING].text() == "Warning 1"
    assert not any(part.isVisible() for part in (bar.seen, bar.clear))


def test_a_button_hides_its_severity_and_is_struck_through(bar, qtbot):
    button = bar.toggles[Severity.WARNING]
    with qtbot.waitSignal(bar.changed):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert bar.sieve == Sieve(hidden=frozenset({Severity.WARNING}))
    assert button.font().strikeOut()
    assert button.accessibleName() == "Warning: 1, hidden; press to show"


def test_how_many_are_shown_is_told_while_some_are_hidden(bar):
    bar.draw((WARNING, NOTICE), 1, is_chosen=True)
    assert bar.seen.text() == "1 of 2 shown"
    assert bar.clear.isVisible()


def test_clear_lets_everything_through_again(bar, qtbot):
    bar.field.setText("smtp")
    bar.toggles[Severity.NOTICE].click()
    bar.only.click()
    assert bar.sieve == Sieve("smtp", frozenset({Severity.NOTICE}), only_chosen=True)
    with qtbot.waitSignal(bar.changed):
        bar.clear.click()
    assert bar.sieve == Sieve()


def test_escape_takes_the_words_back(bar, qtbot):
    qtbot.keyClicks(bar.field, "smtp")
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.sieve == Sieve()


def test_a_hidden_severity_keeps_its_button_when_its_last_finding_goes(bar):
    bar.toggles[Severity.NOTICE].click()
    bar.draw((WARNING,), 1, is_chosen=True)
    assert bar.toggles[Severity.NOTICE].isVisible()


def test_the_button_for_the_chosen_host_says_why_it_is_off(bar):
    bar.draw((WARNING,), 1, is_chosen=False)
    assert not bar.only.isEnabled()
    assert "Choose a host" in bar.only.toolTip()


def test_with_little_room_words_give_way_and_names_stay(bar, qtbot):
    bar.resize(500, 80)
    button = bar.toggles[Severity.WARNING]
    assert button.text() == "1"
    assert button.accessibleName().startswith("Warning")
    qtbot.waitUntil(lambda: bar.field.geometry().bottom() < button.geometry().top())
    assert bar.minimumSizeHint().width() <= 240
