"""Where a result goes: to standard output, or into a file, whole or not at all."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mxgui.cli.console import BadUse, complain, write_out
from mxgui.cli.options import NEVER
from mxgui.i18n import install, tr
from mxgui.model.inspection import Inspection
from mxgui.model.text import text
from mxgui.report.exporter import Exporter
from mxgui.report.exporters import EXPORTERS
from mxgui.report.files import CannotOpen, refuse_existing, write_whole
from mxgui.report.qt_libraries import no_picture
from mxgui.rules.finding import Severity

BINARY = ("png",)


@dataclass(frozen=True, slots=True)
class Destination:
    """A format, and a file or None for standard output."""

    exporter: Exporter
    file: Path | None
    force: bool
    language: str | None

    @classmethod
    def of(cls, arguments: Namespace) -> Destination:
        """Read it from the options, before any work is done.

        Raises BadUse if the ending names no format, a picture would go to a terminal, or none can
        be painted here, CannotOpen if the file is there already.
        """
        exporter = _exporter(arguments.format, arguments.output)
        if arguments.output is not None:
            refuse_existing(arguments.output, force=arguments.force)
        elif exporter.name in BINARY and sys.stdout is not None and sys.stdout.isatty():
            raise BadUse(text("A picture is not for a terminal: name a file with --output."))
        if exporter.name in BINARY and (problem := no_picture()):
            raise BadUse(problem)
        return cls(exporter, arguments.output, arguments.force, arguments.lang)


def deliver(inspection: Inspection, destination: Destination, fail_on: str) -> int:
    """Write the result and give the exit code; a file that cannot be written loses nothing."""
    from mxgui.cli.outcome import exit_code
    from mxgui.rules.engine import judge

    _write(inspection, destination)
    limit = None if fail_on == NEVER else Severity(fail_on)
    return exit_code(inspection, judge(inspection), limit)


def _write(inspection: Inspection, destination: Destination) -> None:
    def as_text() -> bytes:
        return rendered(inspection, _named("text"), destination.language)

    data = rendered(inspection, destination.exporter, destination.language)
    put(data, destination.file, as_text, force=destination.force)


def put(data: bytes, file: Path | None, as_text: Callable[[], bytes], *, force: bool) -> None:
    """Write to a file, or to standard output if there is none.

    Raises CannotOpen if the file cannot be written; then the result has been printed as text.
    """
    if file is None:
        write_out(data)
        return
    try:
        write_whole(file, data, force=force)
    except CannotOpen:
        complain(tr(text("The file could not be written; the result follows as text.")))
        write_out(as_text())
        raise


def rendered(inspection: Inspection, exporter: Exporter, language: str | None) -> bytes:
    """The inspection in a format; JSON is English unless a language was asked for."""
    from mxgui.report.report import report_of

    if exporter.name == "json" and language is None:
        install("en")
    return exporter.render(report_of(inspection))


def _exporter(name: str | None, file: Path | None) -> Exporter:
    if name is not None:
        return _named(name)
    if file is None:
        return _named("text")
    for exporter in EXPORTERS:
        if file.suffix.lower() == exporter.suffix:
            return exporter
    raise BadUse(
        text(
            "The ending of {file} names no format; the endings are {endings}. Or give --format.",
            file=file.name,
            endings=tuple(exporter.suffix for exporter in EXPORTERS),
        )
    )


def _named(name: str) -> Exporter:
    return next(exporter for exporter in EXPORTERS if exporter.name == name)
