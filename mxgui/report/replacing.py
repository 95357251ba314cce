"""A file takes the place of another, also where that one is being looked at."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

# Windows: access denied (which it says of a file that is in use, too), sharing and lock violation
_FOR_NOW = (5, 32, 33)
IN_USE = (32, 33)
_TRIES = 5
_PAUSE = 0.05  # seconds


def replace_patiently(
    temporary: Path, target: Path, replace: Callable[[Path, Path], object] = Path.replace
) -> None:
    """Let the one file take the name of the other.

    On Windows no name can be given while another program has a file open, as scanners and indexers
    do for a moment with every new one: it is tried again for a fifth of a second.
    Raises OSError as `replace` does.
    """
    for _ in range(_TRIES - 1):
        try:
            replace(temporary, target)
        except OSError as error:
            if getattr(error, "winerror", None) not in _FOR_NOW:
                raise
            time.sleep(_PAUSE)  # noqa: TID251 - nothing tells when the other is done
        else:
            return
    replace(temporary, target)
