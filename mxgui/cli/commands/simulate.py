"""`mxgui simulate DOMAIN`: what a sender does with the mail of a domain, and what if."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from mxgui.cli.command import Command
from mxgui.cli.options_simulate import add_simulating, refuse_misfits, supposed_of
from mxgui.cli.simulating import Output, exit_code, found, refuse_what_is_not_there, write
from mxgui.model.text import text
from mxgui.report.simulated import simulated_of
from mxgui.routing.senders import sender_of


def add_arguments(parser: ArgumentParser) -> None:
    """A domain or a saved inspection, what is supposed, and what to write."""
    add_simulating(parser)


def run(arguments: Namespace) -> int:
    """Inspect by DNS alone or read, simulate, write."""
    refuse_misfits(arguments)
    output = Output.of(arguments)
    inspection = found(arguments)
    supposed = supposed_of(arguments)
    refuse_what_is_not_there(supposed, inspection)
    plan = inspection.plan
    sender = sender_of(arguments.sender or plan.sender)
    seed = plan.seed if arguments.seed is None else arguments.seed
    simulated = simulated_of(inspection, sender, supposed, seed)
    write(simulated, output)
    return exit_code(inspection, is_saved=arguments.saved is not None)


COMMAND = Command(
    "simulate",
    text("Tell what a sender does with the mail of a domain, and what if hosts are down."),
    add_arguments,
    run,
)
