"""What an absence that is signed comes to."""

from __future__ import annotations

from dataclasses import dataclass

from mxgui.model.security import Dnssec, Why

_STATES = {
    Why.NODATA: Dnssec.SECURE,
    Why.NXDOMAIN: Dnssec.SECURE,
    Why.WILDCARD: Dnssec.SECURE,
    Why.OPT_OUT: Dnssec.INSECURE,
    Why.ITERATIONS: Dnssec.INSECURE,
    Why.TOO_MUCH: Dnssec.INDETERMINATE,
}


@dataclass(frozen=True, slots=True)
class Proof:
    """What was proved, or why nothing was; `is_cut` if the name was shown to be delegated."""

    why: Why
    is_cut: bool = False

    @property
    def state(self) -> Dnssec:
        """What an answer is worth that rests on it."""
        return _STATES.get(self.why, Dnssec.BOGUS)


NO_PROOF = Proof(Why.NO_PROOF)
