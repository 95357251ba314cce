"""What is printed, and where: results to standard output, all else to standard error."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from typing import TextIO

from mxgui.cli.streams import in_encoding_of, is_gone
from mxgui.i18n import tr
from mxgui.model.event import Asked, Began, Ended, Event, Learned, Resumed
from mxgui.model.policy import PolicyFetch
from mxgui.model.records import Answer, Status
from mxgui.model.smtp import Probe
from mxgui.model.text import Text, counted, text
from mxgui.report.files import CannotOpen, cannot_open


class BadUse(Exception):
    """The arguments cannot be used as they are; `text` says what to change."""

    def __init__(self, why: Text) -> None:
        """Keep the sentence."""
        super().__init__(str(why))
        self.text = why


def complain(sentence: str) -> None:
    """Say one sentence on standard error; without one it goes nowhere, never into the result."""
    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            print(f"mxgui: {sentence}", file=sys.stderr)


def write_out(data: bytes) -> None:
    """Give a result to standard output, as bytes, and be done with them at once.

    A terminal gets them in its own encoding, files and pipes always in UTF-8. Raises
    BrokenPipeError if its reader has gone, CannotOpen if it is closed or its disk is full.
    """
    if sys.stdout is None:
        raise _not_written(OSError(errno.EBADF, os.strerror(errno.EBADF)))
    try:
        sys.stdout.buffer.write(in_encoding_of(sys.stdout, data))
        sys.stdout.flush()
    except OSError as error:
        if is_gone(error):
            raise BrokenPipeError(error.errno, error.strerror) from error
        drop_output()
        raise _not_written(error) from error


def drop_output() -> None:
    """Let go of standard output, so that what it did not take is not tried again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _not_written(error: OSError) -> CannotOpen:
    return cannot_open(text("Standard output cannot be written"), error)


class Progress:
    """One line for each thing learned, on a terminal; silence in a pipe."""

    def __init__(self, stream: TextIO | None = None) -> None:
        """Speak to standard error unless another stream is given."""
        self._stream = stream if stream is not None else sys.stderr
        self._speaks = self._stream is not None and self._stream.isatty()

    def tell(self, event: Event) -> None:
        """Take one event of an inspection."""
        words = _words(event) if self._speaks else None
        if words is not None:
            print(words, file=self._stream, flush=True)


def _words(event: Event) -> str | None:
    from mxgui.routing.sts_words import fetch_words
    from mxgui.routing.words import outcome_words

    match event:
        case Began(entry):
            return tr(text("Inspecting {domain}", domain=entry.domain.unicode))
        case Learned(_, Answer() as answer):
            return f"  {answer.question}: {tr(_answer_words(answer))}"
        case Learned(_, Probe() as probe) if not probe.running:
            return f"  {probe.target.host} [{probe.target.address}]: {tr(outcome_words(probe))}"
        case Learned(_, PolicyFetch() as fetch):
            return "  " + tr(text("MTA-STS policy: {what}", what=fetch_words(fetch)))
        case Ended(_, cut_short) if cut_short:
            return tr(text("Stopped; what is known so far follows."))
        case Asked() | Learned() | Resumed() | Ended():
            return None


def _answer_words(answer: Answer) -> Text:
    from mxgui.routing.labels import status_words

    if answer.status is Status.NOERROR:
        return counted("{n} record", "{n} records", len(answer.records))
    return status_words(answer)
