"""The start of the command line: read the arguments, run one command, give its exit code."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from mxgui import __version__
from mxgui.cli.argparse_words import LANG, as_help, let_argparse_speak
from mxgui.cli.commands import COMMANDS
from mxgui.cli.console import BadUse, complain, drop_output
from mxgui.cli.outcome import INTERRUPTED
from mxgui.cli.streams import set_up
from mxgui.i18n import install, tr
from mxgui.model.codec import CannotRead
from mxgui.model.domain import BadDomain
from mxgui.model.text import text
from mxgui.report.files import CannotOpen

BAD_USE = 2
ABOUT = (
    text("See how mail reaches a domain. Without a command, the window opens."),
    text("It inspects domains and shows saved inspections (FILE.mxgui.json) that are named."),
)
BROKEN_PIPE = 141  # what a shell reports for a program that SIGPIPE ended


class Parser(ArgumentParser):
    """A parser that says in one sentence what is wrong, and where help is."""

    def error(self, message: str) -> NoReturn:
        """Complain, and leave with 2."""
        problem = f"{message[:1].upper()}{message[1:]}"
        more = tr(text("“{command} --help” tells more.", command=self.prog))
        complain(f"{problem}. {more}")
        sys.exit(BAD_USE)


def main(argv: Sequence[str], words: Path | None = None) -> int:
    """Run one command; the number is the exit code of `contract`: 0, 1, 2, 3 or 130.

    `words` is the folder of the catalogs, that of the resources unless it is given.
    """
    set_up(sys.stdout, sys.stderr)
    install(_language(argv), words)
    let_argparse_speak()
    arguments = parser().parse_args(_in_order(argv))
    try:
        code: int = arguments.run(arguments)
    except (BadUse, BadDomain, CannotOpen, CannotRead) as error:
        complain(tr(error.text))
        return BAD_USE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has gone; nothing more can be said, not even at exit.
        drop_output()
        return BROKEN_PIPE
    return code


def _language(argv: Sequence[str]) -> str | None:
    """Find the language before anything is worded."""
    for place, argument in enumerate(argv):
        if argument == "--lang" and place + 1 < len(argv):
            return argv[place + 1]
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
    return None


def _in_order(argv: Sequence[str]) -> Sequence[str]:
    """Put a language that is named before the command behind it, where every command has it."""
    before = 1 if argv and argv[0].startswith("--lang=") else 2
    if argv and argv[0].partition("=")[0] == "--lang" and argv[before : before + 1]:
        command = argv[before]
        if command in [each.name for each in COMMANDS]:
            return [command, *argv[:before], *argv[before + 1 :]]
    return argv


def parser() -> Parser:
    """Every command with its options, in the language that is installed."""
    made = Parser(
        prog="mxgui",
        description="\n".join(map(tr, ABOUT)),
        epilog=tr(
            text(
                "Exit codes: 0 fine; 1 a finding at or above --fail-on; 2 bad use or unreadable "
                "input; 3 nothing but inconclusive remains; 130 interrupted."
            )
        ),
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    made.add_argument(
        "--version",
        action="version",
        version=f"mxgui {__version__}",
        help=as_help(text("show program's version number and exit")),
    )
    made.add_argument("--lang", metavar="LANGUAGE", help=as_help(LANG))
    commands = made.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        own = commands.add_parser(
            command.name,
            help=as_help(command.help),
            description=tr(command.help),
            allow_abbrev=False,
        )
        command.add_arguments(own)
        own.set_defaults(run=command.run)
    return made
