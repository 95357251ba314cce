"""What the checkout says of itself in one place each: its version, and its homepage."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def version(root: Path = ROOT) -> str:
    """The version, out of the package."""
    return _found(root / "mxgui" / "__init__.py", r'^__version__ = "([^"]+)"$')


def homepage(root: Path = ROOT) -> str:
    """The homepage, as the wheel names it."""
    return _found(root / "pyproject.toml", r'^Homepage = "([^"]+)"$')


def _found(file: Path, pattern: str) -> str:
    found = re.search(pattern, file.read_text(encoding="utf-8"), re.MULTILINE)
    if found is None:
        raise ValueError(f"{file} has no line like {pattern}")
    return found[1]
