"""On Windows and macOS the frozen app is signed before it is packed."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from job import CannotBuild
from mxgui import __version__
from native import Mac, Windows, make_installer

KEY = {"SIGN_OPTIONS": "/sha1 ABCD", "SIGN_TIMESTAMP": "stamp"}


class Ran:
    """Programs that were run, or fail."""

    def __init__(self, fails: str = "nothing") -> None:
        self.names: list[str] = []
        self._fails = fails

    def __call__(self, command: Sequence[str]) -> int:
        name = " ".join(Path(word).name for word in command[:2])
        self.names.append(name)
        return 7 if self._fails in name else 0


def test_programs_are_signed_before_they_are_packed(tmp_path: Path):
    ran = Ran()
    Windows(tmp_path, tmp_path / "mxgui.ico", __version__, KEY, ran).installer("ISCC", "x64")
    assert ran.names == ["signtool sign", "ISCC Qp"]


def test_without_a_key_they_are_packed_as_they_are(tmp_path: Path):
    ran = Ran()
    Windows(tmp_path, tmp_path / "mxgui.ico", __version__, {}, ran).installer("ISCC", "x64")
    assert ran.names == ["ISCC Qp"]


def test_a_program_that_fails_ends_the_build_with_its_name(tmp_path: Path):
    packing = Windows(tmp_path, tmp_path / "mxgui.ico", __version__, {}, Ran("ISCC"))
    with pytest.raises(CannotBuild, match="Inno Setup failed with exit code 7"):
        packing.installer("ISCC", "x64")


def test_the_app_is_signed_and_sent_before_it_is_put_into_an_image_which_is_too(tmp_path: Path):
    (tmp_path / "mxgui.app").mkdir()
    image = tmp_path / f"mxgui-{__version__}-macos-arm64.dmg"
    image.write_bytes(b"image")
    ran = Ran()
    key = {"SIGN_IDENTITY": "Somebody", "NOTARY_PROFILE": "mxgui"}
    assert Mac(tmp_path, __version__, key, ran).image("arm64") == image
    packed = next(place for place, name in enumerate(ran.names) if "disk_image.py" in name)
    for part in (ran.names[:packed], ran.names[packed + 1 :]):
        assert part[0] == "codesign --force"
        assert part.count("xcrun notarytool") == part.count("xcrun stapler") == 1


def test_without_a_certificate_the_app_is_sealed_and_the_image_made_all_the_same(tmp_path: Path):
    ran = Ran()
    Mac(tmp_path, __version__, {}, ran).image("x86_64")
    assert [name.split()[0] for name in ran.names if not name.startswith("echo")] == [
        "codesign",
        "codesign",
        Path(sys.executable).name,
    ]


def test_without_inno_setup_one_sentence_says_what_is_missing(tmp_path: Path):
    with pytest.raises(CannotBuild, match=r"^Inno Setup 6\.3 or newer is not here"):
        make_installer(tmp_path, tmp_path, __version__)
