"""Imports as Python has them, without PySide's look into every module.

PySide puts a hook of its own into `import`, for programs that switch its names to snake case by
`from __feature__ import`. It reads the source of each module that is imported later and keeps it: a
tenth of the start of this program, and 5 MiB before the first paint, for nothing.
"""

from __future__ import annotations

import builtins

_OF_PYTHON = "__orig_import__"  # where PySide keeps what it has replaced


def load_qt() -> None:
    """Load Qt, and import as before from then on; a PySide that keeps nothing is left alone."""
    import PySide6.QtCore  # noqa: F401 - it is what puts the hook there

    plain = getattr(builtins, _OF_PYTHON, None)
    if plain is not None:
        builtins.__import__ = plain
