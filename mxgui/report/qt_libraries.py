"""What is said when Qt cannot be loaded, as on a system that lacks a library which it needs."""

from __future__ import annotations

import re

from mxgui.model.text import Text, text

_MISSING = re.compile(r"^(\S+\.so[.\d]*): cannot open shared object file")


def library_of(problem: str) -> str | None:
    """The library that the loader of libraries did not find, from what it said."""
    found = _MISSING.match(problem)
    return found[1] if found else None


def no_picture() -> Text | None:
    """Why no picture can be painted here; None when all is there. Loads Qt."""
    try:
        import mxgui.report.paint  # noqa: F401 - whether it can be loaded is the question
    except ImportError as problem:
        library = library_of(str(problem))
    else:
        return None
    if library is None:
        return text("No picture can be painted, as Qt cannot be loaded: choose another format.")
    return text(
        "The system library {library} is missing, and no picture can be painted without it: "
        "install the package that has it, or choose another format, such as SVG.",
        library=library,
    )
