"""The package for Debian and its children, made of the frozen app; nothing runs at its install.

Programs that keep lists of menus, types, icons and manual pages are woken by dpkg's triggers, which
their own packages have on the folders.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from email.utils import formatdate
from pathlib import Path

from job import CannotBuild, Job
from linux import tree
from linux.described import Program, describe

REVISION = 1  # of the package, for one version of mxgui
# Data that is read at run time, of which no library tells: the window opens without it, but then
# the system's authorities, settings of fonts, or keyboards are missing
DATA = ("ca-certificates", "fontconfig-config", "xkb-data")
# Qt opens them by name when it needs them
OPENED = ("libegl1", "libgl1")
PLACE = "usr/lib/mxgui"
OVERRIDES = """\
# Plugins and data libraries that come ready made from PyPI: ICU's data needs no other library
mxgui: library-not-linked-against-libc *
mxgui: shared-library-lacks-prerequisites *
# The libraries of the versions that mxgui was tested with
mxgui: embedded-library *
# A package of upstream: there is no bug in Debian's tracker to close
mxgui: initial-upload-closes-no-bugs *
# The bootloader of PyInstaller, as its authors build it
mxgui: hardening-no-pie *
# Inter and JetBrains Mono of fixed versions, so that reports look the same everywhere
mxgui: duplicate-font-file *
"""


def build(job: Job) -> None:
    """Make `mxgui_VERSION-1_ARCH.deb` in the output."""
    program = describe(job)
    root = job.work / "deb"
    shutil.rmtree(root, ignore_errors=True)
    lay(job, program, root)
    architecture = job.run(["dpkg", "--print-architecture"], "dpkg").strip()
    needs = depends(job, root / PLACE)
    tree.write(root / "DEBIAN/control", control(job, program, architecture, needs, root))
    sums = job.run(["sh", "-c", SUMS], "md5sum", root)
    tree.write(root / "DEBIAN/md5sums", sums)
    tree.level(root, job.epoch)
    name = f"mxgui_{job.version}-{REVISION}_{architecture}.deb"
    command: list[str | Path] = [
        "dpkg-deb",
        "--root-owner-group",
        "-Zxz",
        "--build",
        root,
        job.output / name,
    ]
    job.run(command, "dpkg-deb")


SUMS = "find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum"


def lay(job: Job, program: Program, root: Path) -> None:
    """Write all that will lie under /usr."""
    tree.app(job, program, root / "usr")
    doc = root / "usr/share/doc/mxgui"
    tree.write(doc / "copyright", copyright_file(job, program))
    tree.zipped(doc / "changelog.Debian.gz", changelog(job, program))
    tree.zipped(doc / "changelog.gz", (job.source / "CHANGELOG.md").read_text(encoding="utf-8"))
    tree.write(root / "usr/share/lintian/overrides/mxgui", OVERRIDES)


def control(job: Job, program: Program, architecture: str, needs: Iterable[str], root: Path) -> str:
    """The package's own particulars; Installed-Size is in KiB."""
    size = sum(-(-path.lstat().st_size // 1024) for path in (root / "usr").rglob("*"))
    identity = program.identity
    return f"""Package: mxgui
Version: {job.version}-{REVISION}
Architecture: {architecture}
Maintainer: {maintainer(program)}
Installed-Size: {size}
Depends: {", ".join(needs)}
Section: net
Priority: optional
Homepage: {identity["HOMEPAGE"]}
Description: {identity["SUMMARY"][0].lower()}{identity["SUMMARY"][1:]}
 Type a domain, and mxgui shows its MX route as a graph, every mail host probed
 live (connect, greeting, EHLO, STARTTLS, TLS), and what is wrong with it, why
 that matters, and how to mend it.
 .
 DNSSEC, DANE and MTA-STS are judged step by step; hosts can be switched off to
 see what becomes of mail. There is a window and a command line.
"""


def maintainer(program: Program) -> str:
    """Who is named in control and changelog; the address is one that takes no mail."""
    return f"{program.identity['AUTHORS']} <mxgui@users.noreply.github.com>"


def changelog(job: Job, program: Program) -> str:
    """The changelog of the package; that of the program lies beside it."""
    day = formatdate(job.epoch)
    version = f"{job.version}-{REVISION}"
    return f"""mxgui ({version}) stable; urgency=medium

  * What is new in this version is told in changelog.gz.

 -- {maintainer(program)}  {day}
"""


def copyright_file(job: Job, program: Program) -> str:
    """Whose work it is; the parts that come along have their texts beside the program."""
    licence = (job.source / "LICENSE").read_text(encoding="utf-8")
    who = re.search(r"Copyright \(c\) (.+)", licence)
    body = "\n".join(f" {line}".rstrip() or " ." for line in licence.strip().splitlines())
    return f"""Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: mxgui
Source: {program.identity["HOMEPAGE"]}
Comment: The libraries and fonts that come along have licences of their own. Their
 texts lie in /usr/lib/mxgui/_internal/resources/licences, with parts.json, which
 says whose they are; mxgui shows them under Help, About mxgui.

Files: *
Copyright: {who[1] if who else program.identity["AUTHORS"]}
License: Expat
{body}
"""


# ------------------------------------------------------------------ what it depends on


def depends(job: Job, folder: Path) -> list[str]:
    """The packages that the program needs: those of its libraries, and those none of them tells."""
    work = job.work / "shlibdeps"
    tree.write(work / "debian/control", "Source: mxgui\n\nPackage: mxgui\nArchitecture: any\n")
    binaries = [path for path in sorted(folder.rglob("*")) if is_binary(path)]
    private = sorted({f"-l{path.parent}" for path in binaries})
    command = ["dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0", *private]
    told = job.run([*command, *(f"-e{path}" for path in binaries)], "dpkg-shlibdeps", work)
    line = re.search(r"^shlibs:Depends=(.*)$", told, re.MULTILINE)
    if line is None:
        raise CannotBuild(f"{told}\ndpkg-shlibdeps names no packages.")
    outside = owners(job, needed(job, binaries) - {path.name for path in folder.rglob("*")})
    found = {each.partition(" ")[0]: each for each in line[1].split(", ")}
    libraries = {name: each for name, each in found.items() if name in outside}
    return sorted({**{name: name for name in (*DATA, *OPENED)}, **libraries}.values())


def needed(job: Job, binaries: Iterable[Path]) -> set[str]:
    """The libraries that programs and libraries name, as in `libEGL.so.1`."""
    told = job.run(["objdump", "-p", *binaries], "objdump")
    return set(re.findall(r"^\s+NEEDED\s+(\S+)$", told, re.MULTILINE))


def owners(job: Job, libraries: Iterable[str]) -> set[str]:
    """The packages of this system that hold those libraries."""
    asked = [f"*/{name}" for name in sorted(libraries)]
    told = job.run(["dpkg-query", "--search", *asked], "dpkg-query")
    return {line.partition(":")[0] for line in told.splitlines()}


def is_binary(path: Path) -> bool:
    """Whether a file is a program or a library."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as stream:
        return stream.read(4) == b"\x7fELF"
