"""One simulation run from a terminal: what it rests on, what it comes to, and its exit code."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mxgui.app.services import Services
from mxgui.cli.console import BadUse
from mxgui.cli.job import inspected
from mxgui.cli.options_mx import with_planned
from mxgui.cli.options_simulate import FORMATS, plan_of
from mxgui.cli.outcome import FINE, INCONCLUSIVE, INTERRUPTED
from mxgui.cli.output import put
from mxgui.i18n import install
from mxgui.model.domain import Domain
from mxgui.model.entry import read_entry
from mxgui.model.inspection import Inspection
from mxgui.model.records import Status
from mxgui.model.text import text
from mxgui.report.files import read_bounded, refuse_existing
from mxgui.report.saved import read_saved
from mxgui.report.simulated import Supposed
from mxgui.report.values import json_bytes
from mxgui.routing.route import Kind, route_of
from mxgui.routing.sending.switches import not_in_route, own_not_in_route
from mxgui.routing.verdict import usable_addresses

_ENDINGS = {".txt": "text", ".json": "json"}


@dataclass(frozen=True, slots=True)
class Output:
    """A format, and a file or None for standard output."""

    format: str
    file: Path | None
    force: bool
    language: str | None

    @classmethod
    def of(cls, arguments: Namespace) -> Output:
        """Read it from the options, before any work is done; raises BadUse and CannotOpen."""
        file, name = arguments.output, arguments.format
        if file is not None:
            refuse_existing(file, force=arguments.force)
            name = name or _ENDINGS.get(file.suffix.lower())
            if name is None:
                raise BadUse(
                    text(
                        "The ending of {file} names no format; the endings are {endings}. "
                        "Or give --format.",
                        file=file.name,
                        endings=tuple(_ENDINGS),
                    )
                )
        return cls(name or FORMATS[0], file, arguments.force, arguments.lang)


def found(arguments: Namespace) -> Inspection:
    """Read the saved inspection, or inspect by DNS alone; planned records take the place of others.

    Raises BadUse if the domain is named too and is not that of the saved one, or if a planned host
    was not looked up there.
    """
    if arguments.saved is None:
        entry = read_entry(arguments.domain)
        plan = with_planned(plan_of(arguments), arguments, entry)
        return inspected(Services(), entry, plan, demo=arguments.demo)
    inspection = read_saved(read_bounded(arguments.saved))
    _refuse_another(arguments, inspection.entry.domain)
    if not arguments.mx:
        return inspection
    plan = with_planned(inspection.plan, arguments, inspection.entry)
    planned = replace(inspection, plan=plan)
    unknown = tuple(_never_asked(planned))
    if unknown:
        raise BadUse(
            text(
                "{hosts}: not looked up in {file}. Leave --from away, and it is.",
                hosts=unknown,
                file=str(arguments.saved),
            )
        )
    return planned


def _refuse_another(arguments: Namespace, there: Domain) -> None:
    """Raise BadUse if a domain was named that is not the one of the saved inspection."""
    if arguments.domain is None:
        return
    wanted = read_entry(arguments.domain).domain
    if wanted != there:
        raise BadUse(
            text(
                "{file} is an inspection of {there}, not of {wanted}: name one of them alone.",
                file=str(arguments.saved),
                there=there.unicode,
                wanted=wanted.unicode,
            )
        )


def _never_asked(planned: Inspection) -> Iterator[str]:
    """The planned hosts whose addresses nobody asked for."""
    for host in route_of(planned).hosts:
        answers = (host.a.status, host.aaaa.status)
        if host.special is None and not host.addresses and Status.NOT_ASKED in answers:
            yield host.name


def refuse_what_is_not_there(supposed: Supposed, inspection: Inspection) -> None:
    """Raise BadUse for a target that is not in the route: what was meant is not switched off."""
    route, what_if = route_of(inspection), supposed.what_if
    complaints = [not_in_route(off, route) for off in what_if.off]
    if what_if.own:
        complaints.append(own_not_in_route(what_if.own, route))
    for why in complaints:
        if why is not None:
            raise BadUse(why)


def write(
    output: Output, lines: Callable[[], Iterable[str]], value: Callable[[], dict[str, Any]]
) -> None:
    """Write lines or a value, which is in English unless a language was asked for."""

    def as_text() -> bytes:
        return "".join(f"{line}\n" for line in lines()).encode()

    if output.format == "json" and output.language is None:
        install("en")
    data = json_bytes(value()) if output.format == "json" else as_text()
    put(data, output.file, as_text, force=output.force)


def exit_code(inspection: Inspection, *, is_saved: bool) -> int:
    """Give 0, or 3 if DNS did not tell where mail would go; 130 if Ctrl-C has ended the lookups."""
    if inspection.cut_short and not is_saved:
        return INTERRUPTED
    route = route_of(inspection)
    lookups = [answer for host in route.hosts for answer in (host.a, host.aaaa)]
    is_open = any(answer.status.is_failure for answer in lookups) and not usable_addresses(route)
    return INCONCLUSIVE if route.kind is Kind.UNKNOWN or is_open else FINE
