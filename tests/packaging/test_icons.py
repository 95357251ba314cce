"""Icons for Windows and macOS are made of the one SVG."""

import struct

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
