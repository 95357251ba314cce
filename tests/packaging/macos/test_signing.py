"""Everything in an app is signed inside out, and told no more than it needs to be allowed."""

import plistlib
from pathlib import Path

import pytest

from macos.signing import ENTITLEMENTS, inside_out, is_code, steps

FRAMEWORK = "Contents/Frameworks/PySide6/Qt/lib/QtCore.framework"
PROGRAM = bytes.fromhex("cffaedfe") + b"code"
KEY = {"SIGN_IDENTITY": "Developer ID Application: Somebody", "NOTARY_PROFILE": "mxgui"}


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """A bundle as PyInstaller makes it, in small."""
    app = tmp_path / "mxgui.app"
    code = (
        "Contents/MacOS/mxgui",
        "Contents/MacOS/mxgui-window",
        "Contents/Frameworks/libssl.3.dylib",
        "Contents/Frameworks/PySide6/QtCore.abi3.so",
        "Contents/Frameworks/PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore",
    )
    for name in code:
        (app / name).parent.mkdir(parents=True, exist_ok=True)
        (app / name).write_bytes(PROGRAM)
    (app / "Contents/Info.plist").write_bytes(b"<plist/>")
    (app / "Contents/Frameworks/PySide6/Qt/lib/QtCore.framework/QtCore").symlink_to(
        "Versions/A/QtCore"
    )
    return app


def test_the_hardened_runtime_lets_callbacks_be_made_and_nothing_else():
    asked = plistlib.loads(ENTITLEMENTS.read_bytes())
    assert asked == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


def test_everything_with_a_signature_comes_after_what_is_inside_of_it(app: Path):
    order = [path.relative_to(app.parent).as_posix() for path in inside_out(app)]
    framework = "mxgui.app/Contents/Frameworks/PySide6/Qt/lib/QtCore.framework"
    assert order[-1] == "mxgui.app"
    assert set(order[-3:-1]) == {
        "mxgui.app/Contents/MacOS/mxgui",
        "mxgui.app/Contents/MacOS/mxgui-window",
    }
    assert order.index(f"{framework}/Versions/A/QtCore") < order.index(framework)
    assert len(order) == len(set(order)) == 7


def test_links_and_papers_have_no_signature_of_their_own(app: Path):
    assert not is_code(app / "Contents/Info.plist")
    assert app / "Contents/Frameworks/PySide6/Qt/lib/QtCore.framework/QtCore" not in inside_out(app)


def test_programs_alone_are_told_what_they_may_do(app: Path):
    signing = [step for step in steps(app, KEY) if step[:2] == ["codesign", "--force"]]
    told = [Path(step[-1]).name for step in signing if "--entitlements" in step]
    assert told == ["mxgui", "mxgui-window", "mxgui.app"]
    assert all("runtime" in step and "--timestamp" in step for step in signing)


def test_a_bundle_is_sent_as_an_archive_and_stapled_itself(app: Path):
    told = [step[:3] for step in steps(app, KEY)]
    assert told.index(["ditto", "-c", "-k"]) < told.index(["xcrun", "notarytool", "submit"])
    assert ["xcrun", "stapler", "staple"] in told
    assert ["spctl", "--assess", "--type"] in told


def test_a_disk_image_is_sent_as_it_is_from_the_keychain_that_was_named(tmp_path: Path):
    image = tmp_path / "mxgui.dmg"
    image.write_bytes(b"image")
    told = list(steps(image, {**KEY, "NOTARY_KEYCHAIN": "own.keychain-db"}))
    assert not [step for step in told if step[0] == "ditto"]
    (sent,) = [step for step in told if "submit" in step]
    assert sent[3:] == [
        str(image),
        *("--keychain-profile", "mxgui", "--keychain", "own.keychain-db"),
        "--wait",
    ]


def test_without_a_certificate_nothing_is_signed_and_without_credentials_nothing_is_sent(app: Path):
    *sealing, told_so = steps(app, {})
    assert sealing[0] == ["codesign", "--force", "--sign", "-", str(app)]
    assert "--verify" in sealing[1]
    assert told_so[0] == "echo"
    (only,) = steps(app.with_suffix(".dmg"), {})
    assert only[0] == "echo"
    told = list(steps(app, {"SIGN_IDENTITY": "Somebody"}))
    assert told[-1][0] == "echo"
    assert not [step for step in told if step[0] == "xcrun"]
