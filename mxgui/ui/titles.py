"""The title of the window, which the system's list of windows shows."""

from mxgui.model.text import Text, text
from mxgui.ui.shown import Shown


def title_of(shown: Shown) -> Text:
    """The domain and its verdict, so that the list of windows tells the news."""
    if shown.result is None:
        return text("mxgui")
    from mxgui.ui.looks import look_of

    domain = shown.result.inspection.entry.domain.unicode
    look = look_of(shown.result)
    if shown.result.route.planned:
        return text("{domain}, planned: {verdict} – mxgui", domain=domain, verdict=look.word)  # noqa: RUF001
    return text("{domain}: {verdict} – mxgui", domain=domain, verdict=look.word)  # noqa: RUF001
