"""`mxgui senders [ID]`: the kinds of sender that can be simulated, or everything about one."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from mxgui.cli.argparse_words import LANG, as_help
from mxgui.cli.command import Command
from mxgui.cli.console import BadUse, write_out
from mxgui.cli.options_sender import sender_named, unknown_sender
from mxgui.i18n import install, tr
from mxgui.model.text import text
from mxgui.routing.senders import SENDERS


def add_arguments(parser: ArgumentParser) -> None:
    """One id, or none for the list."""
    words = text("such as postfix; without it all are listed")
    parser.add_argument("id", nargs="?", metavar="SENDER", help=as_help(words))
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help=as_help(text("text unless given")),
    )
    parser.add_argument("--lang", metavar="LANGUAGE", help=as_help(LANG))


def run(arguments: Namespace) -> int:
    """Print the list, or one profile."""
    from mxgui.report.contract import FORMAT
    from mxgui.report.sender_sheet import sheet_lines, sheet_value, shelf_lines, shelf_value
    from mxgui.report.values import json_bytes

    sender = None if arguments.id is None else sender_named(arguments.id)
    if arguments.id is not None and sender is None:
        raise BadUse(unknown_sender(arguments.id))
    if arguments.format == "json":
        if arguments.lang is None:
            install("en")
        told = {"senders": shelf_value(SENDERS, tr)} if sender is None else sheet_value(sender, tr)
        write_out(json_bytes({"format": FORMAT, **told}))
        return 0
    lines = shelf_lines(SENDERS, tr) if sender is None else sheet_lines(sender, tr)
    write_out("".join(f"{line}\n" for line in lines).encode())
    return 0


COMMAND = Command(
    "senders",
    text("List the kinds of sender that can be simulated, or tell everything of one."),
    add_arguments,
    run,
)
