"""The package for Debian is installed, used, replaced by a newer one and removed."""

import subprocess
import sys
from pathlib import Path

import pytest

import bare_root
import smoke
from lifecycle import Life, need
from tests.packaging.conftest import BUILT, ROOTS
from tests.sharing import PACKAGES
from tests.tree import ROOT

pytestmark = [pytest.mark.integration, pytest.mark.xdist_group(PACKAGES)]
OLDER = "0.0.1"  # below every version there is


def package(output: Path, *arguments: str) -> Path:
    """The package that a build makes."""
    command = [sys.executable, str(ROOT / "packaging/build.py"), "--output", str(output)]
    subprocess.run([*command, *arguments, "--only", "deb"], check=True)
    return max(output.glob("*.deb"), key=lambda path: path.stat().st_mtime)


def installed(package: Path) -> int:
    """How much room it takes once it is installed, in KiB."""
    field = ["dpkg-deb", "--field", str(package), "Installed-Size"]
    return int(subprocess.run(field, check=True, capture_output=True, text=True).stdout)


def test_what_a_user_has_outlives_upgrade_and_removal_and_nothing_else_does(frozen_app, tmp_path):
    new = package(BUILT)
    old = package(tmp_path, "--version", OLDER, "--only", "folder", "--only", "licences")
    assert OLDER in old.name
    assert new.stat().st_size < 40_000_000  # bytes
    assert installed(new) < 130_000  # KiB
    minded = subprocess.run(["lintian", "--allow-root", new], capture_output=True, text=True)
    assert (minded.returncode, minded.stdout) == (0, "")
    with bare_root.fresh(ROOTS) as root, smoke.screen() as display:
        transcript: list[str] = []
        Life(root, transcript.append, display).go(old, new)
    said = "\n".join(transcript)
    assert f"mxgui {OLDER}" in said
    assert "/home/ada/.config/mxgui/settings.json" in transcript
    assert any(line.startswith("/home/ada/.local/state/mxgui/") for line in transcript)


def test_what_is_not_as_it_should_be_ends_it():
    need(True, "not told")
    with pytest.raises(AssertionError, match="left over"):
        need(False, "left over")
