"""What is made of the frozen app on Windows and macOS: an installer, a disk image.

Both are steps of a build: each wants the frozen app in its output, and CannotBuild says in one
sentence what was in the way.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import disk_image
import installer as inno
from job import CannotBuild, Job
from macos import bundle
from macos import signing as macos_signing
from told import ROOT, version
from windows import signing as windows_signing
from windows.version_file import PROGRAMS

LICENCES = Path("resources", "licences")
Run = Callable[[Sequence[str]], int]


def installer_of(job: Job) -> None:
    """The step that makes the installer; its icon is painted anew when it is made alone."""
    if not (job.work / "mxgui.ico").is_file():
        job.run([job.python, job.source / "packaging/icons.py", job.work], "Painting the icons")
    make_installer(job.output, job.work, job.version)


def image_of(job: Job) -> None:
    """The step that makes the disk image."""
    make_image(job.output, job.version)


def make_installer(output: Path, work: Path, named: str) -> None:
    """Make the installer of the frozen app in the output, for the processor that this runs on."""
    compiler = inno.find_compiler(os.environ)
    if compiler is None:
        raise CannotBuild("Inno Setup 6.3 or newer is not here: it makes the installer.")
    arch = "arm64" if platform.machine().lower() == "arm64" else "x64"
    Windows(output, work / "mxgui.ico", named).installer(compiler, arch)


def make_image(output: Path, named: str) -> None:
    """Make the disk image of the app in the output, for the processor that this runs on.

    The licences lie in the folder that was frozen; they go along before anything is signed.
    """
    papers = output / "mxgui" / "_internal" / LICENCES
    if papers.is_dir():
        target = output / bundle.NAME / "Contents" / "Resources" / LICENCES
        shutil.copytree(papers, target, dirs_exist_ok=True)
    Mac(output, named).image(platform.machine())


@dataclass(frozen=True)
class Windows:
    """The folder with both programs, and how programs are run."""

    output: Path
    icon: Path
    version: str = field(default_factory=version)
    variables: Mapping[str, str] = field(default_factory=lambda: os.environ)
    run: Run = subprocess.call

    def installer(self, compiler: str, arch: str) -> None:
        """Sign both programs where there is a key, then make the installer, which is signed too."""
        folder = self.output / "mxgui"
        tool = windows_signing.tool(self.variables)
        signing = windows_signing.sign_command(self.variables, tool)
        if signing is not None:
            programs = [str(folder / f"{program.name}.exe") for program in PROGRAMS]
            _need(self.run([*signing, *programs]), "signtool")
        made = inno.Made(folder, self.output, self.icon, arch, self.version)
        _need(self.run(inno.command(compiler, made, signing)), "Inno Setup")


@dataclass(frozen=True)
class Mac:
    """The folder with the app, and how programs are run."""

    output: Path
    version: str = field(default_factory=version)
    variables: Mapping[str, str] = field(default_factory=lambda: os.environ)
    run: Run = subprocess.call

    def image(self, machine: str) -> Path:
        """Sign the app and have it notarised where there is a key; the same for its disk image."""
        app = self.output / bundle.NAME
        self._sign(app)
        image = self.output / disk_image.file_name(machine, self.version)
        script = [sys.executable, str(ROOT / "packaging" / "disk_image.py")]
        _need(self.run([*script, str(app), str(self.output), self.version]), "hdiutil")
        self._sign(image)
        return image

    def _sign(self, what: Path) -> None:
        for command in macos_signing.steps(what, self.variables):
            _need(self.run(command), command[0])


def _need(code: int, name: str) -> None:
    if code:
        raise CannotBuild(f"{name} failed with exit code {code}.")
