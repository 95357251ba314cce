"""Icons for Windows and macOS are made of the drawings."""

import struct

import pytest

import icons

PNG = b"\x89PNG\r\n\x1a\n"


def test_both_files_hold_a_picture_of_every_size(tmp_path, qapp):
    icons.write(tmp_path)
    read = (tmp_path / "mxgui.ico").read_bytes()
    reserved, kind, count = struct.unpack_from("<HHH", read)
    assert (reserved, kind, count) == (0, 1, len(icons.ICO_SIZES))
    for number, size in enumerate(icons.ICO_SIZES):
        entry = struct.unpack_from("<BBBBHHII", read, 6 + 16 * number)
        assert entry[0] == size % 256
        length, place = entry[-2:]
        assert read[place : place + 8] == PNG
        assert place + length <= len(read)
    apples = (tmp_path / "mxgui.icns").read_bytes()
    assert apples[:4] == b"icns"
    assert struct.unpack_from(">I", apples, 4)[0] == len(apples)
    found, place = [], 8
    while place < len(apples):
        length = struct.unpack_from(">I", apples, place + 4)[0]
        found.append(apples[place : place + 4].decode())
        assert apples[place + 8 : place + 16] == PNG
        place += length
    assert found == list(icons.ICNS_KINDS)


@pytest.mark.parametrize("size", [16, 20, 22, 24])
def test_a_small_size_is_painted_from_its_own_drawing(size):
    drawing = icons.drawing(icons.DRAWINGS, size)
    assert f'viewBox="0 0 {size} {size}"' in drawing.read_text(encoding="utf-8")


def test_every_other_size_is_painted_from_the_large_drawing():
    assert {icons.drawing(icons.DRAWINGS, size).name for size in (32, 40, 256)} == {"mxgui.svg"}


@pytest.mark.qt_log_ignore("Cannot read file")  # which Qt says of it as well
def test_a_drawing_that_is_none_stops_the_build(tmp_path, qapp):
    (tmp_path / "mxgui.svg").write_text("<svg", encoding="utf-8")
    with pytest.raises(ValueError, match="is no picture"):
        icons.painted(tmp_path, {16})
