"""Steps of a validation as the model keeps them."""

from __future__ import annotations

from datetime import UTC, datetime

import dns.name
import dns.rdatatype
from dns.rdtypes.ANY.RRSIG import RRSIG

from mxgui.model.security import Check, Dnssec, SecurityStep, Why
from mxgui.net.names import written

INSECURE = frozenset({Why.NO_DS, Why.OPT_OUT, Why.UNSUPPORTED, Why.ITERATIONS})
NOT_KNOWN = frozenset({Why.NOT_ANSWERED, Why.NO_ANCHOR, Why.TOO_MUCH, Why.STRIPPED})


def step_of(
    check: Check,
    why: Why,
    state: Dnssec,
    zone: dns.name.Name,
    name: dns.name.Name,
    kind: int | str,
) -> SecurityStep:
    """Make a step that rests on no signature."""
    written_type = kind if isinstance(kind, str) else dns.rdatatype.to_text(rdatatype(kind))
    return SecurityStep(check, why, state, written(zone), written(name), written_type)


def signed_step(step: SecurityStep, signature: RRSIG | None) -> SecurityStep:
    """Add to a step what stands in the signature that it rests on."""
    if signature is None:
        return step
    return SecurityStep(
        step.check,
        step.why,
        step.state,
        step.zone,
        step.name,
        step.type,
        signature.key_tag,
        int(signature.algorithm),
        _moment(signature.inception),
        _moment(signature.expiration),
    )


def rdatatype(kind: int) -> dns.rdatatype.RdataType:
    """Give a type by its number."""
    return dns.rdatatype.RdataType.make(kind)


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
