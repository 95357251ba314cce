"""Something on the path answers in the place of mail hosts: unrelated ones give one name.

Some providers lead every connection to port 25 to a host of their own. It is told only where all
that was heard over a family names itself alike, over unrelated networks and for exchanges of
unrelated names, none of which is that host's own: one firm's many hosts share its name, and a
domain may give its provider's hosts names of its own. Names are related that belong to one
organisation.
"""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.line import DIRECT
from mxgui.model.smtp import Probe
from mxgui.model.text import text
from mxgui.routing.line import prefix_of
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.organisation import organisation_of
from mxgui.rules.rule import Rule, rfc


def _check(case: Case) -> Iterator[Finding]:
    for family in (4, 6):
        heard = [
            probe
            for step, probe in case.inspection.knocks
            if step.vantage == DIRECT and probe.target.family == family and probe.greeting
        ]
        name = _one_for_all(heard)
        if name and not case.is_open:
            words = text(
                "Unrelated mail hosts all greet as {name} over IPv{family}: something on this path "
                "answers for them",
                name=name,
                family=family,
            )
            yield Finding("SMTP-INTERCEPTED", Severity.INCONCLUSIVE, case.domain, words)


def _one_for_all(heard: list[Probe]) -> str:
    """The name by which all of them greet although they have nothing to do with one another."""
    names = {probe.greeting.first_word.lower() for probe in heard if probe.greeting}
    name = names.pop() if len(names) == 1 else ""
    owners = {organisation_of(probe.target.host.lower()) for probe in heard}
    networks = {prefix_of(probe.target.address) for probe in heard}
    is_strange = len(owners) > 1 and len(networks) > 1 and organisation_of(name) not in owners
    return name if "." in name and is_strange else ""


RULES = (
    Rule(
        id="SMTP-INTERCEPTED",
        title=text("Something on this path answers for the mail hosts"),
        why=text(
            "Some networks lead every connection to the mail port to a server of their own. What "
            "was seen then is that server: its greeting, its encryption, its certificate, and "
            "nothing of the hosts themselves."
        ),
        fix=text(
            "Look from another line, or through a proxy on a server elsewhere: if the hosts greet "
            "by names of their own there, ask who runs this network about the mail port."
        ),
        references=(rfc("5321", "4.3.1"), rfc("3207", "6")),
        check=_check,
    ),
)
