"""The options of `simulate`: what is sent, by whom, and what is supposed."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from mxgui.cli.argparse_words import LANG, as_help
from mxgui.cli.console import BadUse
from mxgui.cli.options import add_resolvers
from mxgui.cli.options_mx import add_planned
from mxgui.cli.options_sender import ALL, add_own, add_sender, sender_named, unknown_sender
from mxgui.i18n import tr
from mxgui.model.durations import BadDuration, read_duration
from mxgui.model.plan import Plan, ProbeMode
from mxgui.model.text import text
from mxgui.routing.sending.outage import Off, WhatIf
from mxgui.routing.sending.sender import Sender
from mxgui.routing.sending.switches import BadSwitch, read_switch

if TYPE_CHECKING:
    from mxgui.report.simulated import Supposed

FORMATS = ("text", "json")
_MOST_OUTAGES = 50  # that are looked at


def add_simulating(parser: ArgumentParser) -> None:
    """Add them all to the command."""
    words = text("a domain, an address, a URL, an address literal, or a quoted bounce or log line")
    parser.add_argument("domain", nargs="?", metavar="DOMAIN", help=as_help(words))
    parser.add_argument(
        "--from",
        dest="saved",
        type=Path,
        metavar="FILE",
        help=as_help(
            text(
                "a saved inspection in place of a new one: hosts then do what they did when probed"
            )
        ),
    )
    parser.add_argument(
        "--demo",
        action="store_true",
        help=as_help(text("a domain of the built-in demo network; nothing leaves this computer")),
    )
    _add_looking(parser)
    add_planned(parser)
    _add_supposing(parser)
    _add_writing(parser)


def _add_looking(parser: ArgumentParser) -> None:
    looking = parser.add_argument_group(tr(text("who sends, and how to look")))
    add_sender(looking, also_all=True)
    add_resolvers(looking)
    parser.set_defaults(sender=None, seed=None)


def _add_supposing(parser: ArgumentParser) -> None:
    supposing = parser.add_argument_group(tr(text("what to suppose")))
    supposing.add_argument(
        "--down",
        action="append",
        type=_switch,
        default=[],
        metavar="TARGET[:HOW]",
        help=as_help(
            text(
                "what is down: a host, an address, ipv4, ipv6, a prefix, preference=10 or "
                "zone=example.net; how: refused (if nothing is said), silent, 421, 554, tls; "
                "again: more"
            )
        ),
    )
    add_own(supposing)
    supposing.add_argument(
        "--outage",
        action="append",
        type=_length,
        metavar="DURATION",
        help=as_help(text("how long an outage lasts, such as 90s, 4h or 2d; again: more lengths")),
    )
    supposing.add_argument(
        "--backup",
        type=_backup,
        metavar="NAME",
        help=as_help(
            text("in an outage, hosts of worse preference take the mail and send on as this sender")
        ),
    )
    supposing.add_argument(
        "--all-up",
        action="store_true",
        help=as_help(text("with --from: every host takes mail, whatever it did when probed")),
    )


def _add_writing(parser: ArgumentParser) -> None:
    writing = parser.add_argument_group(tr(text("what to write")))
    writing.add_argument(
        "--format", choices=FORMATS, help=as_help(text("by the ending of --output; else text"))
    )
    writing.add_argument(
        "--output", type=Path, metavar="FILE", help=as_help(text("standard output if absent"))
    )
    writing.add_argument(
        "--force", action="store_true", help=as_help(text("overwrite an existing file"))
    )
    writing.add_argument("--lang", metavar="LANGUAGE", help=as_help(LANG))


def refuse_misfits(arguments: Namespace) -> None:
    """Raise BadUse for options that do not go together."""
    if arguments.saved is None and arguments.domain is None:
        raise BadUse(text("Name a domain, or a saved inspection with --from."))
    if arguments.saved is None and arguments.all_up:
        raise BadUse(text("--all-up is for --from: without it every host takes mail anyway."))
    if arguments.saved is not None and arguments.demo:
        raise BadUse(text("Give --from or --demo, not both."))
    looking = (
        ("--resolver", arguments.resolver is not None),
        ("--dns-patience", arguments.dns_patience != Plan().dns_patience),
    )
    options = tuple(option for option, is_given in looking if is_given)
    if options and arguments.saved is not None:
        words = text("With --from nothing is looked up: take {options} away.", options=options)
        raise BadUse(words)
    if options and arguments.demo:
        words = text("The demo network brings its own: take {options} away.", options=options)
        raise BadUse(words)


def plan_of(arguments: Namespace) -> Plan:
    """The plan of an inspection by DNS alone."""
    usual = Plan()
    return Plan(
        resolvers=tuple(arguments.resolver or usual.resolvers),
        dns_patience=arguments.dns_patience,
        mode=ProbeMode.NONE,
        sender=usual.sender if arguments.sender in (None, ALL) else arguments.sender,
        seed=arguments.seed or 0,
    )


def supposed_of(arguments: Namespace) -> Supposed:
    """What the options suppose; raises BadUse for more outages than are looked at."""
    from mxgui.report.simulated import Supposed
    from mxgui.routing.sending.waiting import LENGTHS

    lengths = tuple(dict.fromkeys(arguments.outage or LENGTHS))
    if len(lengths) > _MOST_OUTAGES:
        raise BadUse(text("Name {most} outages at most.", most=_MOST_OUTAGES))
    what_if = WhatIf(
        off=tuple(off for off, _ in arguments.down),
        as_probed=arguments.saved is not None and not arguments.all_up,
        own=arguments.own or "",
    )
    return Supposed(what_if, tuple(told for _, told in arguments.down), lengths, arguments.backup)


def _switch(typed: str) -> tuple[Off, str]:
    """What is off, and how that is told: with the word only if it was typed."""
    try:
        off = read_switch(typed)
    except BadSwitch as error:
        raise ArgumentTypeError(tr(error.text).rstrip(".")) from error
    word = f":{off.how.value}"
    is_told = typed.strip().lower().endswith(word)
    return off, off.spelled if is_told else off.spelled.removesuffix(word)


def _length(typed: str) -> float:
    try:
        return read_duration(typed)
    except BadDuration as error:
        raise ArgumentTypeError(tr(error.text).rstrip(".")) from error


def _backup(typed: str) -> Sender:
    sender = sender_named(typed)
    if sender is None:
        raise ArgumentTypeError(tr(unknown_sender(typed)).rstrip("."))
    return sender
