"""Which failures are there for every sender, and which may be those of our own resolver or line.

What a resolver says counts for certain only where DNSSEC left aside it fails as well, while the
zones above answer; or where we hold records ourselves that are not signed rightly. A key or a proof
that we could not get is a failure to a sender that does not get it either (RFC 7672, section 2.1.1;
RFC 4035, section 4.3), and others may have got it.
"""

from __future__ import annotations

from mxgui.model.inspection import Inspection
from mxgui.model.records import Answer, Status
from mxgui.model.security import Dnssec, Security
from mxgui.model.smtp import Probe, StartTls, StoppedBy
from mxgui.routing.masked import is_masked

_NOT_KNOWN = (Dnssec.INDETERMINATE, Dnssec.UNKNOWN)
_WITHOUT_TLS = (StartTls.NOT_OFFERED, StartTls.REFUSED, StartTls.FAILED)


def fails_for_all(inspection: Inspection, answer: Answer) -> bool:
    """Whether every sender that validates has no use of an answer, as far as can be known."""
    security = inspection.security(answer.question.name, answer.question.type)
    if security.state is Dnssec.BOGUS:
        return True
    return answer.status is Status.SERVFAIL and fails_without_checking(security)


def fails_without_checking(security: Security) -> bool:
    """Whether a lookup fails with DNSSEC left aside as well, through a resolver that works.

    That it works is seen by the chain: it gave the keys of the zones above.
    """
    if security.unchecked is not Status.SERVFAIL or not security.steps:
        return False
    return not any(step.state in _NOT_KNOWN for step in security.steps)


def may_yet_encrypt(probe: Probe) -> bool:
    """Whether a session that came to no encryption leaves it open if others come to one.

    A sender may wait longer than we did, and what an inspecting box on this path has masked is no
    word of the host's.
    """
    if probe.starttls not in _WITHOUT_TLS:
        return False
    gave_up = probe.stopped_by in (StoppedBy.TIMEOUT, StoppedBy.CANCELLED)
    hidden = probe.starttls is StartTls.NOT_OFFERED and is_masked(probe)
    return hidden or (gave_up and probe.starttls is not StartTls.NOT_OFFERED)
