"""Whether DANE vouches for a certificate whatever its dates and names say."""

from __future__ import annotations

from mxgui.model.inspection import Inspection
from mxgui.routing.dane import dane_of
from mxgui.routing.dane_steps import Result, Verdict
from mxgui.routing.route import Host
from mxgui.routing.usable import DANE_EE

_OPEN = (Verdict.UNKNOWN, Verdict.NOT_TESTED)


def is_pinned(inspection: Inspection, host: Host, address: str) -> bool | None:
    """Whether a record of usage DANE-EE matches what was shown there (RFC 7672, section 3.1.1).

    None while that is not known yet: then nothing may be made of the dates.
    """
    own = next((each for each in host.addresses if each.address == address), None)
    if own is None:
        return False
    dane = dane_of(inspection, host, own)
    if inspection.running and dane.verdict in _OPEN:
        return None
    return dane.verdict is Verdict.MATCH and any(
        one.record.usage == DANE_EE and one.result is Result.MATCH for one in dane.records
    )
