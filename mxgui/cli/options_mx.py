"""The option that plans MX records in place of the published ones."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from dataclasses import replace

from mxgui.cli.argparse_words import as_help
from mxgui.cli.console import BadUse
from mxgui.i18n import tr
from mxgui.model.entry import Entry
from mxgui.model.plan import Plan
from mxgui.model.planned import BadMx, check_number, read_mx
from mxgui.model.records import Mx
from mxgui.model.text import text


def add_planned(parser: ArgumentParser) -> None:
    """Add it to a command; records that are given twice are kept, and told in the report."""
    planned = parser.add_argument_group(tr(text("what to plan")))
    planned.add_argument(
        "--mx",
        action="append",
        type=_record,
        default=[],
        metavar='"PREF HOST"',
        help=as_help(
            text("an MX record that is planned, in place of the published ones; again: more")
        ),
    )


def with_planned(plan: Plan, arguments: Namespace, entry: Entry) -> Plan:
    """Give the plan with these records; raises BadUse if the domain cannot have them."""
    records: tuple[Mx, ...] = tuple(arguments.mx)
    if records and entry.domain.literal is not None:
        raise BadUse(
            text(
                "{literal} is an address and has no MX records: nothing can be planned for it.",
                literal=entry.domain.unicode,
            )
        )
    try:
        check_number(records)
    except BadMx as error:
        raise BadUse(error.text) from error
    return replace(plan, mx=records)


def _record(written: str) -> Mx:
    try:
        return read_mx(written)
    except BadMx as error:
        raise ArgumentTypeError(tr(error.text).rstrip(".")) from error
