"""The words that `argparse` brings along, so that the catalogs have them too.

It asks `gettext` for them by their English form, with gaps of the kind of `%s`. What another
version of Python words otherwise stays English.
"""

from __future__ import annotations

import gettext
import os
from pathlib import Path

from mxgui.model.text import Text, counted, text

DOMAIN = "mxgui"

# Nobody reads this list but those who extract sentences: these are what a person can come to see.
WORDS: tuple[Text, ...] = (
    text("usage: "),
    text("positional arguments"),
    text("options"),
    text("show this help message and exit"),
    text("argument %(argument_name)s: %(message)s"),
    text("unrecognized arguments: %s"),
    text("ambiguous option: %(option)s could match %(matches)s"),
    text("invalid choice: %(value)r (choose from %(choices)s)"),
    text("invalid %(type)s value: %(value)r"),
    text("expected one argument"),
    text("expected at most one argument"),
    text("expected at least one argument"),
    counted("expected %s argument", "expected %s arguments", 1),
    text("the following arguments are required: %s"),
    text("one of the arguments %s is required"),
    text("not allowed with argument %s"),
    text("ignored explicit argument %r"),
)


def let_argparse_speak(language: str | None, catalogs: Path | None) -> None:
    """Let `argparse` find its words in our catalogs, in a language or in that of the environment.

    It knows the language by the environment alone, which is this process' own.
    """
    if catalogs is None:
        return
    if language is not None:
        os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, str(catalogs))
    gettext.textdomain(DOMAIN)
