"""Everything in the frozen app comes with its licence."""

import json
from pathlib import Path

import pytest

from freeze.licences import FOLDER
from tests.sharing import PACKAGES

pytestmark = [pytest.mark.integration, pytest.mark.xdist_group(PACKAGES)]


def test_every_part_has_a_text_and_every_text_is_there(frozen_app: Path):
    folder = frozen_app / FOLDER
    parts = json.loads((folder / "parts.json").read_text(encoding="utf-8"))
    assert all(part["files"] for part in parts)
    assert all((folder / file).stat().st_size for part in parts for file in part["files"])
    names = {part["name"] for part in parts}
    assert {"mxgui", "Python", "PySide6_Essentials", "Inter", "ICU", "OpenSSL"} <= names


def test_every_library_of_the_system_is_of_a_part(frozen_app: Path):
    parts = json.loads((frozen_app / FOLDER / "parts.json").read_text(encoding="utf-8"))
    held = {place for part in parts for place in part["holds"]}
    libraries = {path.name for path in (frozen_app / "_internal").glob("lib*.so*")}
    of_others = {
        name for name in libraries if name.startswith(("libQt6", "libicu", "libpy", "libsh"))
    }
    assert libraries - of_others <= held
