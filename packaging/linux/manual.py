"""The man page, made of what the command line says of itself; man(7) in the classic macros."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from linux.described import Command, Option, Program

_USE = (
    ("mxgui example.org", "Open the window and inspect a domain."),
    ("mxgui inspect example.org", "The same in the terminal."),
    ("mxgui inspect example.org --output example.mxgui.json", "Save the inspection."),
    ("mxgui example.mxgui.json", "Open it in the window."),
    ("mxgui report example.mxgui.json --output example.html", "Make another format of it."),
    ("mxgui demo", "A network of made-up domains on this computer alone."),
)


def page(program: Program, epoch: int) -> str:
    """The page as roff; `epoch` is its date, in seconds since 1970."""
    day = datetime.fromtimestamp(epoch, UTC).strftime("%Y-%m-%d")
    name = program.identity["NAME"]
    summary = program.identity["DESCRIPTION"]
    lines = [
        f'.TH {name.upper()} 1 "{day}" "{name} {escaped(program.version)}" "User Commands"',
        ".nh",
        ".ad l",
        ".SH NAME",
        f"{name} \\- {escaped(summary[0].lower() + summary[1:])}",
        ".SH SYNOPSIS",
        *synopsis(program),
        ".SH DESCRIPTION",
        escaped(program.description),
        ".SH OPTIONS",
        *terms(program.options),
        ".SH COMMANDS",
    ]
    for command in program.commands:
        lines += about(program, command)
    lines += [*statuses(program), *files(name), *examples(), *problems(program)]
    return "\n".join(part for line in lines for part in short(line)) + "\n"


def short(line: str) -> list[str]:
    """A line of words as lines of at most 80 letters; requests stay whole."""
    if line.startswith("."):
        return [line]
    return textwrap.wrap(line, 78, break_long_words=False, break_on_hyphens=False)


def synopsis(program: Program) -> Iterator[str]:
    """How the program can be started: with a window, and with each command."""
    name = program.identity["NAME"]
    yield f".B {name}"
    yield "[\\fIDOMAIN\\fR|\\fIFILE\\fR .\\|.\\|.]"
    for command in program.commands:
        yield ".br"
        yield f".B {name} {command.name}"
        yield "[\\fIOPTION\\fR .\\|.\\|.]" + "".join(f" {bare(each)}" for each in command.arguments)


def bare(argument: Option) -> str:
    """An argument, in brackets where it may be left out."""
    shown = f"\\fI{escaped(argument.value)}\\fR"
    return f"[{shown}]" if argument.is_optional else shown


def about(program: Program, command: Command) -> Iterator[str]:
    """One command, with its arguments and options by their groups."""
    yield f'.SS "{program.identity["NAME"]} {command.name}"'
    yield escaped(command.help)
    yield from terms(command.arguments)
    group = ""
    for option in command.flagged:
        if option.group != group and option.group not in ("options", ""):
            yield ".PP"
            yield f"{escaped(option.group[0].upper() + option.group[1:])}:"
        group = option.group
        yield from terms([option])


def terms(options: Iterable[Option]) -> Iterator[str]:
    """Options or arguments, each with what it is for."""
    for option in options:
        yield ".TP"
        flags = ", ".join(f"\\fB{escaped(flag)}\\fR" for flag in option.flags)
        yield f"{flags} {value(option)}".strip()
        yield escaped(option.help)


def value(option: Option) -> str:
    """What follows a flag: its choices where they are few, else its name."""
    if option.choices and option.value == "VALUE":
        return "|".join(f"\\fB{escaped(choice)}\\fR" for choice in option.choices)
    return f"\\fI{escaped(option.value)}\\fR" if option.value else ""


def statuses(program: Program) -> Iterator[str]:
    """The exit codes, as the help's last lines have them."""
    yield '.SH "EXIT STATUS"'
    for part in program.epilog.partition(":")[2].rstrip(".").split(";"):
        code, _, meaning = part.strip().partition(" ")
        yield ".TP"
        yield f".B {code}"
        yield escaped(meaning[:1].upper() + meaning[1:]) + "."


def files(name: str) -> Iterator[str]:
    """Where settings and history lie."""
    yield ".SH FILES"
    for place, what in (
        ("$XDG_CONFIG_HOME", "Settings; without the variable in \\fI~/.config\\fR."),
        ("$XDG_STATE_HOME", "What is remembered; without it in \\fI~/.local/state\\fR."),
    ):
        yield ".TP"
        yield f".I {place}/{name}"
        yield what


def examples() -> Iterator[str]:
    """Commands to try."""
    yield ".SH EXAMPLES"
    for command, what in _USE:
        yield ".TP"
        yield f".B {escaped(command)}"
        yield escaped(what)


def problems(program: Program) -> Iterator[str]:
    """Where to say what is wrong, and where more is written."""
    yield '.SH "REPORTING BUGS"'
    yield escaped(program.identity["PROBLEMS"])
    yield '.SH "SEE ALSO"'
    yield ".BR dig (1),"
    yield ".BR postfix (1)"
    yield ".PP"
    yield escaped(program.identity["HOMEPAGE"])


def escaped(words: str) -> str:
    """Words as roff takes them literally."""
    for sign, written in (
        ("\\", "\\e"), ("-", "\\-"), ("“", "\\(lq"), ("”", "\\(rq"), ("\u2019", "\\(cq"),
        ("'", "\\(aq"), ('"', "\\(dq"), ("…", "..."),
    ):  # fmt: skip
        words = words.replace(sign, written)
    return f"\\&{words}" if words.startswith((".", "'")) else words
