"""A step of the build of wheel and sdist: catalogs are compiled before files are gathered."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent))  # the build loads this file alone
from po_files import BrokenCatalog, compile_all


class WheelWords(BuildHookInterface[Any]):
    """What hatchling calls, by `tool.hatch.build.targets.wheel.hooks.custom`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the catalogs of the checkout or of the unpacked sdist, and take them along.

        What they are made from stays outside; an editable install reads them where they lie.
        """
        root = Path(self.root)
        try:
            compiled = compile_all(root)
        except BrokenCatalog as problem:
            sys.exit(str(problem))
        if version != "editable":
            inside = {str(file): carried(file.relative_to(root)) for file in compiled}
            build_data.setdefault("force_include", {}).update(inside)


def carried(resource: Path) -> str:
    """Where a file of `resources/` lies in the wheel."""
    return "/".join(("mxgui/_resources", *resource.parts[1:]))
