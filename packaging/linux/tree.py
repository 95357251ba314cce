"""The files under /usr that every kind of package for Linux has, but for the program itself."""

from __future__ import annotations

import base64
import gzip
import json
from pathlib import Path

from job import Job
from linux import completions, desktop, manual
from linux.described import Program

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)  # pixels, as hicolor has folders for


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
made = painted(Path("resources/icons"), {set(SIZES)})
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
