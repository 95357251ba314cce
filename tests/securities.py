"""What validation says of answers, in one line each."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from mxgui.model.event import Fact, SecureStep, Step
from mxgui.model.inspection import Inspection
from mxgui.model.security import Check, Dnssec, Security, SecurityStep, Why
from tests.builders import NOON, a_question


def a_security(
    name: str = "example.org",
    kind: str = "MX",
    state: Dnssec = Dnssec.SECURE,
    *steps: SecurityStep,
    **facts: Any,
) -> Security:
    """What validation says of one answer."""
    return Security(a_question(name, kind), state, steps=steps, **facts)


def a_step(
    check: Check, why: Why, state: Dnssec, zone: str = "example.org", **facts: Any
) -> SecurityStep:
    """One step of a validation, about the MX of its zone unless told otherwise."""
    told: dict[str, Any] = {"name": zone, "type": "MX", "key_tag": 12345, "algorithm": 13}
    return SecurityStep(check, why, state, zone, **{**told, "since": NOON, "until": NOON, **facts})


def bogus(name: str = "example.org", kind: str = "MX", why: Why = Why.EXPIRED) -> Security:
    """An answer that fails at its signature."""
    step = a_step(Check.SIGNATURE, why, Dnssec.BOGUS, name=name, type=kind)
    return a_security(name, kind, Dnssec.BOGUS, step)


def insecure(
    name: str = "example.org", kind: str = "MX", zone: str = "example.org", why: Why = Why.NO_DS
) -> Security:
    """An answer out of a zone that is not signed."""
    step = a_step(Check.DELEGATION, why, Dnssec.INSECURE, "org", name=zone, type="DS")
    return a_security(name, kind, Dnssec.INSECURE, step)


def in_vain(name: str = "example.org", kind: str = "MX", zone: str = "example.org") -> Security:
    """An answer that is signed, by a zone that its parent does not vouch for."""
    plain = insecure(name, kind, zone)
    step = a_step(Check.SIGNATURE, Why.UNANCHORED, Dnssec.INSECURE, zone, name=name, type=kind)
    return replace(plain, steps=(*plain.steps, step))


def secured(inspection: Inspection, *securities: Security) -> Inspection:
    """The inspection with what validation says of its answers."""
    added: dict[Step, Fact] = {SecureStep(security.question): security for security in securities}
    return replace(inspection, facts={**inspection.facts, **added})
