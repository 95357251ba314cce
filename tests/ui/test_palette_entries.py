"""What the command palette offers."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from mxgui.model.text import text
from mxgui.report.grade import Grade
from mxgui.ui.action import Do, Need
from mxgui.ui.actions import ACTIONS
from mxgui.ui.palette_entries import (
    _REASONS,
    action_entries,
    domain_entries,
    menu_entries,
    part_entries,
)
from mxgui.ui.qt_actions import enable, made_actions
from mxgui.ui.shown import Example, Opened, Shown, Stage
from mxgui.ui.wishes import Switch, SwitchOff, SwitchOn, Wish
from tests.ui.showing import a_shown
from tests.ui.supposing import A, a_supposed


def test_every_open_domain_can_be_switched_to():
    opened = (Opened(3, "one.example", Stage.ENDED, Grade.GOOD, minutes=0),)
    shown = Shown(opened=opened, examples=(Example("other.example", text("Other.")),))
    wishes: list[object] = []
    (entry,) = domain_entries(shown, wishes.append)
    assert str(entry.about) == "Good · just now"
    entry.run()
    assert wishes == [Switch(3)]


def test_every_action_is_offered_and_one_that_makes_no_sense_says_why(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    made = made_actions(window)
    enable(made, Shown())
    entries = list(action_entries(made))
    assert len(entries) == len(ACTIONS) - 1  # the palette does not offer itself
    save = next(entry for entry in entries if entry.words == "Save…")
    assert (save.enabled, str(save.about)) == (False, "There is no result yet.")
    enable(made, a_shown())
    save = next(entry for entry in action_entries(made) if entry.words == "Save…")
    assert save.enabled
    assert save.key == "Ctrl+S"


def test_running_an_entry_does_the_action(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    made = made_actions(window)
    done: list[str] = []
    made[Do.KEYS].triggered.connect(lambda: done.append("keys"))
    next(entry for entry in action_entries(made) if entry.words == "Keys").run()
    assert done == ["keys"]


def test_choices_of_menus_are_offered_under_their_title(qtbot):
    menu = QMenu("&Colours")
    qtbot.addWidget(menu)
    menu.addAction(QAction("Dark && deep", menu))
    menu.addSeparator()
    (entry,) = menu_entries((menu,))
    assert (entry.section, entry.words) == ("Colours", "Dark & deep")


def test_every_need_has_a_reason_to_be_told():
    assert set(_REASONS) == set(Need) - {Need.NOTHING}


def test_every_part_can_be_switched_off_by_name_and_on_again():
    heard: list[Wish] = []
    before = {entry.words: entry for entry in part_entries(a_shown(), heard.append)}
    assert "Switch a.example.org off" in before
    assert "Switch IPv6 off" in before
    assert not any("192.0.2.1 " in str(words) for words in before)  # those stand in the panel
    before["Switch preference 10 off"].run()
    after = {entry.words: entry for entry in part_entries(a_supposed(f"{A}:421"), heard.append)}
    after[f"Switch {A} on again"].run()
    assert [type(wish) for wish in heard] == [SwitchOff, SwitchOn]
    assert not list(part_entries(Shown(), heard.append))
