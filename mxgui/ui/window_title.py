"""The title of the window, so that the list of windows tells the news."""

from __future__ import annotations

from mxgui.model.text import Text, text
from mxgui.ui.saved_file import moment_words
from mxgui.ui.shown import Shown


def title_of(shown: Shown) -> Text:
    """The domain and its verdict; under a what-if, that this is none; if it is planned or saved."""
    if shown.result is None:
        return text("mxgui")
    domain = shown.result.inspection.entry.domain.unicode
    if shown.supposes:
        return text("{domain}: simulation, not measured – mxgui", domain=domain)  # noqa: RUF001
    from mxgui.ui.looks import look_of

    look = look_of(shown.result)
    if shown.file is not None and shown.is_saved:
        return text(
            "{domain}, saved {time}: {verdict} – mxgui",  # noqa: RUF001
            domain=domain,
            time=moment_words(shown.file.began),
            verdict=look.word,
        )
    if shown.result.route.planned:
        return text("{domain}, planned: {verdict} – mxgui", domain=domain, verdict=look.word)  # noqa: RUF001
    return text("{domain}: {verdict} – mxgui", domain=domain, verdict=look.word)  # noqa: RUF001
