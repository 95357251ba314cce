"""The dialog of all settings."""

from dataclasses import fields, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMessageBox

from mxgui.app.settings import Settings
from mxgui.ui.settings.dialog import SettingsDialog
from mxgui.ui.settings.editors import LineEditor
from mxgui.ui.settings.wishes import ForgetDomains, UseSettings
from tests.ui.showing import wishes_of

CHOSEN = Settings(
    resolvers=("192.0.2.53",),
    dns_wait=20.0,
    helo="mail.example.net",
    proxy="socks5://127.0.0.1:1080",
    also_direct=True,
    scheme="dark",
    domains=10,
)


@pytest.fixture
def dialog(qtbot) -> SettingsDialog:
    made = SettingsDialog(CHOSEN)
    qtbot.addWidget(made)
    made.open()
    return made


def agree(dialog: SettingsDialog) -> None:
    box = dialog.findChildren(QDialogButtonBox)[0]
    box.button(QDialogButtonBox.StandardButton.Ok).click()


def typed(dialog: SettingsDialog, name: str, words: str) -> None:
    editor = dialog.row(name).editor
    assert isinstance(editor, LineEditor)
    editor.setText(words)


def found(dialog: SettingsDialog) -> set[str]:
    return {row.name for row in dialog.rows if row.isVisible()}


def test_it_has_a_row_for_every_setting_and_changes_none_by_itself(dialog):
    assert [row.name for row in dialog.rows] == [one.name for one in fields(Settings)]
    wishes = wishes_of(dialog)
    agree(dialog)
    assert wishes == [UseSettings(CHOSEN)]
    assert not dialog.isVisible()


def test_what_was_changed_is_wished_for(dialog):
    wishes = wishes_of(dialog)
    typed(dialog, "connect_wait", "30")
    dialog.row("motion").put("less")
    agree(dialog)
    assert wishes == [UseSettings(replace(CHOSEN, connect_wait=30.0, motion="less"))]


def test_the_search_leaves_what_has_all_its_words(dialog):
    assert found(dialog) == {one.name for one in fields(Settings)}
    dialog.search.setText("RFC five")
    assert found(dialog) == {"greeting_wait", "command_wait"}
    dialog.search.setText("zebra")
    assert not found(dialog)
    assert dialog.none.isVisible()
    dialog.search.clear()
    assert not dialog.none.isVisible()


def test_what_cannot_be_is_led_to_even_if_the_search_hid_it(dialog):
    wishes = wishes_of(dialog)
    typed(dialog, "helo", "localhost")
    dialog.search.setText("colours")
    agree(dialog)
    assert not wishes
    assert dialog.isVisible()
    row = dialog.row("helo")
    assert row.isVisible()
    assert row.problem.isVisible()
    assert QApplication.focusWidget() in (row.editor, None)
    typed(dialog, "helo", "")
    agree(dialog)
    assert wishes == [UseSettings(replace(CHOSEN, helo=""))]


def test_all_are_put_back_and_cancel_undoes_that(dialog):
    wishes = wishes_of(dialog)
    dialog.reset.click()
    assert {row.name for row in dialog.rows if row.reset.isVisible()} == set()
    dialog.reject()
    assert not wishes
    dialog.open()
    agree(dialog)
    assert wishes == [UseSettings(Settings())]


def test_a_password_is_wished_for_beside_the_settings_and_not_in_them(dialog):
    wishes = wishes_of(dialog)
    written = "socks5://bob:secret@127.0.0.1:1080"
    typed(dialog, "proxy", written)
    agree(dialog)
    assert wishes == [UseSettings(CHOSEN, written)]
    assert "secret" not in repr(wishes)


def test_beside_the_proxy_makes_sense_with_one_alone(dialog):
    wishes = wishes_of(dialog)
    typed(dialog, "proxy", "")
    assert not dialog.row("also_direct").editor.isEnabled()
    agree(dialog)
    assert wishes == [UseSettings(replace(CHOSEN, proxy="", also_direct=False))]


def test_the_keyboard_alone_comes_to_every_setting(dialog, qtbot):
    dialog.activateWindow()
    dialog.search.setFocus()
    seen = []
    for _ in range(80):
        seen.append(dialog.focusWidget())
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert all(row.editor in seen for row in dialog.rows)


def test_what_another_program_changed_is_shown_unless_something_was_typed_there(dialog):
    wishes = wishes_of(dialog)
    typed(dialog, "helo", "other.example.net")
    typed(dialog, "connect_wait", "nonsense")
    now = replace(CHOSEN, scheme="light", helo="new.example.net", connect_wait=33.0)
    dialog.follow(now, earlier=0)
    assert dialog.row("scheme").taken() == "light"
    assert dialog.row("helo").taken() == "other.example.net"
    assert dialog.row("connect_wait").taken() is None
    typed(dialog, "connect_wait", "20")
    agree(dialog)
    assert wishes == [UseSettings(replace(now, helo="other.example.net", connect_wait=20.0))]


def test_earlier_domains_are_forgotten_when_that_is_agreed_to(qtbot):
    dialog = SettingsDialog(CHOSEN, earlier=2)
    qtbot.addWidget(dialog)
    wishes = wishes_of(dialog)
    dialog.open()
    dialog.forget.click()
    question = dialog.findChildren(QMessageBox)[-1]
    assert question.text() == "Forget 2 earlier domains?"
    question.escapeButton().click()
    assert not wishes
    dialog.forget.click()
    question = dialog.findChildren(QMessageBox)[-1]
    next(each for each in question.buttons() if each is not question.escapeButton()).click()
    assert wishes == [ForgetDomains()]
    assert dialog.isVisible()
    dialog.follow(CHOSEN, earlier=0)
    assert not dialog.forget.isEnabled()


@pytest.mark.parametrize("wide", [460, 560, 720, 1000])
def test_nothing_is_cut_however_narrow_it_is(dialog, wide):
    dialog.resize(wide, 400)
    for row in dialog.rows:
        row.put("less" if row.name == "motion" else getattr(CHOSEN, row.name))
    QApplication.processEvents()
    assert dialog.area.horizontalScrollBar().maximum() == 0
    room = dialog.area.widget().width()
    assert room <= dialog.area.viewport().width()
    assert all(row.geometry().right() <= room for row in dialog.rows)
    assert all(row.reset.geometry().right() <= row.width() for row in dialog.rows)
