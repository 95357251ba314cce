"""What may be wished for about settings."""

from mxgui.app.settings import Settings
from mxgui.ui.settings.wishes import UseSettings


def test_a_wish_does_not_show_its_password():
    assert "secret" not in repr(UseSettings(Settings(), "socks5://bob:secret@127.0.0.1:1080"))
