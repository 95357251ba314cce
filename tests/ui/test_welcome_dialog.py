"""The welcome out of the menu gives way as soon as something is begun."""

from mxgui.ui.shown import Shown
from mxgui.ui.welcome_dialog import WelcomeDialog
from mxgui.ui.wishes import OpenDemo
from tests.ui.showing import wishes_of


def test_it_gives_way_to_what_is_begun(qtbot):
    dialog = WelcomeDialog(Shown())
    qtbot.addWidget(dialog)
    wishes = wishes_of(dialog)
    dialog.open()
    dialog.welcome.demo.click()
    assert wishes == [OpenDemo()]
    assert not dialog.isVisible()
    dialog.open()
    with qtbot.waitSignal(dialog.field_asked):
        dialog.welcome.domain.click()
    assert not dialog.isVisible()
