"""What desktops are told, as their own validators see it."""

import subprocess
from pathlib import Path
from xml.etree import ElementTree

from linux.desktop import desktop_file, metainfo, mime_file, releases
from mxgui.ui.opening import make_application
from tests.packaging.linux.programs import program

CHANGES = (
    "# C\n\n## [Unreleased]\n\n- New `x`\n  and more.\n\n## [0.1.0] - 2026-01-02\n\n- First.\n"
)


def written(folder, name, words):
    file = folder / name
    file.write_text(words, encoding="utf-8")
    return file


def test_the_desktop_file_is_valid(tmp_path):
    identity = program().identity
    file = written(tmp_path, f"{identity['ID']}.desktop", desktop_file(identity))
    asked = subprocess.run(["desktop-file-validate", file], capture_output=True, check=False)
    assert (asked.returncode, asked.stdout) == (0, b"")


def test_the_entry_finds_its_windows_by_class_under_x11_and_by_its_own_name_under_wayland(qapp):
    identity = program().identity
    told = desktop_file(identity).splitlines()
    application = make_application()
    assert f"StartupWMClass={application.applicationName()}" in told
    assert f"Icon={application.desktopFileName()}" in told
    assert application.desktopFileName() == identity["ID"]


def test_the_metainfo_is_valid_but_for_a_tag_that_is_newer_than_some_validators(tmp_path):
    identity = program().identity
    changes = Path("CHANGELOG.md").read_text(encoding="utf-8")
    words = metainfo(identity, program().version, changes, 1_795_000_000)
    file = written(tmp_path, f"{identity['ID']}.metainfo.xml", words)
    command = ["appstreamcli", "validate", "--pedantic", "--no-net", file]
    asked = subprocess.run(command, capture_output=True, text=True, check=False)
    minded = [line for line in asked.stdout.splitlines() if line[:2] in ("E:", "W:", "I:", "P:")]
    assert asked.returncode == 0
    assert all("unknown-tag developer" in line for line in minded)


def test_what_is_not_released_yet_belongs_to_the_version_that_is_built():
    told = "".join(releases("0.2.0", CHANGES, 1_795_000_000))
    assert 'version="0.2.0" date="2026-11-18"' in told
    assert "<li>New x and more.</li>" in told
    assert 'version="0.1.0" date="2026-01-02"' in told


def test_a_version_that_is_released_is_told_once():
    assert "".join(releases("0.1.0", CHANGES, 0)).count('version="0.1.0"') == 1


def test_saved_inspections_have_a_type_over_json():
    kind = ElementTree.fromstring(mime_file(program().identity).encode())[0]
    assert kind.get("type") == "application/vnd.mxgui.inspection+json"
    assert "*.mxgui.json" in [each.get("pattern") for each in kind]
