"""How much the route rests on one host: a host listed twice, or alone."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.text import text
from mxgui.routing.route import Kind
from mxgui.routing.standing import is_looked_up
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.place import stand_in_one_place
from mxgui.rules.rule import Rule, rfc


def _check_duplicate(case: Case) -> Iterator[Finding]:
    for host in case.hosts if case.takes_advice else ():
        preferences = sorted(
            {other.preference for other in case.route.hosts if other.name == host.name}
        )
        if len(preferences) > 1:
            words = text(
                "{host} is listed at the preferences {preferences}",
                host=host.name,
                preferences=tuple(map(str, preferences)),
            )
            yield Finding("MX-DUP-HOST", Severity.NOTICE, host.name, words)


def _check_single(case: Case) -> Iterator[Finding]:
    names = {record.exchange for record in case.route.answer.mx}
    if case.route.kind is not Kind.MX or len(names) != 1 or not case.hosts:
        return
    if not case.takes_advice:
        return
    host = case.hosts[0]
    in_one_place = is_looked_up(case.inspection, host) and stand_in_one_place([host])
    words = text("All mail depends on one exchange: {host}", host=host.name)
    yield Finding(
        "MX-SINGLE-HOST",
        Severity.NOTICE if in_one_place else Severity.INFO,
        host.name,
        words,
        includes=("MX-SINGLE-ADDR", "MX-SINGLE-PREFIX") if in_one_place else (),
        about=(case.domain,),
    )


RULES = (
    Rule(
        id="MX-DUP-HOST",
        title=text("One host is listed at two preferences"),
        why=text(
            "Only the better place counts: a host that has just failed is not tried again under "
            "another number. The second record is no backup."
        ),
        fix=text("Take one of the records away, or let it name another host."),
        references=(rfc("5321", "5.1"),),
        check=_check_duplicate,
    ),
    Rule(
        id="MX-SINGLE-HOST",
        title=text("All mail depends on one exchange"),
        why=text(
            "While the host is down, mail waits at the senders and comes late. That is no loss as "
            "long as the host is back within days. Where its addresses lie in several networks, "
            "more than one machine may stand behind the name."
        ),
        fix=text(
            "Add a second host that works as well as the first, with the same preference and in "
            "another network; or accept the delay of an outage."
        ),
        # written for name servers; the reasons for a second one elsewhere are the same
        references=(rfc("2182", "3.1"), rfc("5321", "4.5.4.1")),
        check=_check_single,
    ),
)
