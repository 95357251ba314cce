"""`mxgui inspect DOMAIN`: one inspection, its result to standard output or a file."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from mxgui.app.services import Services
from mxgui.cli.argparse_words import as_help
from mxgui.cli.command import Command
from mxgui.cli.configured import with_own_name
from mxgui.cli.console import complain
from mxgui.cli.job import inspected
from mxgui.cli.options import add_judging, add_looking, add_output, add_waiting, plan_of
from mxgui.cli.options_mx import add_planned, with_planned
from mxgui.cli.options_trust import add_trust, with_trust
from mxgui.cli.output import Destination, deliver
from mxgui.i18n import tr
from mxgui.model.entry import read_entry
from mxgui.model.text import text


def add_arguments(parser: ArgumentParser) -> None:
    """One domain, and how to look, judge and write."""
    words = text("a domain, an address, a URL, an address literal, or a quoted bounce or log line")
    parser.add_argument("domain", metavar="DOMAIN", help=as_help(words))
    add_looking(parser)
    add_planned(parser)
    add_waiting(parser)
    add_trust(parser)
    add_output(parser)
    add_judging(parser)


def run(arguments: Namespace) -> int:
    """Inspect, write, and judge."""
    from mxgui.routing.route import route_of
    from mxgui.routing.sending.switches import own_not_in_route

    destination = Destination.of(arguments)
    entry = read_entry(arguments.domain)
    plan = with_planned(with_trust(plan_of(arguments), arguments), arguments, entry)
    services = Services(extra_roots=arguments.ca_file, anchors=arguments.trust_anchor)
    if arguments.proxy is not None:
        services.use_proxy(arguments.proxy)
    inspection = inspected(services, entry, with_own_name(plan, services))
    why = own_not_in_route(plan.own, route_of(inspection)) if plan.own else None
    if why is not None:
        complain(tr(why))
    return deliver(inspection, destination, arguments.fail_on)


COMMAND = Command("inspect", text("Inspect one domain."), add_arguments, run)
