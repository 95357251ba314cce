"""Port 25 is closed to us here: one sentence for what would else look like many dead hosts."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.line import DIRECT
from mxgui.model.text import Text, text
from mxgui.routing.line import Blocked, blocked_here
from mxgui.routing.reach import State
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc

# Each of them only where it is in doubt as well: what is certain is worse and stays
_MUTE = ("SMTP-TIMEOUT", "SMTP-UNREACH", "SMTP-TIER-DOWN", "SMTP-FAMILY-DOWN")
_UNHEARD = (State.UNHEARD, State.NOT_TRIED)


def _check(case: Case) -> Iterator[Finding]:
    blocked = None if case.is_open else blocked_here(case.inspection)
    if blocked is not None:
        yield Finding(
            "SMTP-PORT-BLOCKED-HERE",
            Severity.INCONCLUSIVE,
            case.domain,
            _words(blocked, str(case.inspection.plan.port)),
            includes=_stood_for(case),
        )


def _stood_for(case: Case) -> tuple[str, ...]:
    """Silence; and that nothing was heard at all, if there was no more than that to say."""
    by_line_alone = case.inspection.plan.vantages == (DIRECT,)
    is_all = by_line_alone and all(state in _UNHEARD for state in case.states.values())
    return (*_MUTE, "SMTP-ALL-DOWN") if is_all else _MUTE


def _words(blocked: Blocked, port: str) -> Text:
    families = tuple(text("IPv{family}", family=family) for family in blocked.families)
    if blocked.firewall:
        return text(
            "This machine's own firewall lets nothing out to port {port} over {families}",
            port=port,
            families=families,
        )
    if blocked.canary:
        return text(
            "This line does not reach port {port} over {families}: hosts of {n} unrelated networks "
            "are silent, and {canary} too, which you know to answer",
            port=port,
            families=families,
            n=blocked.networks,
            canary=blocked.canary,
        )
    return text(
        "This line seems not to reach port {port} over {families}: hosts of {n} unrelated networks "
        "are all silent",
        port=port,
        families=families,
        n=blocked.networks,
    )


RULES = (
    Rule(
        id="SMTP-PORT-BLOCKED-HERE",
        title=text("This line cannot reach the mail port"),
        why=text(
            "Most lines at home and many at hosting firms block port 25 on the way out, to keep "
            "spam in. Nothing can be said from here of hosts that are reached that way; it is no "
            "fault of theirs."
        ),
        fix=text(
            "Probe through a server that may use the port: “ssh -D 1080 SERVER” opens a proxy on "
            "this computer, to be named as socks5://127.0.0.1:1080. Or run mxgui on that server, "
            "or ask the provider to open the port. If it is this machine's own firewall, let "
            "mxgui out there."
        ),
        references=(rfc("5321", "4.5.4.1"), rfc("1928", "6")),
        check=_check,
    ),
)
