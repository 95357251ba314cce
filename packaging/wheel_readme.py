"""A step of the build of wheel and sdist: the README as an index of packages shows it.

There its links and pictures lead nowhere unless they name a place, so they lead to the homepage, to
the files of this very version.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent))  # the build loads this file alone
from told import homepage, version

# A link of Markdown to a file of the checkout, with the sign of a picture before it
LINK = re.compile(r"(!?)\[([^\]]*)\]\((?!https?://|#|mailto:)([^)\s]+)\)")


class WheelReadme(MetadataHookInterface):
    """What hatchling calls, by `tool.hatch.metadata.hooks.custom`."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Put the README into what is told of the package."""
        root = Path(self.root)
        words = (root / "README.md").read_text(encoding="utf-8")
        shown = anywhere(words, f"{homepage(root)}/{{}}/v{version(root)}")
        metadata["readme"] = {"content-type": "text/markdown", "text": shown}


def anywhere(words: str, place: str) -> str:
    """The README with every link to a file made whole; `{}` in the place is how files are given."""

    def whole(found: re.Match[str]) -> str:
        sign, name, file = found.groups()
        return f"{sign}[{name}]({place.format('raw' if sign else 'blob')}/{file})"

    return LINK.sub(whole, words)
