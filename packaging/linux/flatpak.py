"""The recipe by which flatpak-builder makes a Flatpak out of the archive.

mxgui brings Qt and Python along, so that the small runtime will do.
"""

from __future__ import annotations

from collections.abc import Mapping

from freeze import archive
from job import CannotBuild, Job
from linux.described import describe

RUNTIME = "org.freedesktop.Platform"
SDK = "org.freedesktop.Sdk"
BRANCH = "25.08"  # of the runtime; a new one comes every August, and each is mended for two years

# What the sandbox lets through, each with its reason. No folder: files are opened and saved through
# the desktop's own dialogs, which hand over just the chosen one.
PERMISSIONS = {
    "--share=network": "DNS and SMTP are what mxgui is for",
    "--socket=wayland": "the window",
    "--socket=fallback-x11": "the window, where there is no Wayland",
    "--share=ipc": "X11 passes pictures in shared memory",
}


def write(job: Job) -> None:
    """Write `ID.yml` in the output, beside the archive that it names with its hash."""
    file = job.output / f"{archive.name(job)}.tar.xz"
    if not file.is_file():
        raise CannotBuild("There is no archive yet: make the step archive first.")
    identity = describe(job).identity
    text = manifest(identity, file.name, archive.digest(file))
    (job.output / f"{identity['ID']}.yml").write_text(text, encoding="utf-8")


def manifest(identity: Mapping[str, str], file: str, digest: str) -> str:
    """The recipe; `digest` is the SHA-256 of the archive `file`, in hexadecimal digits."""
    permissions = "\n".join(f"  - {name}  # {why}" for name, why in PERMISSIONS.items())
    return f"""# {identity["NAME"]} as a Flatpak, out of the archive beside this file:
#   flatpak-builder --user --install --force-clean flatpak-build {identity["ID"]}.yml
id: {identity["ID"]}
runtime: {RUNTIME}
runtime-version: '{BRANCH}'
sdk: {SDK}
command: {identity["NAME"]}-window
finish-args:
{permissions}
modules:
  - name: {identity["NAME"]}
    buildsystem: simple
    build-options:
      strip: false  # the build did so
      no-debuginfo: true
    build-commands:
      - cp -a bin lib share /app/
      - mkdir -p /app/share/licenses/{identity["ID"]}
      - cp -a lib/mxgui/_internal/resources/licences/. /app/share/licenses/{identity["ID"]}/
    sources:
      - type: archive
        path: {file}
        sha256: {digest}
"""
