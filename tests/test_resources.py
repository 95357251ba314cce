"""Resources are found wherever the program was installed."""

from pathlib import Path

import pytest

from mxgui.resources import folder_of, path


def test_a_resource_is_found_by_its_name():
    assert path("icons/mxgui.svg").read_text(encoding="utf-8").startswith("<svg")


def test_a_missing_resource_is_told_by_name():
    with pytest.raises(FileNotFoundError, match=r"icons/none\.svg"):
        path("icons/none.svg")


def test_in_a_checkout_the_resources_stand_beside_the_package(tmp_path: Path):
    assert folder_of(tmp_path / "mxgui", None) == tmp_path / "resources"


def test_in_a_wheel_the_package_carries_them(tmp_path: Path):
    carried = tmp_path / "mxgui" / "_resources"
    carried.mkdir(parents=True)
    assert folder_of(tmp_path / "mxgui", None) == carried


def test_in_a_frozen_app_they_lie_where_it_was_unpacked(tmp_path: Path):
    assert folder_of(tmp_path / "app" / "mxgui", str(tmp_path)) == tmp_path / "resources"


@pytest.mark.parametrize(
    "name",
    [
        "fonts/inter/Inter-Regular.otf",
        "fonts/inter/Inter-Medium.otf",
        "fonts/inter/Inter-SemiBold.otf",
        "fonts/jetbrains-mono/JetBrainsMono-Regular.ttf",
        "fonts/jetbrains-mono/JetBrainsMono-SemiBold.ttf",
    ],
)
def test_every_font_has_its_licence_beside_it(name: str):
    licence = path(name).parent / "OFL.txt"
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence.read_text(encoding="utf-8")


def test_qt_takes_the_fonts_under_the_names_that_the_window_uses(qapp):
    from PySide6.QtGui import QFontDatabase

    families = set()
    for file in path("fonts").glob("*/*.?tf"):
        number = QFontDatabase.addApplicationFont(str(file))
        families.update(QFontDatabase.applicationFontFamilies(number))
    assert {"Inter", "JetBrains Mono"} <= families


def test_qt_draws_the_icon():
    from PySide6.QtSvg import QSvgRenderer

    assert QSvgRenderer(str(path("icons/mxgui.svg"))).isValid()
