"""`mxgui simulate DOMAIN`: what a sender does with the mail of a domain, and what if."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from mxgui.cli.command import Command
from mxgui.cli.options_sender import ALL
from mxgui.cli.options_simulate import add_simulating, refuse_misfits, supposed_of
from mxgui.i18n import tr
from mxgui.model.text import text

if TYPE_CHECKING:
    from mxgui.cli.simulating import Output
    from mxgui.model.inspection import Inspection
    from mxgui.report.simulated import Supposed


def add_arguments(parser: ArgumentParser) -> None:
    """A domain or a saved inspection, what is supposed, and what to write."""
    add_simulating(parser)


def run(arguments: Namespace) -> int:
    """Inspect by DNS alone or read, simulate, write."""
    from mxgui.cli.simulating import Output, exit_code, found, refuse_what_is_not_there

    refuse_misfits(arguments)
    output, supposed = Output.of(arguments), supposed_of(arguments)
    inspection = found(arguments)
    refuse_what_is_not_there(supposed, inspection)
    plan = inspection.plan
    seed = plan.seed if arguments.seed is None else arguments.seed
    if arguments.sender == ALL:
        _write_all(inspection, supposed, seed, output)
    else:
        _write_one(inspection, arguments.sender or plan.sender, supposed, seed, output)
    return exit_code(inspection, is_saved=arguments.saved is not None)


def _write_one(
    inspection: Inspection, sender: str, supposed: Supposed, seed: int, output: Output
) -> None:
    from mxgui.cli.simulating import write
    from mxgui.report.contract_simulation import simulation_value
    from mxgui.report.simulated import simulated_of
    from mxgui.report.simulation_text import simulation_lines
    from mxgui.routing.senders import sender_of

    simulated = simulated_of(inspection, sender_of(sender), supposed, seed, tr)
    write(output, lambda: simulation_lines(simulated), lambda: simulation_value(simulated))


def _write_all(inspection: Inspection, supposed: Supposed, seed: int, output: Output) -> None:
    from mxgui.cli.simulating import write
    from mxgui.report.contract_sides import sides_value
    from mxgui.report.side_by_side import senders_of, sides_with_reasons
    from mxgui.report.sides_text import comparison_lines
    from mxgui.report.simulated import simulated_of

    sides = sides_with_reasons(inspection, supposed.what_if, supposed.lengths, supposed.backup)
    simulations = [
        simulated_of(inspection, sender, supposed, seed, tr) for sender in senders_of(inspection)
    ]
    write(
        output,
        lambda: comparison_lines(sides, simulations),
        lambda: sides_value(sides, simulations),
    )


COMMAND = Command(
    "simulate",
    text("Tell what a sender does with the mail of a domain, and what if hosts are down."),
    add_arguments,
    run,
)
