"""The wheel and the sdist, which pip and pipx install."""

from __future__ import annotations

from job import Job


def build(job: Job) -> None:
    """Make both in the output, out of nothing but the source."""
    for kind in ("sdist", "wheel"):
        job.run([job.python, "-m", "hatchling", "build", "--target", kind, "--directory", job.output], kind)
