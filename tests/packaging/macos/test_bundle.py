"""What macOS is told of the app agrees with the rest."""

import re

import pytest

from environment import ROOT
from macos.bundle import info_of
from mxgui import __version__, identity


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


def test_the_id_is_the_same_everywhere():
    info = info_of(__version__)
    assert info["CFBundleIdentifier"] == identity.ID
    assert info["CFBundleName"] == identity.NAME
    (own,) = info["UTExportedTypeDeclarations"]
    assert own["UTTypeTagSpecification"]["public.mime-type"] == [identity.SAVED_TYPE]


def test_the_oldest_system_is_that_of_the_pinned_pyside():
    """Its wheels are for macOS 14 from 6.12 on, and the workflow builds with a newer Python."""
    pins = (ROOT / "packaging" / "requirements.txt").read_text(encoding="utf-8")
    found = re.search(
        r"^pyside6-essentials==(\d+\.\d+)\S* ; python_full_version >= '3.12'", pins, re.M
    )
    assert found is not None
    assert found[1] == "6.12"
    workflow = (ROOT / ".github/workflows/packages.yml").read_text(encoding="utf-8")
    assert 'PYTHON: "3.13"' in workflow
    assert info_of(__version__)["LSMinimumSystemVersion"] == "14.0"
