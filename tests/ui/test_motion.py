"""Whether the system wishes still pictures."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle

from mxgui.ui.motion import system_wishes_stillness


class StillStyle(QProxyStyle):
    """A style as it is upon a desktop whose animations are switched off."""

    def styleHint(self, hint, option=None, widget=None, returnData=None) -> int:  # noqa: N803
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget, returnData)


@pytest.fixture
def still_app(qapp) -> Iterator[QApplication]:
    qapp.setStyle(StillStyle("Fusion"))
    yield qapp
    qapp.setStyle("Fusion")


def test_a_system_that_says_nothing_moves(qapp):
    assert not system_wishes_stillness(qapp)


def test_a_desktop_without_animations_wishes_stillness(still_app):
    assert system_wishes_stillness(still_app)
