"""The app as an AppDir, and as one file, an AppImage, where the runtime of AppImages is at hand.

An AppImage of type 2 is that runtime, a program of the AppImage project, with a squashfs of the
AppDir behind it (docs.appimage.org, "AppImage specification").
"""

from __future__ import annotations

import os
import platform
import shutil
from pathlib import Path

import environment
from job import CannotBuild, Job
from linux import tree
from linux.described import describe

RUNTIME = "APPIMAGE_RUNTIME"  # the variable that names the file of the runtime
MARK = (8, b"AI\x02")  # where a runtime of type 2 says that it is one, and what it says there


def lay(job: Job) -> None:
    """Make the AppDir in the output."""
    program = describe(job)
    folder = directory(job)
    own = program.identity["ID"]
    shutil.rmtree(folder, ignore_errors=True)
    tree.app(job, program, folder / "usr")
    # The entry and the icon stand at the top as well: what puts an AppImage into a menu reads these
    for name, target in (
        ("AppRun", "usr/bin/mxgui"),
        (f"{own}.desktop", f"usr/share/applications/{own}.desktop"),
        (f"{own}.svg", f"usr/share/icons/hicolor/scalable/apps/{own}.svg"),
        (".DirIcon", f"usr/share/icons/hicolor/256x256/apps/{own}.png"),
    ):
        (folder / name).symlink_to(target)


def directory(job: Job) -> Path:
    """The AppDir of a build."""
    return job.output / "mxgui.AppDir"


def pack(job: Job) -> None:
    """The step: the runtime is the file that the environment names."""
    image(job, os.environ.get(RUNTIME, ""))


def image(job: Job, named: str) -> None:
    """Make `mxgui-VERSION-ARCH.AppImage` in the output; without the runtime say what is missing."""
    if not named:
        environment.say(
            f"No AppImage is made: {RUNTIME} has to name the file runtime-{platform.machine()}, "
            "which the project AppImage/type2-runtime on GitHub releases."
        )
        return
    runtime = runtime_in(Path(named))
    squashed = job.work / "appdir.squashfs"
    squashed.unlink(missing_ok=True)
    tree.level(directory(job), job.epoch)
    job.run(squash(directory(job), squashed), "mksquashfs")
    made = job.output / f"mxgui-{job.version}-{platform.machine()}.AppImage"
    made.write_bytes(runtime + squashed.read_bytes())
    made.chmod(0o755)


def runtime_in(file: Path) -> bytes:
    """The runtime, if the file is one; raises CannotBuild otherwise."""
    try:
        read = file.read_bytes()
    except OSError as problem:
        raise CannotBuild(f"{RUNTIME} names {file}: {problem.strerror}.") from None
    start, mark = MARK
    if read[start : start + len(mark)] != mark:
        raise CannotBuild(f"{RUNTIME} names {file}, which is no runtime of AppImages of type 2.")
    return read


def squash(folder: Path, target: Path) -> list[str | Path]:
    """The command that makes the same squashfs on every machine; SOURCE_DATE_EPOCH is its time."""
    fixed = ["-noappend", "-all-root", "-no-xattrs", "-comp", "zstd", "-quiet", "-no-progress"]
    return ["mksquashfs", folder, target, *fixed]
