"""The .tar.xz: a folder that runs where it is unpacked, with a script that installs it for good."""

from __future__ import annotations

import shutil
from pathlib import Path

from freeze import archive
from job import Job
from linux import tree
from linux.described import Program, describe

INSTALLER = Path(__file__).resolve().parent / "install.sh"


def build(job: Job) -> None:
    """Make `mxgui-VERSION-linux-ARCH.tar.xz` in the output: one folder with bin, lib and share."""
    top = archive.name(job)
    folder = job.work / "portable" / top
    shutil.rmtree(folder.parent, ignore_errors=True)
    lay(job, describe(job), folder)
    archive.write(job, folder, top)


def lay(job: Job, program: Program, folder: Path) -> None:
    """Write all that the archive holds."""
    tree.app(job, program, folder)
    # Debian alone has a folder of that name; by this one zsh of every other system finds it
    zsh = folder / "share/zsh"
    (zsh / "vendor-completions").rename(zsh / "site-functions")
    shutil.copyfile(INSTALLER, folder / "install.sh")
    (folder / "install.sh").chmod(0o755)
    tree.write(folder / "lib/mxgui/version.txt", f"{job.version}\n")
    tree.write(folder / "share/doc/mxgui/copyright", tree.licence(job))
