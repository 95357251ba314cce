"""A small file of ours in the user's folder: JSON, written whole, with what others wrote kept.

What cannot be read is set aside under another name, never lost. What goes wrong is told in one
sentence, once; the program goes on without the file.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from datetime import datetime
from errno import ENOTDIR
from os import strerror
from pathlib import Path
from typing import Any, TypeAlias

from mxgui.app.clock import SystemClock
from mxgui.model.text import Text, text

FORMAT = 1
MAX_BYTES = 1024 * 1024
Told: TypeAlias = dict[str, Any]
_log = logging.getLogger(__name__)


class _Broken(Exception):
    """What is in the file is not what is expected there."""

    def __init__(self, why: Text) -> None:
        super().__init__(str(why))
        self.text = why


class _Newer(_Broken):
    """A later version of mxgui has written it."""


class KeptFile:
    """One file, or none; `troubles` are the sentences that nobody has heard yet."""

    def __init__(
        self,
        file: Path | None,
        *,
        needs_format: bool = False,
        now: Callable[[], datetime] | None = None,
        write: Callable[[int, bytes], int] | None = None,
    ) -> None:
        """Keep in that file, or nowhere; with `needs_format` a file without number is foreign.

        `now` is the system's clock and `write` puts data on a disk, unless others are given.
        """
        self.file = file
        self.troubles: list[Text] = []
        self._needs_format = needs_format
        self._now = now or SystemClock().now
        self._write_data = write
        self._is_in_the_way = False  # a file that could neither be read nor set aside stays
        self._told_refusal = False

    @property
    def exists(self) -> bool:
        """Whether the file is there, as far as can be seen."""
        try:
            return self.file is not None and self.file.is_file()
        except OSError:  # its folder may not be looked into
            return False

    def read(self) -> Told:
        """Give what is in the file; nothing where there is none, or none that can be read."""
        if self.file is None:
            return {}
        try:
            return self._read(self.file)
        except (FileNotFoundError, NotADirectoryError):
            return {}
        except _Newer as newer:  # which will want it where it is
            self._leave(newer.text)
        except _Broken as broken:
            self._set_aside(self.file, broken.text)
        except OSError as error:
            from mxgui.report.files import cannot_open

            what = text("{file} cannot be read", file=str(self.file))
            self._set_aside(self.file, cannot_open(what, error).text)
        return {}

    def write(self, change: Callable[[Told], Told]) -> bool:
        """Write what `change` makes of what is in the file just now; nobody else writes meanwhile.

        Where that is not possible it is called all the same, `troubles` has a sentence the first
        time, and this gives False.
        """
        if self.file is None or self._is_in_the_way:
            change({})
            return False
        # Imported here: what was remembered is read before the window is seen
        from mxgui.app.locked import locked
        from mxgui.report.files import CannotOpen, cannot_open, write_whole

        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            change({})
            if isinstance(error, FileExistsError):
                error = NotADirectoryError(ENOTDIR, strerror(ENOTDIR))
            what = text("{folder} cannot be made", folder=str(self.file.parent))
            return self._refuse(cannot_open(what, error).text)
        with locked(self.file.parent):
            told = {**change(self.read()), "format": FORMAT}
            try:
                self._leave_alone()
                data = json.dumps(told, indent=1).encode()
                write_whole(self.file, data, force=True, write=self._write_data)
            except CannotOpen as error:
                return self._refuse(error.text)
            except RecursionError:  # Python 3.12 reads deeper nests than it writes
                self._set_aside(self.file, text("{file} is damaged.", file=str(self.file)))
                return False
        return True

    def _read(self, file: Path) -> Told:
        if not file.is_file() and not file.is_dir():
            file.lstat()  # raises where there is nothing at all
            raise _Broken(text("{file} is no file.", file=str(file)))
        if file.stat().st_size > MAX_BYTES:
            raise _Broken(text("{file} is too large to be one of mxgui.", file=str(file)))
        try:
            told = json.loads(file.read_text("utf-8"))
        except (ValueError, RecursionError) as error:
            raise _Broken(text("{file} is damaged.", file=str(file))) from error
        number = told.get("format") if isinstance(told, dict) else None
        if isinstance(number, int) and number > FORMAT:
            raise _Newer(text("{file} was written by a newer mxgui.", file=str(file)))
        if not isinstance(told, dict) or (self._needs_format and number != FORMAT):
            raise _Broken(text("{file} was not written by mxgui.", file=str(file)))
        return told

    def _leave_alone(self) -> None:
        """Refuse to replace what could neither be read nor set aside."""
        if self._is_in_the_way:
            from mxgui.report.files import CannotOpen

            raise CannotOpen(text("{file} is in the way.", file=str(self.file)))

    def _leave(self, why: Text) -> None:
        """Go on without the file, and never write to it."""
        self._is_in_the_way = True
        self._tell(text("{why} It was left as it is, and mxgui goes on without it.", why=why))

    def _set_aside(self, file: Path, why: Text) -> None:
        """Give the file another name, so that nothing of it is lost when a new one is written."""
        from mxgui.report.files import free_name

        name = f"{file.stem}-aside-{self._now().date().isoformat()}{file.suffix}"
        aside = free_name(file.with_name(name))
        try:
            file.rename(aside)
        except FileNotFoundError:  # another program has just done so
            return
        except OSError as error:
            _log.info("%s cannot be set aside: %s", file, error)
            self._leave(why)
        else:
            self._tell(
                text(
                    "{why} It was set aside as {aside}, and mxgui goes on without it.",
                    why=why,
                    aside=str(aside),
                )
            )

    def _refuse(self, why: Text) -> bool:
        """Tell once that nothing can be kept, and give False."""
        if not self._told_refusal:
            self._told_refusal = True
            self._tell(text("{why} What you choose is kept only until mxgui is closed.", why=why))
        return False

    def _tell(self, words: Text) -> None:
        _log.info("%s", words)
        if words not in self.troubles:
            self.troubles.append(words)
