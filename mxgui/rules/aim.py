"""Whether a host that turns us away in words says that it means us, and not every sender."""

from __future__ import annotations

import re

from mxgui.model.inspection import Inspection
from mxgui.model.smtp import Outcome, Probe, Reply

# Enhanced codes X.7.Y are about security and policy (RFC 3463, section 3.8); the words are those
# of block lists, reputation services and access rules. Some as they are said:
#   Postfix      554 5.7.1 Service unavailable; Client host [..] blocked using zen.spamhaus.org
#   Postfix      421 4.7.0 mx Error: too many connections from ..
#   Exim         554-Host .. is not allowed to connect; 421 Too many concurrent SMTP connections
#   Gmail        550-5.7.1 .. The IP you're using to send mail is not authorized to send email
#   Outlook.com  550 5.7.606 Access denied, banned sending IP
#   Yahoo        553 5.7.1 [BL21] Connections will not be accepted from .., because the ip is in ..
#   GMX, web.de  554-No SMTP service 554-Bad DNS PTR resource record; 554-IP address is block listed
#   T-Online     554 IP=.. - A problem occurred. (Ask your postmaster for help ..)
#   Cisco ESA    554 Your access to this mail system has been rejected due to .. poor reputation
#   Proofpoint   554 Blocked - see https://ipcheck.proofpoint.com/?ip=..
# A word too many costs only certainty.
_TELLTALE = re.compile(
    r"\b[45]\.7\.\d|block|black ?list|gr[ae]y ?list|\b[dr](ns)?bl\b|\b[cpsx]bl\b|\blisted"
    r"|reputation|spam|barracuda|abus|complain|\bban(ned)?\b|den(y|ied)|polic(y|ies)|prohibit"
    r"|dynamic|residential|reverse|\brdns\b|\bptr\b|\bhelo\b|\behlo\b|\bip\b|\byour?\b|\bclient\b"
    r"|unauthori[sz]ed|not (allow|authori[sz]ed|permitted|welcome)|connections? from"
    r"|will not be accepted|too (many|much|fast)|\brate\b|volume",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b")


def reply_against(probe: Probe) -> Reply | None:
    """Give the reply that ended a probe: the greeting, or what came to EHLO."""
    return probe.ehlo if probe.outcome is Outcome.GREETED else probe.greeting


def is_aimed_at_us(inspection: Inspection, probe: Probe) -> bool:
    """Whether that reply speaks of its reader: of our address or name, of lists, or of rules."""
    reply = reply_against(probe)
    if reply is None:
        return False
    said = reply.text.lower().replace(probe.target.host.lower(), "")
    said = said.replace(probe.target.address, "")
    is_named = any(own in said for own in _own_names(inspection, probe))
    # behind a translator or a proxy hosts know us by an address that we do not
    return is_named or bool(_TELLTALE.search(said) or _ADDRESS.search(said))


def _own_names(inspection: Inspection, probe: Probe) -> set[str]:
    """By what a host may call us: the name or address that we gave, and our source addresses."""
    given = probe.helo.lower().strip("[]").removeprefix("ipv6:")
    sources = inspection.line.sources if inspection.line is not None else ()
    return {name for name in (given, *sources) if name}
