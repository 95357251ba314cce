"""The options that say whom to believe, and where policies are."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import replace

from mxgui.cli.argparse_words import as_help
from mxgui.cli.options import port_of
from mxgui.cli.options_anchor import add_anchors
from mxgui.cli.options_ca import add_authorities
from mxgui.i18n import tr
from mxgui.model.plan import Plan
from mxgui.model.text import text


def add_trust(parser: ArgumentParser) -> None:
    """Add them to a command."""
    trust = parser.add_argument_group(tr(text("whom to believe")))
    add_authorities(trust)
    add_anchors(trust)
    trust.add_argument(
        "--mta-sts-port",
        type=port_of,
        default=Plan().mta_sts_port,
        metavar="N",
        help=as_help(text("port of policy hosts, for laboratories (443)")),
    )


def with_trust(plan: Plan, arguments: Namespace) -> Plan:
    """Give the plan with what these options come to."""
    return replace(plan, mta_sts_port=arguments.mta_sts_port)
