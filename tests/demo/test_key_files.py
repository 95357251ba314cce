"""The files for other programs have names of their own."""

from mxgui.demo.key_files import ANCHOR_FILE, CA_FILE


def test_the_two_files_can_lie_in_one_folder():
    assert len({CA_FILE, ANCHOR_FILE}) == 2
