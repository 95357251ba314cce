"""What every view is."""

import pytest

from mxgui.ui.shown import Shown
from mxgui.ui.view import View


def test_a_view_must_say_how_it_draws(theme):
    with pytest.raises(NotImplementedError):
        View(theme).draw(Shown())
