"""Write a component list with the cyclonedx library; run by components.py in the environment."""

from __future__ import annotations

import json
import re
import sys
import uuid
from datetime import datetime
from pathlib import Path
from typing import Any

from cyclonedx.factory.license import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL


def main(parts: str, target: str, version: str, when: str, serial: str) -> None:
    """Make the list of the parts in a file; raise SystemExit when the schema refuses it."""
    told = json.loads(Path(parts).read_text(encoding="utf-8"))
    bom = Bom(serial_number=uuid.UUID(serial), components=[component(part) for part in told[1:]])
    main_part = component({**told[0], "version": version}, ComponentType.APPLICATION)
    bom.metadata = BomMetaData(component=main_part, timestamp=datetime.fromisoformat(when))
    bom.register_dependency(main_part, bom.components)
    words = JsonV1Dot6(bom).output_as_string(indent=1)
    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(words)
    if wrong is not None:
        raise SystemExit(f"The component list is not valid: {wrong}")
    Path(target).write_text(words + "\n", encoding="utf-8")


def component(part: dict[str, Any], kind: ComponentType = ComponentType.LIBRARY) -> Component:
    """One part, and its files as parts of it."""
    licence = part["licence"]
    home = part["home"]
    made = LicenseFactory().make_from_string(licence) if licence else None
    return Component(
        name=part["name"],
        version=part["version"] or None,
        type=kind,
        bom_ref=f"{part['kind']}:{part['name']}",
        licenses=[made] if made else [],
        purl=address(part),
        external_references=[ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(home))]
        if home
        else [],
        components=[file(place, sha) for place, sha in sorted(part["files"].items())]
        + [crate(part["name"], each) for each in part["within"]],
    )


def crate(within: str, told: dict[str, str]) -> Component:
    """A library of Rust that is built into a part."""
    name, version = told["name"], told["version"]
    made = LicenseFactory().make_from_string(told["licence"]) if told["licence"] else None
    return Component(
        name=name,
        version=version,
        type=ComponentType.LIBRARY,
        bom_ref=f"{within}:{name}@{version}",
        licenses=[made] if made else [],
        purl=PackageURL("cargo", None, name, version),
    )


def file(place: str, sha: str) -> Component:
    """A file of a part."""
    return Component(
        name=place,
        type=ComponentType.FILE,
        bom_ref=f"file:{place}",
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=sha)],
    )


def address(part: dict[str, Any]) -> PackageURL | None:
    """Where scanners look for known flaws of it; None for what is in no registry."""
    if part["kind"] == "debian":
        return PackageURL("deb", "debian", part["name"], part["version"])
    if part["kind"] == "python" and part["version"] and part["name"] not in ("mxgui", "Python"):
        return PackageURL(
            "pypi", None, re.sub(r"[-_.]+", "-", part["name"]).lower(), part["version"]
        )
    return None


if __name__ == "__main__":
    main(*sys.argv[1:])
