"""A file is written whole or not at all, and one that is there is never replaced unasked.

What is in the way is told as `CannotOpen`, in one sentence, and nothing is lost.
"""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from mxgui.identity import SAVED_SUFFIX
from mxgui.model.text import Text, text
from mxgui.report.file_names import name_problem
from mxgui.report.replacing import IN_USE, replace_patiently

Write: TypeAlias = Callable[[int, bytes], int]

MAX_BYTES = 64 * 1024 * 1024  # of a file to be read; a saved inspection has some 100 KiB
_MOST_NAMES = 10_000

_REASONS = {
    errno.EACCES: text("there is no permission to do so"),
    errno.EPERM: text("there is no permission to do so"),
    errno.EROFS: text("the disk can only be read"),
    errno.ENOSPC: text("the disk is full"),
    errno.EDQUOT: text("the space allowed to you is used up"),
    errno.ENOENT: text("the folder does not exist"),
    errno.ENOTDIR: text("part of its path is a file, not a folder"),
    errno.EISDIR: text("it is a folder"),
    errno.ENAMETOOLONG: text("the name is too long"),
    errno.ELOOP: text("the links lead in a circle"),
    errno.EFBIG: text("the file would be too large"),
    errno.EIO: text("the disk reports an error"),
    errno.EBADF: text("it is closed"),
}


class CannotOpen(Exception):
    """A file is in the way, or cannot be reached; `text` says so in one sentence."""

    def __init__(self, why: Text) -> None:
        """Keep the sentence."""
        super().__init__(str(why))
        self.text = why


def write_whole(path: Path, data: bytes, *, force: bool, write: Write | None = None) -> None:
    """Write a file in one step: it has all of the data, or is as it was before.

    A link is followed: the file behind it is replaced, the link stays. Permissions of a file that
    is replaced stay. `write` puts the data into an open descriptor; os.write does unless given.
    Raises CannotOpen if the file exists and `force` is not set, or the system refuses.
    """
    try:
        target = path.resolve() if path.is_symlink() else path
        _refuse(target, force=force)
        if _is_device(target):
            _write_into(target, data, write or os.write)
        else:
            _write_beside(target, data, write or os.write, force=force)
    except (OSError, RuntimeError, ValueError) as error:
        raise _not_written(path, error) from error


def refuse_existing(path: Path, *, force: bool) -> None:
    """Say before any work that a file is in the way; raises CannotOpen."""
    try:
        _refuse(path, force=force)
        if not path.parent.is_dir():
            code = errno.ENOTDIR if path.parent.exists() else errno.ENOENT
            raise OSError(code, os.strerror(code))
        if not _is_device(path) and not os.access(path.parent, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except (OSError, RuntimeError, ValueError) as error:
        raise _not_written(path, error) from error


def free_name(path: Path) -> Path:
    """The path itself, or the first of `name-2.html`, `name-3.html`, ... that is not there yet."""
    for number in range(2, _MOST_NAMES):
        if not os.path.lexists(path):
            return path
        ending = SAVED_SUFFIX if path.name.endswith(SAVED_SUFFIX) else path.suffix
        stem = path.name.removesuffix(ending)
        stem = stem if number == 2 else stem.rpartition("-")[0]
        path = path.with_name(f"{stem}-{number}{ending}")
    return path


def read_bounded(path: Path, limit: int = MAX_BYTES) -> bytes:
    """Read a whole file of at most that many bytes; raises CannotOpen."""
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except (OSError, ValueError) as error:
        found = isinstance(error, FileNotFoundError)
        missing = text("There is no file {file}.", file=str(path))
        why = missing if found else _cannot(text("{file} cannot be read", file=str(path)), error)
        raise CannotOpen(why) from error
    if len(data) > limit:
        raise CannotOpen(text("{file} is too large to be read here.", file=str(path)))
    return data


def cannot_open(what: Text, error: Exception) -> CannotOpen:
    """Say what could not be done, and why in plain words where they are known."""
    return CannotOpen(_cannot(what, error))


def _exists(path: Path) -> CannotOpen:
    return CannotOpen(text("{file} is there already, and was left as it is.", file=str(path)))


def _refuse(path: Path, *, force: bool) -> None:
    problem = name_problem(path.name)
    if problem is not None:
        raise CannotOpen(problem)
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if path.exists() and not force and not _is_device(path):
        raise _exists(path)


def _is_device(path: Path) -> bool:
    """Whether it is a device or a pipe, such as /dev/stdout: it takes data and is not replaced."""
    return path.exists() and not path.is_file()


def _not_written(path: Path, error: Exception) -> CannotOpen:
    return cannot_open(text("{file} cannot be written", file=str(path)), error)


def _cannot(what: Text, error: Exception) -> Text:
    code = error.errno if isinstance(error, OSError) else None
    if isinstance(error, RuntimeError):
        code = errno.ELOOP  # what pathlib makes of links in a circle
    in_use = text("another program has it open")
    is_in_use = getattr(error, "winerror", None) in IN_USE
    reason = (
        in_use
        if is_in_use
        else _REASONS.get(code or 0) or text("{error}", error=_system_words(error))
    )
    return text("{what}: {reason}.", what=what, reason=reason)


def _system_words(error: Exception) -> str:
    told = error.strerror if isinstance(error, OSError) else None
    return told or str(error)


def _write_beside(target: Path, data: bytes, write: Write, *, force: bool) -> None:
    """Write a temporary file in the same folder, and let it take the target's place."""
    handle, name = tempfile.mkstemp(prefix=".mxgui-", suffix=".part", dir=target.parent)
    temporary = Path(name)
    try:
        try:
            _write_all(handle, data, write)
            os.fsync(handle)
        finally:
            os.close(handle)
        temporary.chmod(mode_of(target))
        _put(temporary, target, force=force)
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()
    _sync_folder(target.parent)


def _put(temporary: Path, target: Path, *, force: bool) -> None:
    """Give the file its name; without `force` not even if another took that name meanwhile."""
    if force:
        replace_patiently(temporary, target)
        return
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise _exists(target) from None
    except OSError:  # a file system without hard links
        if target.exists():
            raise _exists(target) from None
        replace_patiently(temporary, target)


def mode_of(target: Path, platform: str = sys.platform) -> int:
    """The permissions of the file that is replaced, or those that a new file gets.

    Windows knows "read-only" alone: neither replaces nor removes it such a file, so a temporary one
    must not be it.
    """
    writable = 0o200 if platform == "win32" else 0
    try:
        return target.stat().st_mode & 0o777 | writable
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _write_into(target: Path, data: bytes, write: Write) -> None:
    handle = os.open(target, os.O_WRONLY | getattr(os, "O_BINARY", 0))
    try:
        _write_all(handle, data, write)
    finally:
        os.close(handle)


def _write_all(handle: int, data: bytes, write: Write) -> None:
    left = memoryview(data)
    while left:
        written = write(handle, bytes(left[: 1 << 20]))
        left = left[written:]


def _sync_folder(folder: Path) -> None:
    """Make the new name itself last; systems that cannot open a folder need no such step."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
