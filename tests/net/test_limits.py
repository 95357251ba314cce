"""The limits fit together."""

from mxgui.model.plan import PATIENCES
from mxgui.net import limits


def test_a_whole_reply_and_its_transcript_have_room_for_the_longest_lines():
    assert limits.REPLY_BYTES >= limits.LINE_BYTES
    assert limits.TRANSCRIPT_LETTERS >= 3 * limits.REPLY_BYTES
    assert limits.TRANSCRIPT_LINES >= 2 * limits.REPLY_LINES


def test_the_whole_limit_leaves_every_step_its_own_once():
    for patience in PATIENCES.values():
        whole = limits.whole_of(patience)
        assert whole >= patience.connect + patience.greeting + patience.command
        assert whole < patience.connect + patience.greeting + 4 * patience.command
