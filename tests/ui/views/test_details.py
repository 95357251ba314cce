"""The details are text with marks and bars, written anew only when they say something else."""

import pytest
from PySide6.QtGui import QGuiApplication

from mxgui.model.smtp import Reply, Said, Speaker
from mxgui.ui.scheme import Scheme
from mxgui.ui.shown import Shown
from mxgui.ui.views.details import DetailsView
from tests.builders import a_probe
from tests.ui.showing import a_result, a_running, a_shown, key_of, two_tiers


@pytest.fixture
def details(theme, qtbot) -> DetailsView:
    made = DetailsView(theme)
    qtbot.addWidget(made)
    made.resize(336, 900)
    made.show()
    return made


def test_the_chosen_address_is_told_with_its_transcript(details):
    details.draw(a_shown(chosen=key_of(a_result(), "192.0.2.1")))
    words = details.page.toPlainText()
    assert words.startswith("a.example.org\npreference 10")
    assert "← 220 a.example.org ESMTP" in words
    assert "STARTTLS" in words


def test_markup_and_control_letters_of_a_host_stay_letters(details):
    evil = Said(0.0, Speaker.SERVER, "220 <img src=x> \\x1b[31m \u202edlrow")
    probe = a_probe("a.example.org", "192.0.2.1", transcript=(evil,))
    inspection = two_tiers(probes={"192.0.2.1": probe})
    details.draw(a_shown(inspection, chosen=key_of(a_result(), "192.0.2.1")))
    words = details.page.toPlainText()
    assert "<img src=x>" in words
    assert "\u202e" not in words


def test_marks_and_bars_are_painted_in_the_colours_of_the_scheme(details, theme):
    details.draw(a_shown(chosen=key_of(a_result(), "192.0.2.1")))
    light = details.grab().toImage()
    theme.choose(Scheme.DARK)
    assert details.grab().toImage() != light


def test_a_tick_writes_only_what_changes(details):
    shown = a_shown(a_running(), chosen=key_of(a_result(), "192.0.2.1"), now=3.0)
    details.draw(shown)
    revision = details.page.document().revision()
    details.draw(shown)
    assert details.page.document().revision() == revision
    details.draw(a_shown(a_running(), chosen=shown.chosen, now=4.0))
    assert "4 of 40 s" in details.page.toPlainText()


def test_another_part_is_read_from_its_beginning(details):
    details.resize(336, 120)
    details.draw(a_shown(chosen=key_of(a_result(), "192.0.2.1")))
    details.page.verticalScrollBar().setValue(100)
    details.draw(a_shown(chosen=key_of(a_result(), "192.0.2.2")))
    assert details.page.verticalScrollBar().value() == 0


def test_without_a_result_the_page_is_empty(details):
    details.draw(a_shown())
    details.draw(Shown())
    assert details.page.toPlainText() == ""


def test_selected_text_stays_selected_while_the_probe_goes_on(details):
    key = key_of(a_result(), "192.0.2.1")
    details.draw(a_shown(a_running(), chosen=key, now=3.0))
    found = details.page.document().find("Address in DNS")
    details.page.setTextCursor(found)
    details.draw(a_shown(a_running(), chosen=key, now=14.0))
    assert "14 of 40 s" in details.page.toPlainText()
    assert details.page.textCursor().selectedText() == "Address in DNS"


def test_the_whole_page_is_copied_as_plain_text(details):
    details.draw(a_shown(chosen=key_of(a_result(), "192.0.2.1")))
    details.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("a.example.org\npreference 10")
    assert "Connect  10 ms" in copied
    assert "\ufffc" not in copied


def test_a_command_is_copied_from_its_menu(details):
    details.draw(a_shown(chosen=key_of(a_result(), "192.0.2.1")))
    actions = details.commands.menu().actions()
    assert [action.text() for action in actions][1:] == ["telnet 192.0.2.1 25", "dig -x 192.0.2.1"]
    actions[1].trigger()
    assert QGuiApplication.clipboard().text() == "telnet 192.0.2.1 25"


def test_without_commands_there_is_no_menu(details):
    host = "under_score.example.org"
    inspection = two_tiers(mx=f"10 {host}", hosts={host: "192.0.2.1"})
    shown = a_shown(inspection, chosen="host 0")
    details.draw(shown)
    assert not details.commands.isVisible()
    details.draw(a_shown(chosen=key_of(a_result(), "192.0.2.1")))
    assert details.commands.isVisible()


def test_a_hundred_thousand_letters_of_a_host_are_bounded(details):
    reply = Reply(250, tuple(f"X{n} {'y' * 1000}" for n in range(100)))
    probe = a_probe("a.example.org", "192.0.2.1", ehlo_tls=reply, greeting=reply)
    details.draw(
        a_shown(two_tiers(probes={"192.0.2.1": probe}), chosen=key_of(a_result(), "192.0.2.1"))
    )
    words = details.page.toPlainText()
    assert len(words) < 30_000
    assert "and 59 lines more, in the transcript" in words


def test_where_the_panel_is_wide_and_low_the_buttons_stand_beside_the_page(details, qtbot):
    details.draw(a_shown())
    details.resize(780, 180)
    qtbot.waitUntil(lambda: details.page.height() == details.height())
    details.resize(336, 700)
    qtbot.waitUntil(lambda: details.page.width() == details.width())
