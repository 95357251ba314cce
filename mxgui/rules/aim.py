"""Whether a host that turns us away in words says that it means us, and not every sender."""

from __future__ import annotations

import re

from mxgui.model.inspection import Inspection
from mxgui.model.smtp import Outcome, Probe, Reply

# Enhanced codes X.7.Y are about security and policy (RFC 3463, section 3.8); the words are those
# of block lists, reputation services and access rules. A word too many costs only certainty.
_TELLTALE = re.compile(
    r"\b[45]\.7\.\d|block|black ?list|\b[dr](ns)?bl\b|\blisted|reputation|spam|abus|\bban(ned)?\b"
    r"|den(y|ied)|polic(y|ies)|dynamic|reverse|\brdns\b|\bptr\b|\byour?\b|\bclient\b"
    r"|unauthori[sz]ed|not (allowed|authori[sz]ed|permitted|welcome)|too (many|much|fast)|\brate\b",
    re.IGNORECASE,
)


def reply_against(probe: Probe) -> Reply | None:
    """Give the reply that ended a probe: the greeting, or what came to EHLO."""
    return probe.ehlo if probe.outcome is Outcome.GREETED else probe.greeting


def is_aimed_at_us(inspection: Inspection, probe: Probe) -> bool:
    """Whether that reply speaks of its reader: of our address or name, of lists, or of rules."""
    reply = reply_against(probe)
    if reply is None:
        return False
    said = reply.text.lower().replace(probe.target.host.lower(), "")
    return any(own in said for own in _own_names(inspection, probe)) or bool(_TELLTALE.search(said))


def _own_names(inspection: Inspection, probe: Probe) -> set[str]:
    """By what a host may call us: the name or address that we gave, and our source addresses."""
    given = probe.helo.lower().strip("[]").removeprefix("ipv6:")
    sources = inspection.line.sources if inspection.line is not None else ()
    return {name for name in (given, *sources) if name}
