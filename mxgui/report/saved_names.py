"""Which argument of a command names a file of a saved inspection, and not a domain.

Whoever starts the window may name both. A domain is never mistaken: what is no plain path, and does
not end as saved inspections do, is a file only if it is there.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from mxgui.identity import SAVED_SUFFIX

_SCHEME = "file:"
_REPORTS = (".json", ".html")  # no top-level domain is called so
_HERE = ("localhost", "127.0.0.1")
_PLAIN_PATH = re.compile(r"[/~]|\.{1,2}/")  # no domain, address or URL begins like this
_PLAIN_PATH_OF_WINDOWS = re.compile(r"[/\\~]|\.{1,2}[/\\]|[A-Za-z]:[/\\]")


def apart(arguments: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the paths of the files that are named, and whatever else is; each in its order."""
    files = tuple(path_of(each) for each in arguments if names_file(each))
    return files, tuple(each for each in arguments if not names_file(each))


def names_file(argument: str, platform: str = sys.platform) -> bool:
    """Whether it is a `file:` URL, ends in `.mxgui.json`, is a plain path, or a path that is there.

    Without a separator it is the ending that tells: `example.org` stays a domain wherever there is
    a file of that name.
    """
    folded = argument.casefold()
    if folded.startswith(_SCHEME) or folded.endswith(SAVED_SUFFIX):
        return "://" not in argument or folded.startswith(_SCHEME)
    windows = platform == "win32"
    if (_PLAIN_PATH_OF_WINDOWS if windows else _PLAIN_PATH).match(argument):
        return True
    may_be = "/" in argument or (windows and "\\" in argument) or folded.endswith(_REPORTS)
    return may_be and _is_there(argument)


def path_of(argument: str) -> str:
    """Give the path, out of a `file:` URL of this computer (RFC 8089) if it is one."""
    if not argument.casefold().startswith(_SCHEME):
        return argument
    try:
        url = urlsplit(argument)
    except ValueError:  # brackets around no address
        return argument
    if url.netloc and url.netloc.casefold() not in _HERE:
        # A share of another computer, which Windows alone can open by its name
        return f"\\\\{url.netloc}{url2pathname(url.path)}" if sys.platform == "win32" else argument
    return url2pathname(url.path) if sys.platform == "win32" else unquote(url.path)


def _is_there(path: str) -> bool:
    try:
        return os.path.exists(path)  # noqa: PTH110 - a word with a NUL is no error here
    except ValueError:
        return False
