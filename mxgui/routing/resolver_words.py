"""The resolvers that were asked, as a person reads them: whose they are is a word like all others.

The fact has them as one line, each with its place and where it comes from in brackets.
"""

from __future__ import annotations

from mxgui.model.text import Argument, Text, text

_SYSTEM, _DEMO = " (system)", " (demo)"


def resolver_words(shown: str) -> Text:
    """Give the line of `Origin.resolver` in words."""
    return Text("{resolvers}", (("resolvers", tuple(map(_one, shown.split(", ")))),))


def _one(shown: str) -> Argument:
    place = shown.removesuffix(_SYSTEM)
    if place != shown:
        if place == "none":
            return text("none known to the system")
        return text("{resolver} (system)", resolver=place)
    place = shown.removesuffix(_DEMO)
    return text("{resolver} (demo)", resolver=place) if place != shown else shown
