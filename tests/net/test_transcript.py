"""The transcript: in order, with times, and never larger than its room."""

from mxgui.model.smtp import Said, Speaker
from mxgui.net.limits import TRANSCRIPT_LETTERS, TRANSCRIPT_LINES
from mxgui.net.transcript import Transcript
from tests.fakes import FakeClock


def test_lines_carry_the_seconds_since_the_transcript_began():
    clock = FakeClock()
    clock.advance(7)
    transcript = Transcript(clock.seconds)
    clock.advance(0.5)
    transcript.add(Speaker.SERVER, b"220 mx\x1b\xff")
    transcript.add(Speaker.CLIENT, "QUIT")
    assert transcript.lines == (
        Said(0.5, Speaker.SERVER, r"220 mx\x1b\xff"),
        Said(0.5, Speaker.CLIENT, "QUIT"),
    )


def test_there_is_room_for_so_many_lines_and_the_last_tells_that_more_was_said():
    transcript = Transcript(lambda: 0.0)
    for _ in range(2 * TRANSCRIPT_LINES):
        transcript.add(Speaker.SERVER, b"x")
    assert len(transcript.lines) == TRANSCRIPT_LINES
    assert transcript.lines[-1].text == "…"


def test_there_is_room_for_so_many_letters_whatever_their_escapes():
    transcript = Transcript(lambda: 0.0)
    for _ in range(100):
        transcript.add(Speaker.SERVER, b"\0" * 2_000)
    assert sum(len(line.text) for line in transcript.lines) == TRANSCRIPT_LETTERS
    assert transcript.lines[-1].text.endswith("…")


def test_several_lines_are_written_down_one_by_one():
    transcript = Transcript(lambda: 0.0)
    transcript.add_all(Speaker.SERVER, b"a\r\n\nb\rc\n\r\n")
    transcript.add_all(Speaker.SERVER, b"")
    transcript.add_all(Speaker.SERVER, b"\r\n")
    assert [line.text for line in transcript.lines] == ["a", "", r"b\x0dc"]
