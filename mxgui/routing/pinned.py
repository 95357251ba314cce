"""Whether DANE vouches for a certificate whatever its dates and names say."""

from __future__ import annotations

from mxgui.model.inspection import Inspection
from mxgui.model.once import once
from mxgui.routing.dane_reach import DaneReach
from mxgui.routing.dane_steps import Verdict
from mxgui.routing.route import Host

_OPEN = (Verdict.UNKNOWN, Verdict.NOT_TESTED)


@once
def is_pinned(inspection: Inspection, host: Host, address: str) -> bool | None:
    """Whether a record of usage DANE-EE matches what was shown there (RFC 7672, section 3.1.1).

    None while that is not known yet: then nothing may be made of the dates.
    """
    own = next((each for each in host.addresses if each.address == address), None)
    if own is None:
        return False
    reach = DaneReach(inspection)
    if inspection.running and reach.decided(host, own).verdict in _OPEN:
        return None
    return reach.rests_on_key(host, own)
