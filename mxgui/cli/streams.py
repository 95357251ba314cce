"""What the three standard streams are like on each system, before anything is written to them."""

from __future__ import annotations

import codecs
import errno
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO

_BACKSLASHES = "backslashreplace"


def set_up(*streams: TextIO | None, platform: str = sys.platform) -> None:
    """Let sentences go out whole: no letter may stop the program that a stream cannot write.

    On Windows a pipe or a file has the code page of the system, in which half of our signs cannot
    be written: they get UTF-8, as results do. Elsewhere the locale says what the terminal reads. A
    windowed program on Windows has no streams at all: each is None.
    """
    for stream in streams:
        if isinstance(stream, TextIOWrapper):
            with suppress(OSError, ValueError):  # it is closed already
                if platform == "win32":
                    stream.reconfigure(encoding="utf-8", errors=_BACKSLASHES)
                else:
                    stream.reconfigure(errors=_BACKSLASHES)


def in_encoding_of(stream: TextIO, data: bytes) -> bytes:
    """Text in UTF-8 as a terminal reads it, which may know fewer letters; else the same bytes."""
    if not stream.isatty() or codecs.lookup(stream.encoding).name == "utf-8":
        return data
    return data.decode(errors=_BACKSLASHES).encode(stream.encoding, errors="replace")


def is_gone(error: OSError, platform: str = sys.platform) -> bool:
    """Whether a write failed because nobody reads any more.

    Windows says so of a closed pipe with EINVAL: its C library has no other word for error 232.
    """
    return isinstance(error, BrokenPipeError) or (
        platform == "win32" and error.errno == errno.EINVAL
    )
