"""What the streams are like on each system: no letter stops the program, no reader is no bug."""

import errno
from io import BytesIO, TextIOWrapper

from mxgui.cli.streams import in_encoding_of, is_gone, set_up


def written(words: str, platform: str, encoding: str) -> bytes:
    """What arrives at the other end of a pipe of that encoding."""
    pipe = BytesIO()
    stream = TextIOWrapper(pipe, encoding=encoding)
    set_up(stream, platform=platform)
    stream.write(words)
    stream.flush()
    return pipe.getvalue()


def test_a_pipe_of_windows_gets_utf_8_whatever_its_code_page_is():
    assert written("“ok” → ñ", "win32", "cp1252") == "“ok” → ñ".encode()


def test_elsewhere_the_locale_stays_and_what_it_lacks_is_spelled_out():
    assert written("“ok”", "linux", "utf-8") == "“ok”".encode()
    assert written("ñ →", "linux", "latin-1") == b"\xf1 \\u2192"
    assert written("→", "darwin", "ascii") == b"\\u2192"


class Terminal(TextIOWrapper):
    """A stream that somebody reads."""

    def isatty(self) -> bool:
        """Be a terminal."""
        return True


def test_a_terminal_gets_results_in_its_own_encoding_and_a_pipe_in_utf_8():
    result = "ñ ✓".encode()
    assert in_encoding_of(Terminal(BytesIO(), encoding="latin-1"), result) == b"\xf1 ?"
    assert in_encoding_of(Terminal(BytesIO(), encoding="utf-8"), result) == result
    assert in_encoding_of(TextIOWrapper(BytesIO(), encoding="latin-1"), result) == result


def test_a_windowed_program_has_no_streams_and_a_closed_one_is_left_alone():
    closed = TextIOWrapper(BytesIO())
    closed.close()
    set_up(None, closed, None, platform="win32")


def test_a_pipe_that_nobody_reads_has_another_word_on_windows():
    invalid = OSError(errno.EINVAL, "Invalid argument")
    assert is_gone(invalid, "win32")
    assert not is_gone(invalid, "linux")
    assert is_gone(BrokenPipeError(errno.EPIPE, "Broken pipe"), "linux")
    assert not is_gone(OSError(errno.ENOSPC, "No space left on device"), "win32")
