"""The files of the checkout, for the tests that look at the house itself."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeAlias

ROOT = Path(__file__).resolve().parent.parent
MADE = {".git", ".venv", "__pycache__", "build", "dist"}  # for a checkout without git

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def files() -> tuple[Path, ...]:
    """Every file that is, or would be, part of a commit; relative to the top."""
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        asked = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return _found()
    if asked.returncode != 0:  # no repository, or one of another user
        return _found()
    paths = {Path(name) for name in asked.stdout.split("\0") if name}
    return tuple(sorted(path for path in paths if (ROOT / path).is_file()))


def _found() -> tuple[Path, ...]:
    every = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
    return tuple(sorted(path for path in every if not _is_made(path)))


def _is_made(path: Path) -> bool:
    return any(part in MADE or part.endswith("_cache") for part in path.parts)


def sources(*folders: str) -> list[Path]:
    """The Python files beneath the folders."""
    return [path for path in files() if path.suffix == ".py" and path.parts[0] in folders]


def content(path: Path) -> str:
    """The text of a file, empty for one that is no text (a font, a picture)."""
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(content(path), str(path))


def functions(path: Path) -> Iterator[Function]:
    """Every function and method of a Python file."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, Function):
            yield node


def calls(path: Path, *names: str) -> Iterator[ast.Call]:
    """Every call of a function by one of the plain names."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node
