"""The start of the window: as little as possible before it is seen."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mxgui.app.services import Services


def run(domains: tuple[str, ...], services: Services, *, demo: bool = False) -> int:
    """Open the window, inspect the first of the domains, and give the exit code in the end.

    Garbage is not looked for until the window has been seen: what is loaded by then is none.
    """
    gc.disable()
    try:
        from mxgui.ui.importing import load_qt

        load_qt()
        from mxgui.ui.opening import opened

        return opened(domains, services, demo=demo)
    finally:
        gc.enable()
