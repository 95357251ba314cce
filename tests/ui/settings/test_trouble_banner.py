"""What went wrong with files is told across the top until it is understood."""

from mxgui.model.text import text
from mxgui.ui.settings.trouble_banner import TroubleBanner
from mxgui.ui.settings.wishes import Understood
from mxgui.ui.shown import Shown
from tests.ui.showing import wishes_of


def test_each_trouble_is_told_and_goes_when_it_is_understood(qtbot):
    banner = TroubleBanner()
    qtbot.addWidget(banner)
    banner.draw(Shown())
    assert not banner.isVisible()
    banner.draw(Shown(troubles=(text("One."), text("Two."))))
    assert banner.isVisible()
    assert banner.words.text() == "One.\nTwo."
    wishes = wishes_of(banner)
    banner.close_it.click()
    assert wishes == [Understood()]
