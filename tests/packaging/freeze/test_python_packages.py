"""Wheel and sdist."""

import zipfile
from pathlib import Path

import pytest

from tests.sharing import PACKAGES

pytestmark = [pytest.mark.integration, pytest.mark.xdist_group(PACKAGES)]


def test_the_wheel_carries_resources_and_nothing_else(frozen_app: Path):
    (wheel,) = frozen_app.parent.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert "mxgui/_resources/icons/mxgui.svg" in names
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"mxgui"}
