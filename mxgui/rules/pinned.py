"""Whether DANE vouches for a certificate whatever its dates and names say."""

from __future__ import annotations

from mxgui.rules.case import Case
from mxgui.rules.session import Session


def is_pinned(case: Case, session: Session) -> bool | None:
    """Whether a record of usage DANE-EE matches the certificate (RFC 7672, section 3.1.1).

    None while that is not known yet: then nothing may be made of its dates.
    """
    return False
