"""What macOS is told of mxgui agrees with the rest, and everything in the app is signed inside out."""

import plistlib
import re
from pathlib import Path

import pytest

import disk_image
from environment import ROOT
from macos.bundle import info_of
from macos.signing import ENTITLEMENTS, inside_out, is_code, steps
from mxgui import __version__

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


def test_the_versions_are_those_of_the_package():
    info = info_of(__version__)
    assert info["CFBundleShortVersionString"] == __version__
    assert info_of("1.2.0rc1")["CFBundleVersion"] == "1.2.0"
    with pytest.raises(ValueError, match="no version"):
        info_of("next")


def test_fine_screens_and_dark_windows_are_welcome():
    info = info_of(__version__)
    assert info["NSHighResolutionCapable"] is True
    assert info["NSRequiresAquaSystemAppearance"] is False
    assert info["LSBackgroundOnly"] is False
    assert info["CFBundleExecutable"] == "mxgui-window"
    assert "network" in info["NSLocalNetworkUsageDescription"]


def test_saved_inspections_are_offered_and_no_type_of_others_is_taken():
    info = info_of(__version__)
    (kind,) = info["CFBundleDocumentTypes"]
    assert kind["LSHandlerRank"] == "Alternate"
    (own,) = info["UTExportedTypeDeclarations"]
    assert own["UTTypeIdentifier"] == f"{info['CFBundleIdentifier']}.inspection"
    assert own["UTTypeIdentifier"] in kind["LSItemContentTypes"]
    assert "public.filename-extension" not in own["UTTypeTagSpecification"]


def test_the_hardened_runtime_lets_callbacks_be_made_and_nothing_else():
    asked = plistlib.loads(ENTITLEMENTS.read_bytes())
    assert asked == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


def test_the_id_is_the_same_everywhere():
    info = info_of(__version__)
    assert info["CFBundleIdentifier"] == "io.github.mxgui.mxgui"


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
    told = list(steps(image, {**KEY, "NOTARY_KEYCHAIN": "/tmp/own"}))
    assert not [step for step in told if step[0] == "ditto"]
    (sent,) = [step for step in told if "submit" in step]
    assert sent[3:] == [
        str(image),
        *("--keychain-profile", "mxgui", "--keychain", "/tmp/own"),
        "--wait",
    ]


def test_without_a_certificate_nothing_is_signed_and_without_credentials_nothing_is_sent(app: Path):
    (only,) = steps(app, {})
    assert only[0] == "echo"
    told = list(steps(app, {"SIGN_IDENTITY": "Somebody"}))
    assert told[-1][0] == "echo"
    assert not [step for step in told if step[0] == "xcrun"]


def test_the_disk_image_bears_version_and_processor():
    assert disk_image.file_name("arm64") == f"mxgui-{__version__}-macos-arm64.dmg"
    assert disk_image.file_name("x86_64") == f"mxgui-{__version__}-macos-x64.dmg"
    made = disk_image.command(Path("shown"), Path("mxgui.dmg"))
    assert made[:2] == ["hdiutil", "create"]
    assert made[-1] == "mxgui.dmg"


def test_the_oldest_system_is_that_of_the_pinned_pyside():
    """Its wheels are for macOS 13 from 6.10 on, and the workflow builds with the older Python."""
    pins = (ROOT / "packaging" / "requirements.txt").read_text(encoding="utf-8")
    found = re.search(
        r"^pyside6-essentials==(\d+\.\d+)\S* ; python_full_version < '3.12'", pins, re.M
    )
    assert found is not None
    assert found[1] in ("6.10", "6.11")
    assert info_of(__version__)["LSMinimumSystemVersion"] == "13.0"
