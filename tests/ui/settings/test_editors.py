"""What a setting is changed with."""

from dataclasses import fields

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent

from mxgui.app.setting import BadSetting, about_of
from mxgui.app.settings import Settings
from mxgui.ui.settings.editors import ChoiceEditor, FlagEditor, LineEditor, editor_of

ABOUT = {one.name: about_of(one) for one in fields(Settings)}


@pytest.mark.parametrize("name", ABOUT)
def test_every_setting_has_one_that_gives_back_its_value(name, qtbot):
    editor = editor_of(ABOUT[name])
    qtbot.addWidget(editor)
    default = getattr(Settings(), name)
    editor.put(default)
    assert editor.taken() == default
    assert editor.accessibleName() == str(ABOUT[name].words)
    assert editor.accessibleDescription() == str(ABOUT[name].help)


def test_a_choice_that_this_build_does_not_list_stays_what_it_is(qtbot):
    editor = editor_of(ABOUT["language"])
    qtbot.addWidget(editor)
    editor.put("tlh")
    assert editor.taken() == "tlh"


def test_the_wheel_changes_no_choice(qtbot):
    editor = editor_of(ABOUT["scheme"])
    qtbot.addWidget(editor)
    assert isinstance(editor, ChoiceEditor)
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    editor.wheelEvent(turn)
    assert editor.taken() == "system"
    assert not turn.isAccepted()


def test_a_line_gives_what_is_kept_and_its_secret_apart(qtbot):
    editor = editor_of(ABOUT["proxy"])
    qtbot.addWidget(editor)
    assert isinstance(editor, LineEditor)
    editor.setText("socks5://bob:secret@127.0.0.1:1080")
    assert editor.taken() == "socks5://127.0.0.1:1080"
    assert editor.secret == "socks5://bob:secret@127.0.0.1:1080"
    editor.setText("socks5://127.0.0.1:1080")
    assert editor.secret == ""
    editor.setText("http://127.0.0.1:3128")
    with pytest.raises(BadSetting):
        editor.taken()


def test_a_change_is_told(qtbot):
    editor = editor_of(ABOUT["also_direct"])
    qtbot.addWidget(editor)
    assert isinstance(editor, FlagEditor)
    with qtbot.waitSignal(editor.edited):
        editor.put(True)
