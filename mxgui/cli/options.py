"""The options that commands share, and the plan that they come to."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace, _ArgumentGroup
from dataclasses import replace
from pathlib import Path

from mxgui.cli.argparse_words import LANG, as_help
from mxgui.cli.options_sender import add_own, add_sender
from mxgui.i18n import tr
from mxgui.model import place
from mxgui.model.domain import BadDomain, Domain
from mxgui.model.helo import helo_of
from mxgui.model.plan import PATIENCES, Family, Patience, Plan, ProbeMode
from mxgui.model.proxy import BadProxy, ProxySpec
from mxgui.model.resolver import BadResolver, ResolverSpec
from mxgui.model.text import Text, text
from mxgui.report.exporters import EXPORTERS
from mxgui.rules.finding import Severity

NEVER = "never"
FAIL_ON = (Severity.CRITICAL, Severity.ERROR, Severity.WARNING, Severity.NOTICE)
MAX_WAIT = 3600.0  # seconds; nobody waits an hour for one step


def add_looking(parser: ArgumentParser) -> None:
    """Options that say how to look."""
    looking = parser.add_argument_group(tr(text("how to look")))
    add_resolvers(looking)
    looking.add_argument(
        "--probe",
        choices=[mode.value for mode in ProbeMode],
        default=ProbeMode.EVERY_HOST.value,
        help=as_help(
            text("every address; as a sender, up to the first that would take mail; or DNS only")
        ),
    )
    _add_line(looking)
    add_sender(looking)
    add_own(looking)


def add_resolvers(group: _ArgumentGroup) -> None:
    """Options that say whom to ask in DNS, and for how long."""
    group.add_argument(
        "--resolver",
        action="append",
        type=_resolver,
        metavar="R",
        help=as_help(
            text("system, IP, IP:PORT, [v6]:PORT, tls://HOST[#IP] or https://URL; again: failover")
        ),
    )
    group.add_argument(
        "--dns-patience",
        type=_seconds,
        default=Plan().dns_patience,
        metavar="S",
        help=as_help(text("seconds for one question, re-asked till then (10)")),
    )


def _add_line(looking: _ArgumentGroup) -> None:
    """Options that say from where to look, and as whom."""
    looking.add_argument(
        "--helo",
        type=_helo,
        metavar="NAME",
        help=as_help(text("name given in EHLO; the one of the settings, else this machine's")),
    )
    looking.add_argument(
        "--proxy",
        type=_proxy,
        metavar="socks5://[USER:PASS@]HOST:PORT",
        help=as_help(text("probe through a SOCKS5 proxy; DNS is asked directly")),
    )
    looking.add_argument(
        "--family",
        choices=[family.value for family in Family],
        default=Family.ANY.value,
        help=as_help(text("addresses to probe")),
    )
    looking.add_argument(
        "--private",
        choices=["allow", "refuse"],
        default="refuse",
        help=as_help(text("probe private, loopback and link-local addresses (refuse)")),
    )
    looking.add_argument(
        "--authoritative",
        action="store_true",
        help=as_help(text("ask every name server of the domain and its exchanges directly too")),
    )
    looking.add_argument(
        "--expect",
        action="append",
        type=_exchange,
        metavar="HOST",
        help=as_help(text("an exchange that ought to be there, and no others; again for each")),
    )


def add_waiting(parser: ArgumentParser) -> None:
    """Options that say where to knock, and how long to wait there."""
    waiting = parser.add_argument_group(tr(text("how long to wait")))
    waiting.add_argument(
        "--port",
        type=port_of,
        default=Plan().port,
        metavar="N",
        help=as_help(text("SMTP port (25)")),
    )
    waiting.add_argument(
        "--patience",
        choices=list(PATIENCES),
        default="normal",
        help=as_help(text("connect, greeting, command: 5/10/10 s, 15/40/30 s or 30/300/300 s")),
    )
    for step in ("connect", "greeting", "command"):
        waiting.add_argument(
            f"--{step}-timeout", type=_seconds, metavar="S", help=as_help(text("seconds"))
        )


def add_output(parser: ArgumentParser) -> None:
    """Options that say what to write, and where."""
    output = parser.add_argument_group(tr(text("what to write")))
    output.add_argument(
        "--format",
        choices=[exporter.name for exporter in EXPORTERS],
        help=as_help(text("by the ending of --output; else text")),
    )
    output.add_argument(
        "--output", type=Path, metavar="FILE", help=as_help(text("standard output if absent"))
    )
    output.add_argument(
        "--force", action="store_true", help=as_help(text("overwrite an existing file"))
    )
    output.add_argument("--lang", metavar="LANGUAGE", help=as_help(LANG))


def add_judging(parser: ArgumentParser) -> None:
    """The option that says what counts as failure."""
    parser.add_argument(
        "--fail-on",
        choices=[*(severity.value for severity in FAIL_ON), NEVER],
        default=Severity.ERROR.value,
        help=as_help(text("findings that make the exit code 1 (error)")),
    )


def plan_of(arguments: Namespace) -> Plan:
    """The plan that the options come to."""
    patience = PATIENCES[arguments.patience]
    return Plan(
        resolvers=tuple(arguments.resolver or Plan().resolvers),
        dns_patience=arguments.dns_patience,
        mode=ProbeMode(arguments.probe),
        port=arguments.port,
        patience=_one_by_one(patience, arguments),
        helo=arguments.helo,
        family=Family(arguments.family),
        allow_private=arguments.private == "allow",
        proxy=arguments.proxy.shown if arguments.proxy else "",
        sender=arguments.sender,
        own=arguments.own or "",
        seed=arguments.seed,
        authoritative=arguments.authoritative,
        expected=tuple(dict.fromkeys(arguments.expect or ())),
    )


def _one_by_one(patience: Patience, arguments: Namespace) -> Patience:
    given = {
        "connect": arguments.connect_timeout,
        "greeting": arguments.greeting_timeout,
        "command": arguments.command_timeout,
    }
    return replace(patience, **{step: wait for step, wait in given.items() if wait is not None})


def _resolver(written: str) -> str:
    try:
        ResolverSpec.parse(written)
    except BadResolver as error:
        raise ArgumentTypeError(tr(error.text).rstrip(".")) from error
    return written


def _proxy(written: str) -> ProxySpec:
    try:
        return ProxySpec.parse(written)
    except BadProxy as error:
        raise ArgumentTypeError(tr(error.text).rstrip(".")) from error


def _helo(written: str) -> str:
    name = helo_of(written)
    if name is None:
        raise _wrong(
            text("give a public host name or [address] for EHLO, not {given}", given=written)
        )
    return name


def _exchange(written: str) -> str:
    try:
        return Domain.parse(written).ascii
    except BadDomain as error:
        raise ArgumentTypeError(tr(error.text).rstrip(".")) from error


def _seconds(written: str) -> float:
    try:
        seconds = float(written)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= MAX_WAIT:
        raise _wrong(
            text("give seconds between 0 and {most}, not {given}", most=3600, given=written)
        )
    return seconds


def port_of(written: str) -> int:
    """Read a port; raises ArgumentTypeError."""
    port = place.port_of(written)
    if port is None:
        raise _wrong(text("give a port between 1 and 65535, not {given}", given=written))
    return port


def _wrong(why: Text) -> ArgumentTypeError:
    return ArgumentTypeError(tr(why))
