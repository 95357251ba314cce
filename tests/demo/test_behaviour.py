"""What a host of the demo says first."""

from mxgui.demo.behaviour import FLOODING, HANGING_UP, MARKING_UP, POLITE, SILENT, TALKATIVE


def test_a_greeting_names_the_host_and_ends_as_smtp_lines_do():
    assert POLITE.greeting_of("mx.here.example").startswith(b"220 mx.here.example ")
    assert POLITE.greeting_of("mx.here.example").endswith(b"\r\n")


def test_a_greeting_of_several_lines_marks_the_last_one():
    lines = TALKATIVE.greeting_of("mx.here.example").splitlines()
    assert [line[:4] for line in lines] == [b"220-", b"220-", b"220 "]


def test_a_host_that_says_nothing_sends_no_line():
    assert SILENT.greeting_of("mx.here.example") == b""
    assert HANGING_UP.greeting_of("mx.here.example") == b""


def test_hostile_hosts_send_what_no_reader_should_trust():
    assert b"\x1b[" in MARKING_UP.greeting_of("mx.here.example")
    assert b"\xff" in MARKING_UP.greeting_of("mx.here.example")
    assert len(FLOODING.greeting_of("mx.here.example")) > 16 * 1024
