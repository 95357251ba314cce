"""The files that every package for Linux has."""

import sys
from pathlib import Path
from xml.etree import ElementTree

from job import Job
from linux.tree import SIZES, lay
from tests.packaging.linux.programs import program


def test_icons_pages_and_entries_lie_where_systems_look(tmp_path):
    job = Job(Path.cwd(), tmp_path, tmp_path, "0.1.0", 1_795_000_000, Path(sys.executable))
    lay(job, program(), tmp_path / "usr")
    share = tmp_path / "usr/share"
    for size in SIZES:
        data = (share / f"icons/hicolor/{size}x{size}/apps/io.github.mxgui.mxgui.png").read_bytes()
        assert int.from_bytes(data[16:20], "big") == size
    for place in (
        "applications/io.github.mxgui.mxgui.desktop",
        "metainfo/io.github.mxgui.mxgui.metainfo.xml",
        "mime/packages/io.github.mxgui.mxgui.xml",
        "icons/hicolor/symbolic/apps/io.github.mxgui.mxgui-symbolic.svg",
        "man/man1/mxgui-window.1.gz",
        "bash-completion/completions/mxgui",
        "zsh/vendor-completions/_mxgui",
        "fish/vendor_completions.d/mxgui.fish",
    ):
        assert (share / place).is_file()


def test_the_icon_of_panels_has_filled_shapes_alone_as_desktops_colour_nothing_else():
    drawing = ElementTree.parse("resources/icons/mxgui-symbolic.svg").getroot()
    assert (drawing.get("width"), drawing.get("height")) == ("16", "16")
    title, *shapes = drawing
    assert title.tag.endswith("title")
    assert {shape.tag.rpartition("}")[2] for shape in shapes} == {"path", "circle"}
    assert {shape.get("fill") for shape in shapes} == {"#2e3436"}
    assert not any({"stroke", "style", "opacity"} & set(shape.attrib) for shape in shapes)
