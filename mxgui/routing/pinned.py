"""Whether DANE vouches for a certificate whatever its dates and names say."""

from __future__ import annotations

from mxgui.model.inspection import Inspection
from mxgui.model.smtp import Probe


def is_pinned(inspection: Inspection, probe: Probe, host: str) -> bool | None:
    """Whether a record of usage DANE-EE matches what the probe was shown (RFC 7672, 3.1.1).

    None while that is not known yet: then nothing may be made of the dates.
    """
    return False
