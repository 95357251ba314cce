"""`mxgui report FILE`: another format out of a saved inspection, without any network."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from mxgui.cli.argparse_words import as_help
from mxgui.cli.command import Command
from mxgui.cli.options import add_judging, add_output
from mxgui.cli.output import Destination, deliver
from mxgui.model.text import text
from mxgui.report.files import read_bounded


def add_arguments(parser: ArgumentParser) -> None:
    """One saved file, and what to write."""
    words = text("a saved inspection: the JSON, or the HTML report")
    parser.add_argument("file", type=Path, metavar="FILE", help=as_help(words))
    add_output(parser)
    add_judging(parser)


def run(arguments: Namespace) -> int:
    """Read, write, and judge as if it had just been inspected."""
    from mxgui.report.saved import read_saved

    destination = Destination.of(arguments)
    inspection = read_saved(read_bounded(arguments.file))
    return deliver(inspection, destination, arguments.fail_on)


COMMAND = Command(
    "report",
    text("Write another format of a saved inspection, without network."),
    add_arguments,
    run,
)
