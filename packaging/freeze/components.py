"""The list of what is in the frozen app, as CycloneDX JSON."""

from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime
from pathlib import Path

from freeze import licences, owners
from freeze.archive import digest, name
from job import Job

SPACE = uuid.UUID("6f0d35f1-7d0a-5d1f-9a53-5a4b2d6f4f0e")  # of serial numbers made from contents


def write(job: Job) -> None:
    """Write `mxgui-VERSION-SYSTEM.cdx.json` into the output, checked against the schema."""
    file = job.work / "parts.json"
    held = owners.owned(job)
    told = [describe(job, part, held.get(part.name)) for part in licences.read(job)]
    file.write_text(json.dumps(told), encoding="utf-8")
    when = datetime.fromtimestamp(job.epoch, UTC).isoformat()
    serial = uuid.uuid5(SPACE, f"{job.version} {json.dumps(told)}")
    target = job.output / f"{name(job)}.cdx.json"
    script = job.source / "packaging/freeze/cyclonedx_file.py"
    words: list[str | Path] = [job.python, script, file, target, job.version, when, str(serial)]
    job.run(words, "The component list")


OWN = ("mxgui", "Python")  # their modules are too many to name, and are their versions'
SITES = ("lib/python3*/site-packages", "Lib/site-packages")  # the second on Windows


def describe(job: Job, part: licences.Part, held: owners.Owned | None) -> dict[str, object]:
    """A part with the SHA-256 of its files, and of the source of each of its modules."""
    places = {place: job.folder / "_internal" / place for place in part.holds}
    if held is not None and part.name not in OWN:
        places |= held.modules
    hashes = {place: digest(path) for place, path in places.items() if path.is_file()}
    return {
        "name": part.name,
        "version": part.version,
        "licence": part.licence,
        "home": part.home,
        "kind": part.kind,
        "files": hashes,
        "within": built_in(job, part),
    }


def built_in(job: Job, part: licences.Part) -> list[dict[str, str]]:
    """What a package of Python says is built into it (PEP 770), but for what is listed by hand."""
    if part.kind != "python":
        return []
    top, inside = job.python.parent.parent, f"{part.name}-{part.version}.dist-info/sboms/*.json"
    files = [file for site in SITES for file in sorted(top.glob(f"{site}/{inside}"))]
    found = []
    for file in files:
        for each in json.loads(file.read_text(encoding="utf-8"))["components"]:
            if each.get("purl", "").startswith("pkg:cargo/"):
                licence = (each.get("licenses") or [{}])[0].get("expression", "")
                found.append({"name": each["name"], "version": each["version"], "licence": licence})
    return found
