"""The build of a wheel compiles the catalogs first, and says what is wrong with one."""

from pathlib import Path

import pytest

from po_files import CATALOGS
from wheel_words import WheelWords

WORDS = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "a"\nmsgstr "%s"\n'


def hook(root: Path) -> WheelWords:
    """The step as hatchling makes it, of which it uses the place of the sources alone."""
    return WheelWords(str(root), {}, None, None, str(root / "dist"), "wheel")  # type: ignore[arg-type]


def a_catalog(root: Path, translated: str) -> Path:
    """A catalog of one sentence."""
    file = root / CATALOGS / "es" / "LC_MESSAGES" / "mxgui.po"
    file.parent.mkdir(parents=True)
    file.write_text(WORDS % translated, encoding="utf-8")
    return file


def test_catalogs_are_compiled(tmp_path):
    file = a_catalog(tmp_path, "b")
    data: dict[str, dict[str, str]] = {}
    hook(tmp_path).initialize("standard", data)
    made = file.with_suffix(".mo")
    assert made.exists()
    inside = "mxgui/_resources/i18n/es/LC_MESSAGES/mxgui.mo"
    assert data == {"force_include": {str(made): inside}}


def test_an_editable_install_reads_them_where_they_lie(tmp_path):
    file = a_catalog(tmp_path, "b")
    data: dict[str, dict[str, str]] = {}
    hook(tmp_path).initialize("editable", data)
    assert (file.with_suffix(".mo").exists(), data) == (True, {})


def test_a_broken_catalog_ends_the_build_with_one_sentence(tmp_path):
    file = a_catalog(tmp_path, "b {gap}")
    with pytest.raises(SystemExit, match=f"^{file}:4: the gaps"):
        hook(tmp_path).initialize("standard", {})
