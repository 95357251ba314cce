"""Files that a program takes for settled at once, though they are new."""

from __future__ import annotations

import os
from pathlib import Path


def write_calm(file: Path, content: str) -> None:
    """Write a file that seems old: Postfix waits till its main.cf has been left alone for 2 s."""
    file.write_text(content)
    os.utime(file, (0, 0))
