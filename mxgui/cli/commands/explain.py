"""`mxgui explain [FINDING-ID]`: what a finding means, why it matters, how to mend it."""

from __future__ import annotations

import textwrap
from argparse import ArgumentParser, Namespace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from mxgui.cli.argparse_words import LANG, as_help
from mxgui.cli.command import Command
from mxgui.cli.console import BadUse, write_out
from mxgui.i18n import tr
from mxgui.model.text import text

if TYPE_CHECKING:
    from mxgui.rules.rule import Rule

WIDTH = 80


def add_arguments(parser: ArgumentParser) -> None:
    """One id, or none for the list."""
    words = text("such as MX-CNAME; without it all are listed")
    parser.add_argument("id", nargs="?", metavar="FINDING-ID", help=as_help(words))
    parser.add_argument("--lang", metavar="LANGUAGE", help=as_help(LANG))


def run(arguments: Namespace) -> int:
    """Print one explanation, or the list."""
    words = _listed() if arguments.id is None else _explained(_rule(arguments.id))
    write_out(f"{words}\n".encode())
    return 0


def _listed() -> str:
    from mxgui.rules.checks import RULES

    longest = max(len(rule.id) for rule in RULES)
    rules = sorted(RULES, key=lambda rule: rule.id)
    return "\n".join(f"{rule.id:<{longest}}  {tr(rule.title)}" for rule in rules)


def _rule(wanted: str) -> Rule:
    from mxgui.rules.checks import RULES

    known = {rule.id: rule for rule in RULES}
    if wanted.upper() in known:
        return known[wanted.upper()]
    close = get_close_matches(wanted.upper(), known, n=3, cutoff=0.5)
    if close:
        raise BadUse(
            text("There is no finding {id}; the nearest: {close}.", id=wanted, close=tuple(close))
        )
    raise BadUse(text("There is no finding {id}; “mxgui explain” lists them all.", id=wanted))


def _explained(rule: Rule) -> str:
    parts = (
        f"{rule.id}: {tr(rule.title)}",
        tr(text("Why: {why}", why=rule.why)),
        tr(text("Mend: {fix}", fix=rule.fix)),
        tr(text("Source: {references}", references=tuple(rule.references))),
    )
    return "\n\n".join(textwrap.fill(part, WIDTH, subsequent_indent="  ") for part in parts)


COMMAND = Command(
    "explain",
    text("Explain a finding: what it means, why it matters, how to mend it."),
    add_arguments,
    run,
)
