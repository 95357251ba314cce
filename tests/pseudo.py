"""The languages that nobody speaks, for tests, and which of shown words are not theirs."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from html import unescape
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtWidgets import QApplication

from mxgui.i18n import install
from mxgui.ui.language import speak
from mxgui.ui.opening import make_application
from tests.tree import ROOT

sys.path.insert(0, str(ROOT / "packaging"))  # whose scripts name each other so
from pseudo import CLOSES, CODE, MIRRORED, OPENS, make

__all__ = ["CODE", "MIRRORED", "bare_in_page", "bare_words", "folder", "speak_pseudo", "speaking"]

_WORD = re.compile(r"[^\W\d_]{2,}")  # names of hosts and addresses have dots, colons, digits
_TAG = re.compile(r"<[^<>]*>|&\w+;")
_SILENT = re.compile(r"<(style|script|meta)\b.*?(?:</\1>|/?>(?=\s*<))", re.DOTALL)
_TOLD = re.compile(r'\b(?:alt|title|aria-label|aria-description)="([^"]*)"')
_MARKS = ".,;:!?…()[]“”\"'"


@cache
def folder() -> Path:
    """The folder of the two languages."""
    made = Path(mkdtemp(prefix="mxgui-words-"))
    for code in (CODE, MIRRORED):
        make(made, code)
    return made


def speak_pseudo(code: str = CODE) -> QApplication:
    """Let the program and Qt speak such a language."""
    app = make_application()
    speak(app, install(code, folder()))
    return app


@contextmanager
def speaking(code: str = CODE) -> Iterator[None]:
    """Speak it until the block ends."""
    app = speak_pseudo(code)
    try:
        yield
    finally:
        speak(app, install("en"))


def bare_words(shown: str) -> list[str]:
    """The words that stand outside of every sentence, and were thus written for no language."""
    depth, outside = 0, []
    for letter in shown:
        depth += (letter == OPENS) - (letter == CLOSES)
        outside.append(letter if depth == 0 and letter != CLOSES else " ")
    plain = _TAG.sub(" ", "".join(outside))
    words = [word.strip(_MARKS) for word in plain.split()]
    return [word for word in words if _WORD.fullmatch(word) and not word.isupper()]


def bare_in_page(page: str) -> list[str]:
    """The same of an HTML page or an SVG picture: what it shows, and what it tells by itself."""
    shown = _SILENT.sub("", page)
    told = _TOLD.findall(shown)
    return [word for part in (_TAG.sub(" ", shown), *told) for word in bare_words(unescape(part))]
