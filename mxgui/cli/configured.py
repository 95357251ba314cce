"""What the command line takes from the window's settings: the name to greet by, and no more.

All else has options of its own with fixed defaults, so that the same words do the same for
everybody; a name belongs to the computer, whoever asks.
"""

from __future__ import annotations

from dataclasses import replace

from mxgui.app.services import Services
from mxgui.cli.console import complain
from mxgui.i18n import tr
from mxgui.model.plan import Plan


def with_own_name(plan: Plan, services: Services) -> Plan:
    """The plan with the name of the settings, where `--helo` gave none."""
    if plan.helo:
        return plan
    file = services.settings_file(services.memory)
    helo = file.load().helo
    for trouble in file.kept.troubles:
        complain(tr(trouble))
    return replace(plan, helo=helo or None)
