"""`mxgui demo`: the built-in demo network, in the terminal or served to other programs.

With a display and no options, `__main__` opens the window on it instead.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from mxgui.app.clock import SystemClock
from mxgui.app.services import Services
from mxgui.cli.argparse_words import as_help
from mxgui.cli.command import Command
from mxgui.cli.console import BadUse, complain, write_out
from mxgui.cli.job import inspected
from mxgui.cli.options import add_judging, add_looking, add_output, add_waiting, plan_of
from mxgui.cli.options_trust import add_trust
from mxgui.cli.output import Destination, deliver, rendered
from mxgui.demo.key_files import ANCHOR_FILE, CA_FILE
from mxgui.i18n import tr
from mxgui.model.entry import read_entry
from mxgui.model.inspection import Inspection
from mxgui.model.plan import Plan
from mxgui.model.text import text
from mxgui.report.exporters import EXPORTERS
from mxgui.report.files import free_name, write_whole

if TYPE_CHECKING:
    from mxgui.demo.network import DemoNetwork

FIRST_DOMAIN = "three-tiers.example"
_KEYS_HELP = text(
    "with --serve: write the demo's authority ({ca}, for --ca-file) and the key of its root "
    "({anchor}, for --trust-anchor) to that folder; both are made anew at each start",
    ca=CA_FILE,
    anchor=ANCHOR_FILE,
)


def add_arguments(parser: ArgumentParser) -> None:
    """A demo domain, or --serve."""
    words = text("a domain of the demo network ({first})", first=FIRST_DOMAIN)
    parser.add_argument("domain", nargs="?", metavar="DOMAIN", help=as_help(words))
    parser.add_argument(
        "--serve",
        action="store_true",
        help=as_help(text("only serve; print addresses and domains")),
    )
    parser.add_argument("--keys", metavar="FOLDER", type=Path, help=as_help(_KEYS_HELP))
    add_looking(parser)
    add_waiting(parser)
    add_trust(parser)
    add_output(parser)
    add_judging(parser)


def run(arguments: Namespace) -> int:
    """Serve, or inspect one demo domain here in the terminal."""
    if arguments.serve:
        return _serve(arguments.keys)
    if arguments.keys is not None:
        raise BadUse(text("--keys is for --serve."))
    _refuse_what_it_has(arguments)
    destination = Destination.of(arguments)
    entry = read_entry(arguments.domain or FIRST_DOMAIN)
    complain(tr(text("This is the built-in demo network: nothing here leaves this computer.")))
    plan = plan_of(arguments)
    inspection = inspected(Services(), entry, plan, demo=True)
    code = deliver(inspection, destination, arguments.fail_on)
    if arguments.domain is None and arguments.output is None and arguments.format is None:
        _write_report(inspection)
    return code


def _refuse_what_it_has(arguments: Namespace) -> None:
    """Say of an option that leads out of the demo network, or asks for other keys, to drop it."""
    usual = Plan()
    given = {
        "--resolver": arguments.resolver is not None,
        "--port": arguments.port != usual.port,
        "--proxy": arguments.proxy is not None,
        "--ca-file": bool(arguments.ca_file),
        "--trust-anchor": arguments.trust_anchor is not None,
        "--mta-sts-port": arguments.mta_sts_port != usual.mta_sts_port,
    }
    options = tuple(option for option, is_given in given.items() if is_given)
    if options:
        words = text("The demo network brings its own: take {options} away.", options=options)
        raise BadUse(words)


def _write_report(inspection: Inspection) -> None:
    """Do the last part of the main job too: keep the result."""
    exporter = next(exporter for exporter in EXPORTERS if exporter.name == "html")
    file = free_name(Path(f"{inspection.entry.domain.ascii}{exporter.suffix}"))
    write_whole(file, rendered(inspection, exporter, None), force=False)
    complain(tr(text("The report was written to {file}.", file=str(file))))


def _serve(keys: Path | None) -> int:
    """Serve until interrupted. Raises CannotOpen if the keys cannot be written."""
    import asyncio

    from mxgui.demo.network import DemoNetwork
    from mxgui.net.endings import hear

    async def serve() -> None:
        asyncio.get_running_loop().set_exception_handler(hear)
        async with DemoNetwork.open(SystemClock().now(), serve=True) as demo:
            if keys is not None:
                _write_keys(demo, keys)
            write_out("".join(f"{tr(line)}\n" for line in demo.listing(keys)).encode())
            await asyncio.Event().wait()

    try:
        asyncio.run(serve())
    except KeyboardInterrupt:
        return 0
    return 0


def _write_keys(demo: DemoNetwork, folder: Path) -> None:
    write_whole(folder / CA_FILE, demo.ca_pem, force=True)
    anchor = "".join(f"{line}\n" for line in demo.trust_anchor)
    write_whole(folder / ANCHOR_FILE, anchor.encode(), force=True)


COMMAND = Command(
    "demo", text("Try it on the built-in demo network, on this computer alone."), add_arguments, run
)
