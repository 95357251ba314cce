"""Which hosts and addresses a sender that does DANE would use (RFC 7672, sections 2.1.2 and 2.2).

Without TLSA records that count it delivers as everybody does, and with unusable ones too, as long
as the session is encrypted; it skips what does not match, does not encrypt, or whose TLSA records
cannot be looked up.
"""

from __future__ import annotations

from mxgui.model.inspection import Inspection
from mxgui.routing.dane import dane_of, dane_of_host
from mxgui.routing.dane_steps import Verdict
from mxgui.routing.route import Host, HostAddress
from mxgui.routing.tlsa import HostDane

_OPEN = (Verdict.NOT_TESTED, Verdict.UNKNOWN)


def dane_takes_host(inspection: Inspection, host: Host) -> bool | None:
    """Tell whether DNS leaves the host to such a sender; None if that is not known."""
    match dane_of_host(inspection, host):
        case HostDane.LOOKUP_FAILED:
            return False
        case HostDane.UNKNOWN:
            return None
        case _:
            return True


def dane_takes_address(inspection: Inspection, host: Host, own: HostAddress) -> bool | None:
    """Tell whether such a sender would deliver to an address; None if that is not known."""
    verdict = dane_of(inspection, host, own).verdict
    return None if verdict in _OPEN else not verdict.skips
