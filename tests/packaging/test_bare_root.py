"""The Debian without Python."""

from pathlib import Path

import pytest

from bare_root import BareRoot
from tests.sharing import PACKAGES


def test_programs_start_from_an_empty_environment(tmp_path: Path):
    words = BareRoot(tmp_path).words(["true"], {"LANG": "C"})
    assert words[:4] == ["chroot", str(tmp_path), "/usr/bin/env", "-i"]
    assert words[-2:] == ["LANG=C", "true"]


@pytest.mark.integration
@pytest.mark.xdist_group(PACKAGES)
def test_there_is_no_python_in_it(bare: BareRoot):
    found = bare.run(["sh", "-c", "command -v python3 python"])
    assert (found.returncode, found.stdout) == (127, "")
