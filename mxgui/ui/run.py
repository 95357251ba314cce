"""The start of the window: as little as possible before it is seen."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mxgui.app.services import Services
    from mxgui.model.text import Text

NO_WINDOW = 2  # the exit code


def run(
    domains: tuple[str, ...],
    services: Services,
    *,
    demo: bool = False,
    language: str | None = None,
) -> int:
    """Open the window, inspect the first of the domains, and give the exit code in the end.

    The language is that of the settings, unless another is asked for this time.
    Garbage is not looked for until the window has been seen: what is loaded by then is none.
    """
    gc.disable()
    try:
        from mxgui.ui.needs import obstacle

        if problem := obstacle():
            return _tell(problem, language)
        from mxgui.ui.opening import opened

        return opened(domains, services, demo=demo, language=language)
    finally:
        gc.enable()


def _tell(problem: Text, language: str | None) -> int:
    """Say on the terminal why there is no window."""
    from mxgui.i18n import install, tr

    install(language)
    sys.stderr.write(f"mxgui: {tr(problem)}\n")
    return NO_WINDOW
