"""An error of the program itself: its words, the place it came from, and whether it is news.

What is drawn is drawn again and again, so an error in it comes again and again; nobody wants to
read it more than once. PySide hands such an error on to whatever of ours Qt was called from, or
calls next: only what stands behind the last call for drawing in its traceback is its own.
"""

from __future__ import annotations

import platform
import re
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from PySide6 import __version__ as pyside_version

from mxgui import __version__

QUIET = 2.0  # seconds; an error that comes back sooner than that is the same trouble going on
LONGEST = 20_000  # letters of one error; a recursion without end has a traceback of that kind
_DRAWING = {  # what Qt calls of ours in order to paint
    *("paintEvent", "paint", "drawBackground", "drawForeground", "drawObject"),
    *("data", "headerData", "sizeHint", "boundingRect", "intrinsicSize"),
}
_PASSED_ON = re.compile(r"(Error calling Python override of \S+: )+")  # PySide's words, each time
_LOGIN = re.compile(r"://\S*@")  # a password may have any sign in it
_FRAMES = 6  # innermost, that tell one place from another

Place: TypeAlias = tuple[str, ...]
_Frame: TypeAlias = tuple[str, str, int]  # file, function, line


@dataclass(frozen=True, slots=True)
class Bug:
    """One error: where it came from, and all of it in words."""

    place: Place
    words: str


def bug_of(error: BaseException) -> Bug:
    """What is kept of an error; the error itself would keep alive all that it saw."""
    return Bug(place_of(error), written(error))


def place_of(error: BaseException) -> Place:
    """Where an error came from: its kind and the innermost lines, whatever its words are."""
    lines = [f"{name}:{number}" for name, _, number in _own_frames(error)]
    return (type(error).__qualname__, *lines[-_FRAMES:])


def passed(error: BaseException, file: str) -> bool:
    """Whether an error came through the code of that file."""
    return any(name == file for name, _, _ in _own_frames(error))


def is_of_drawing(error: BaseException) -> bool:
    """Whether Qt was painting, or asking what to paint, when the error came."""
    return any(function in _DRAWING for _, function, _ in _own_frames(error))


def _own_frames(error: BaseException) -> Sequence[_Frame]:
    """Where the error was, outermost first, without what it was only handed on to."""
    frames: list[_Frame] = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_name in _DRAWING:
            frames.clear()
        frames.append((code.co_filename, code.co_name, trace.tb_lineno))
        trace = trace.tb_next
    return frames


def written(error: BaseException) -> str:
    """An error as it is reported: the versions, then the traceback.

    Whose home it was and who may use a proxy is left out.
    """
    where = f"mxgui {__version__}, Python {platform.python_version()}, PySide6 {pyside_version}"
    told = _PASSED_ON.sub(r"\1", "".join(traceback.format_exception(error)).rstrip())
    return f"{where}, {platform.system()}\n{_cut(without_secrets(told, home()))}"


def home() -> str:
    """The folder of the user, or nothing for one who has none of their own."""
    try:
        found = str(Path.home())
    except RuntimeError:
        return ""
    return found if found != Path(found).anchor else ""


def without_secrets(told: str, folder: str) -> str:
    """Words without the name of the user's folder, and without user and password of any URL."""
    if folder:
        for written_so in (folder.replace("\\", "\\\\"), folder):  # in repr() and as it is
            told = re.sub(rf"{re.escape(written_so)}(?![\w.-])", "~", told)
    return _LOGIN.sub("://…@", told)


def _cut(told: str) -> str:
    """Leave out the middle of what nobody would read whole; begin and end tell the most."""
    if len(told) <= LONGEST:
        return told
    half = LONGEST // 2
    return f"{told[:half]}\n[…]\n{told[-half:]}"


class Tally:
    """Remembers which errors came, and when, to tell news from the same trouble going on."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        """Know of no error yet; `seconds` is a clock that only runs forward."""
        self._seconds = seconds
        self._latest: dict[Place, float] = {}

    def is_news(self, error: BaseException) -> bool:
        """Count an error, and tell whether a person should hear of it.

        One of drawing is told once. Any other is told again when it was quiet meanwhile: whoever
        clicks once more shall learn that it is still broken.
        """
        place, now = place_of(error), self._seconds()
        before = self._latest.get(place)
        self._latest[place] = now
        if before is None:
            return True
        return not is_of_drawing(error) and now - before > QUIET

    def rest(self) -> None:
        """Let everything known be quiet for a while: what told of it has just been closed."""
        self._latest = dict.fromkeys(self._latest, self._seconds())
