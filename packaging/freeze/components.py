"""The list of what is in the frozen app, as CycloneDX JSON."""

from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime

from freeze import licences
from freeze.archive import digest, name
from job import Job

SPACE = uuid.UUID("6f0d35f1-7d0a-5d1f-9a53-5a4b2d6f4f0e")  # of serial numbers made from contents


def write(job: Job) -> None:
    """Write `mxgui-VERSION-SYSTEM.cdx.json` into the output, checked against the schema."""
    file = job.work / "parts.json"
    told = [describe(job, part) for part in licences.read(job)]
    file.write_text(json.dumps(told), encoding="utf-8")
    when = datetime.fromtimestamp(job.epoch, UTC).isoformat()
    serial = uuid.uuid5(SPACE, f"{job.version} {json.dumps(told)}")
    target = job.output / f"{name(job)}.cdx.json"
    script = job.source / "packaging/freeze/cyclonedx_file.py"
    words = [job.python, script, file, target, job.version, when, str(serial)]
    job.run(words, "The component list")


def describe(job: Job, part: licences.Part) -> dict[str, object]:
    """A part with the SHA-256 of each of its files."""
    places = {place: job.folder / "_internal" / place for place in part.holds}
    hashes = {place: digest(path) for place, path in places.items() if path.is_file()}
    return {
        "name": part.name,
        "version": part.version,
        "licence": part.licence,
        "home": part.home,
        "kind": part.kind,
        "files": hashes,
    }
