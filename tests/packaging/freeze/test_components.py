"""The component list."""

import json
from pathlib import Path

import pytest

from tests.sharing import PACKAGES

pytestmark = [pytest.mark.integration, pytest.mark.xdist_group(PACKAGES)]


def test_it_names_what_is_in_the_app_with_versions_and_hashes(frozen_app: Path):
    (file,) = frozen_app.parent.glob("*.cdx.json")
    told = json.loads(file.read_text(encoding="utf-8"))
    assert told["bomFormat"] == "CycloneDX"
    assert told["metadata"]["component"]["name"] == "mxgui"
    by_name = {part["name"]: part for part in told["components"]}
    assert by_name["dnspython"]["purl"].startswith("pkg:pypi/dnspython@")
    (module,) = (f for f in by_name["dnspython"]["components"] if f["name"] == "dns/name.py")
    assert len(module["hashes"][0]["content"]) == 64
    assert {part["name"] for part in by_name["cryptography"]["components"]} >= {"pyo3", "asn1"}
    assert by_name["OpenSSL"]["version"] >= "4"
    assert "pycparser" not in by_name  # is needed to build alone
    assert by_name["libssl3"]["components"][0]["hashes"][0]["alg"] == "SHA-256"
