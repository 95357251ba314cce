"""The files under /usr that every kind of package for Linux has, but for the program itself."""

from __future__ import annotations

import base64
import gzip
import json
import os
import shutil
from pathlib import Path

from job import CannotBuild, Job
from linux import completions, desktop, manual
from linux.described import Program

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)  # pixels, as hicolor has folders for
PROGRAMS = ("mxgui", "mxgui-window")
LICENCES = "lib/mxgui/_internal/resources/licences"
SMALL = 24  # pixels up to which the simpler drawing is used


def app(job: Job, program: Program, prefix: Path) -> None:
    """Write the frozen app with all that goes with it under a folder such as /usr."""
    if not job.folder.is_dir():
        raise CannotBuild("There is no frozen app yet: make the step folder first.")
    shutil.copytree(job.folder, prefix / "lib/mxgui", symlinks=True)
    (prefix / "bin").mkdir()
    for name in PROGRAMS:
        (prefix / "bin" / name).symlink_to(f"../lib/mxgui/{name}")
    lay(job, program, prefix)


def licence(job: Job) -> str:
    """Mxgui's own licence, and where those of its parts lie."""
    own = (job.source / "LICENSE").read_text(encoding="utf-8")
    return f"{own}\nThe parts that come along have licences of their own: {LICENCES}\n"


def lay(job: Job, program: Program, usr: Path) -> None:
    """Write them all under `usr`."""
    identity = program.identity
    own, share = identity["ID"], usr / "share"
    changes = (job.source / "CHANGELOG.md").read_text(encoding="utf-8")
    info = desktop.metainfo(identity, program.version, changes, job.epoch)
    write(share / f"applications/{own}.desktop", desktop.desktop_file(identity))
    write(share / f"metainfo/{own}.metainfo.xml", info)
    write(share / f"mime/packages/{own}.xml", desktop.mime_file(identity))
    zipped(share / "man/man1/mxgui.1.gz", manual.page(program, job.epoch))
    (share / "man/man1/mxgui-window.1.gz").symlink_to("mxgui.1.gz")
    write(share / "bash-completion/completions/mxgui", completions.bash(program))
    (share / "bash-completion/completions/mxgui-window").symlink_to("mxgui")
    write(share / "zsh/vendor-completions/_mxgui", completions.zsh(program))
    write(share / "fish/vendor_completions.d/mxgui.fish", completions.fish(program))
    icons(job, own, share / "icons/hicolor")


def icons(job: Job, own: str, folder: Path) -> None:
    """The icon in every size, and for panels that paint it in one colour."""
    drawings = job.source / "resources/icons"
    (folder / "scalable/apps").mkdir(parents=True)
    (folder / "symbolic/apps").mkdir(parents=True)
    for name, target in (
        ("mxgui", f"scalable/apps/{own}.svg"),
        ("mxgui-symbolic", f"symbolic/apps/{own}-symbolic.svg"),
    ):
        (folder / target).write_bytes((drawings / f"{name}.svg").read_bytes())
    painted = json.loads(job.run([job.python, "-c", PAINT], "The painting of icons"))
    for size in SIZES:
        picture = folder / f"{size}x{size}/apps/{own}.png"
        picture.parent.mkdir(parents=True)
        picture.write_bytes(base64.b64decode(painted[str(size)]))


PAINT = f"""
import base64, json, sys
from pathlib import Path
sys.path.insert(0, "packaging")
from icons import painted
drawings = Path("resources/icons")
sizes = {set(SIZES)}
made = painted(drawings / "mxgui.svg", sizes)
made.update(painted(drawings / "mxgui-small.svg", {{size for size in sizes if size <= {SMALL}}}))
print(json.dumps({{size: base64.b64encode(data).decode() for size, data in made.items()}}))
"""


def write(file: Path, words: str) -> None:
    """Write a text, with the folders that it needs."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(words, encoding="utf-8")


def zipped(file: Path, words: str) -> None:
    """Write a text packed, alike at every hour."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(gzip.compress(words.encode(), 9, mtime=0))


def level(root: Path, epoch: int) -> None:
    """Give files the modes and the time that they bear on every machine."""
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            runs = path.is_dir() or (path.stat().st_mode & 0o100 and ".so" not in path.name)
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=False)
