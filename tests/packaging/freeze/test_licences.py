"""Everything in the frozen app comes with its licence."""

import json
from pathlib import Path

import pytest

from freeze.licences import FOLDER
from tests.sharing import PACKAGES
from tests.tree import ROOT

pytestmark = [pytest.mark.integration, pytest.mark.xdist_group(PACKAGES)]


def test_every_part_has_a_text_and_every_text_is_there(frozen_app: Path):
    folder = frozen_app / FOLDER
    parts = json.loads((folder / "parts.json").read_text(encoding="utf-8"))
    assert all(part["files"] for part in parts)
    assert all((folder / file).stat().st_size for part in parts for file in part["files"])
    names = {part["name"] for part in parts}
    assert {"mxgui", "Python", "PySide6_Essentials", "Inter", "ICU", "OpenSSL"} <= names


def test_every_file_is_of_a_part(frozen_app: Path):
    parts = json.loads((frozen_app / FOLDER / "parts.json").read_text(encoding="utf-8"))
    held = {frozen_app / "_internal" / place for part in parts for place in part["holds"]}
    files = {path for path in (frozen_app / "_internal").rglob("*") if not path.is_dir()}
    free = {path for path in files if path.is_symlink() or (frozen_app / FOLDER) in path.parents}
    assert files - free == held


def test_what_is_built_into_others_bears_its_version(frozen_app: Path):
    parts = json.loads((frozen_app / FOLDER / "parts.json").read_text(encoding="utf-8"))
    versions = {part["name"]: part["version"] for part in parts}
    assert all(versions[name] for name in ("OpenSSL", "PCRE2", "ICU", "libpng", "PyInstaller"))
    assert "zlib" not in versions  # Qt uses the system's here, which is zlib1g


def test_catalogs_are_in_it_and_what_they_are_made_from_is_not(frozen_app: Path):
    names = [path.name for path in frozen_app.rglob("*")]
    assert not [name for name in names if name.endswith((".po", ".pot"))]
    languages = {path.parent.parent.name for path in (ROOT / "resources/i18n").rglob("mxgui.po")}
    carried = {path.parent.parent.name for path in frozen_app.rglob("mxgui.mo")}
    assert carried == languages
