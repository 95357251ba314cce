"""The words that `argparse` brings along, so that the catalogs have them too.

It asks two functions of its module for them by their English form, with gaps of the kind of `%s`.
These are ours then: those of `gettext` know the languages of the environment alone, and a catalog
that is torn, or a translation that lost a gap, would end the program. What another version of
Python words otherwise stays English.
"""

from __future__ import annotations

import argparse

from mxgui.i18n import tr
from mxgui.model.text import Text, counted, text

# Nobody reads this list but those who extract sentences: these are what a person can come to see.
WORDS: tuple[Text, ...] = (
    # Translators: %s, %r and %(name)s stay as they are; a space at the end does, too
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
LANG = text("language of words, such as es; that of the system if absent")


def let_argparse_speak() -> None:
    """Let `argparse` give its words in the language in use, also in one that is installed later."""
    vars(argparse).update(_=_said, ngettext=_counted)


def as_help(words: Text) -> str:
    """The help of an option in the language in use, where `argparse` looks for gaps of its own."""
    return tr(words).replace("%", "%%")


def _said(words: str) -> str:
    return tr(Text(words)) if "{" not in words else words


def _counted(one: str, many: str, n: int) -> str:
    return tr(Text(one, many=many, count=n))
