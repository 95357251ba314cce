"""A validation in words: each step as a sentence, and the one that decides as a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TypeAlias

from mxgui.model.records import ROOT
from mxgui.model.security import Check, Dnssec, Security, SecurityStep, Why
from mxgui.model.text import Text, text

Words: TypeAlias = Callable[[SecurityStep], Text]

STATES = {
    Dnssec.SECURE: text("secure"),
    Dnssec.INSECURE: text("not signed"),
    Dnssec.BOGUS: text("bogus"),
    Dnssec.INDETERMINATE: text("cannot be told"),
    Dnssec.UNKNOWN: text("not validated"),
}

_UNKNOWN = text("unknown")


def step_words(step: SecurityStep) -> Text:
    """Tell one step, good or bad."""
    told = _TABLES.get(step.check, _SETS).get(step.why)
    if told is not None:
        return told(step)
    fault = _FAULTS.get(step.why)
    about, wrong = _about(step), fault(step) if fault is not None else text("not in order")
    return text("{what}: {fault}", what=about, fault=wrong)


def reason_words(security: Security) -> Text:
    """Tell in a phrase why an answer is not secure, by the step that decides."""
    cause = security.cause
    return step_words(cause) if cause is not None else STATES[security.state]


def zone_words(zone: str) -> str | Text:
    """Name a zone; the root has no name that people read."""
    return text("the root") if zone == ROOT else zone


def _zone(step: SecurityStep) -> str | Text:
    return zone_words(step.zone)


def _name(step: SecurityStep) -> str | Text:
    return zone_words(step.name)


def _tag(step: SecurityStep) -> str | Text:
    return _UNKNOWN if step.key_tag is None else str(step.key_tag)


def _since(step: SecurityStep) -> datetime | Text:
    return step.since or _UNKNOWN


def _until(step: SecurityStep) -> datetime | Text:
    return step.until or _UNKNOWN


def _about(step: SecurityStep) -> Text:
    match step.check:
        case Check.DELEGATION:
            return text("{above} → {name}", above=_zone(step), name=_name(step))
        case Check.KEYS | Check.ANCHOR:
            return text("the keys of {name}", name=_name(step))
        case Check.ABSENCE | Check.WILDCARD:
            return text("the proof about {name} {type}", name=_name(step), type=step.type)
        case _:
            return text("{name} {type}", name=_name(step), type=step.type)


_ANCHORS: Mapping[Why, Words] = {
    Why.MATCHES: lambda step: text(
        "the root: key {tag} is one that we trust, and signs all keys until {until}",
        tag=_tag(step),
        until=_until(step),
    ),
    Why.NO_ANCHOR: lambda _: text("the root: none of its keys is one that we trust"),
    Why.NOT_ANSWERED: lambda _: text("the root: the resolver gave no keys"),
    Why.STRIPPED: lambda _: text("the root: the resolver leaves out signatures"),
    Why.EXPIRED: lambda step: text(
        "the root: its signature expired on {until}; is this computer's clock right?",
        until=_until(step),
    ),
    Why.NOT_YET_VALID: lambda step: text(
        "the root: its signature is not valid before {since}; is this computer's clock right?",
        since=_since(step),
    ),
}
_DELEGATIONS: Mapping[Why, Words] = {
    Why.SIGNED: lambda step: text(
        "{above} → {name}: the DS is signed with key {tag}, until {until}",
        above=_zone(step),
        name=_name(step),
        tag=_tag(step),
        until=_until(step),
    ),
    Why.NO_DS: lambda step: text(
        "{above} → {name}: proved to have no DS, so what is below is not signed",
        above=_zone(step),
        name=_name(step),
    ),
    Why.OPT_OUT: lambda step: text(
        "{above} → {name}: {above} leaves such names out of signing (opt-out)",
        above=_zone(step),
        name=_name(step),
    ),
    Why.ITERATIONS: lambda step: text(
        "{above} → {name}: counts as not signed, as the proof asks for too many hashes",
        above=_zone(step),
        name=_name(step),
    ),
    Why.UNSUPPORTED: lambda step: text(
        "{above} → {name}: counts as not signed, as the DS is of no known kind",
        above=_zone(step),
        name=_name(step),
    ),
    Why.NOT_ANSWERED: lambda step: text(
        "{above} → {name}: the resolver does not tell whether there is a DS",
        above=_zone(step),
        name=_name(step),
    ),
    Why.NO_PROOF: lambda step: text(
        "{above} → {name}: neither a DS nor a proof that there is none",
        above=_zone(step),
        name=_name(step),
    ),
}
_KEYS: Mapping[Why, Words] = {
    Why.MATCHES: lambda step: text(
        "{name}: the DS matches key {tag}, which signs all keys until {until}",
        name=_name(step),
        tag=_tag(step),
        until=_until(step),
    ),
    Why.WRONG_DS: lambda step: text(
        "{name}: the DS names a key ({tag}) that the zone does not have",
        name=_name(step),
        tag=_tag(step),
    ),
    Why.NOT_ANSWERED: lambda step: text("{name}: the resolver gave no keys", name=_name(step)),
}
_SETS: Mapping[Why, Words] = {
    Why.SIGNED: lambda step: text(
        "{name} {type}: signed by {zone} with key {tag}, valid until {until}",
        name=_name(step),
        type=step.type,
        zone=_zone(step),
        tag=_tag(step),
        until=_until(step),
    ),
    Why.UNANCHORED: lambda step: text(
        "{name} {type}: signed by {zone}, but nothing vouches for its keys",
        name=_name(step),
        type=step.type,
        zone=_zone(step),
    ),
    Why.NODATA: lambda step: text(
        "{name} {type}: {zone} proves that there are none",
        name=_name(step),
        type=step.type,
        zone=_zone(step),
    ),
    Why.NXDOMAIN: lambda step: text(
        "{name}: {zone} proves that there is no such name", name=_name(step), zone=_zone(step)
    ),
    Why.WILDCARD: lambda step: text(
        "{name} {type}: {zone} proves that a wildcard speaks for the name",
        name=_name(step),
        type=step.type,
        zone=_zone(step),
    ),
    Why.FOLLOWS: lambda step: text(
        "{name} {type}: follows from the DNAME of {zone}",
        name=_name(step),
        type=step.type,
        zone=_zone(step),
    ),
    Why.OPT_OUT: lambda step: text(
        "{name} {type}: {zone} leaves names out of signing here (opt-out)",
        name=_name(step),
        type=step.type,
        zone=_zone(step),
    ),
    Why.ITERATIONS: lambda step: text(
        "{name} {type}: counts as not signed, as the proof asks for too many hashes",
        name=_name(step),
        type=step.type,
    ),
}
_TABLES: Mapping[Check, Mapping[Why, Words]] = {
    Check.ANCHOR: _ANCHORS,
    Check.RESOLVER: _ANCHORS,
    Check.DELEGATION: _DELEGATIONS,
    Check.KEYS: _KEYS,
}
# What is wrong, behind a colon and what it is about.
_FAULTS: Mapping[Why, Words] = {
    Why.NO_SIGNATURE: lambda step: text(
        "no signature, although {zone} is signed", zone=_zone(step)
    ),
    Why.EXPIRED: lambda step: text("the signature expired on {until}", until=_until(step)),
    Why.NOT_YET_VALID: lambda step: text(
        "the signature is not valid before {since}", since=_since(step)
    ),
    Why.MISMATCH: lambda step: text(
        "the signature with key {tag} does not fit what came", tag=_tag(step)
    ),
    Why.NO_KEY: lambda step: text(
        "signed with key {tag}, which {zone} does not have", tag=_tag(step), zone=_zone(step)
    ),
    Why.WRONG_SIGNER: lambda _: text("signed by a zone that has no say in it"),
    Why.UNSUPPORTED: lambda _: text("signed in a way that is not known here"),
    Why.NO_PROOF: lambda step: text(
        "it does not prove what the answer says, although {zone} is signed", zone=_zone(step)
    ),
    Why.NOT_ANSWERED: lambda _: text("the resolver does not give what is needed"),
    Why.TOO_MUCH: lambda _: text("it asks for more work than is done for one answer"),
}
