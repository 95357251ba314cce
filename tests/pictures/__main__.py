"""All pictures by one command: `.venv/bin/python -m tests.pictures [FOLDER]`.

They go into the folder, or into a fresh one, whose `index.html` shows them all. Nothing leaves this
computer: what is seen is the demo network. With `--only` words behind it, only pictures are taken
whose names have all of them. What was to open and did not is told, and then the exit code is 1.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from tests.pictures.page import page_of
from tests.pictures.scenes import TWICE, Picture, pictures
from tests.pictures.taking import take
from tests.pseudo import CODE, MIRRORED, speak_pseudo

OF_NO_SCREEN = "This plugin does not support"


def main(arguments: Sequence[str]) -> int:
    """Take the pictures, and say where they are."""
    asked = _parser().parse_args(arguments)
    if asked.lang:
        speak_pseudo(asked.lang)
    folder = asked.folder or Path(mkdtemp(prefix="mxgui-pictures-"))
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [picture for picture in pictures() if _has_all(picture, asked.only)]
    ours = [picture for picture in wanted if picture.scale == asked.scale]
    if asked.scale != 1:
        return int(bool(take(ours, folder)))
    with ExitStack() as stack:
        child = stack.enter_context(_twice(folder, asked)) if len(ours) < len(wanted) else None
        missing = take(ours, folder)
    taken = [picture for picture in wanted if (folder / picture.file).is_file()]
    page = folder / "index.html"
    page.write_text(page_of(taken, missing), encoding="utf-8")
    for picture in missing:
        sys.stderr.write(f"there was nothing to see: {picture.name}\n")
    sys.stdout.write(f"{len(taken)} pictures: {page}\n")
    return int(bool(missing) or (child is not None and child.returncode != 0))


def _has_all(picture: Picture, words: Sequence[str]) -> bool:
    name = f"{picture.group} {picture.name}".casefold()
    return all(word.casefold() in name for word in words)


def _twice(folder: Path, asked: argparse.Namespace) -> subprocess.Popen[bytes]:
    """Another process takes the pictures of the other scale: Qt reads it once, at the start."""
    command = [sys.executable, "-m", "tests.pictures", str(folder), "--scale", str(TWICE)]
    command += ["--lang", asked.lang] if asked.lang else []
    command += ["--only", *asked.only] if asked.only else []
    return subprocess.Popen(command, env={**os.environ, "QT_SCALE_FACTOR": str(TWICE)})


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="where the pictures go")
    parser.add_argument("--only", nargs="+", default=(), metavar="WORD", help="take but these")
    parser.add_argument("--scale", type=int, default=1, help="of this process; set by the command")
    parser.add_argument("--lang", choices=(CODE, MIRRORED), help="a language that nobody speaks")
    return parser


def _say(kind: QtMsgType, where: QMessageLogContext, words: str) -> None:
    """Pass on what Qt says, but for what it always says without a screen."""
    if not words.startswith(OF_NO_SCREEN):
        sys.stderr.write(f"{words}\n")


if __name__ == "__main__":
    qInstallMessageHandler(_say)
    sys.exit(main(sys.argv[1:]))
