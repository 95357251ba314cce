"""Hosts with TLSA records and certificates, for the rules about DANE."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mxgui.model.inspection import Inspection
from mxgui.model.records import Answer, Status, Tlsa
from mxgui.model.security import Dnssec
from mxgui.model.smtp import Outcome, Probe
from tests.builders import an_inspection
from tests.dane_cases import Published, tlsa_of
from tests.dane_facts import certificates, encrypted, secured, the_chain, tlsa_answer, with_chains
from tests.dane_shelf import NOW, shelf
from tests.rules import faults
from tests.rules.judging import HOSTS

A, B, C = "a.example.org", "b.example.org", "c.example.org"
GOOD, STALE = tlsa_of(Published(3, 1, 1, "leaf")), tlsa_of(Published(3, 1, 1, "next"))
WHOLE = tlsa_of(Published(3, 0, 1, "leaf"))
UNUSABLE = tlsa_of(Published(1, 1, 1, "leaf"))
SHOWN = ("leaf", "inner")


@dataclass(frozen=True, slots=True)
class DaneHost:
    """What there is at one host; `shown` and `probe` are of every address unless `at` differs."""

    records: Sequence[Tlsa] | Status = ()
    shown: Sequence[str] = SHOWN
    probe: Probe | Outcome | None = None
    at: Mapping[str, Sequence[str]] | None = None


def dane_world(
    *,
    mx: str,
    states: Mapping[str, Dnssec] | None = None,
    answers: Sequence[Answer] = (),
    ttls: Mapping[str, int] | None = None,
    ended: bool = True,
    hosts: Mapping[str, DaneHost] | None = None,
    **more: DaneHost,
) -> Inspection:
    """A domain whose hosts a, b and c of judging.HOSTS are as told; all of it is secure.

    `mx` is as in `10 a, 20 b`.
    """
    named = {f"{letter}.example.org": host for letter, host in {**(hosts or {}), **more}.items()}
    probes, chains, told = {}, {}, []
    for name, host in named.items():
        told.append(tlsa_answer(name, host.records))
        for address in HOSTS[name].split():
            shown = [shelf()[one] for one in (host.at or {}).get(address, host.shown)]
            if host.probe is not None:
                probes[address] = _at(host.probe, name, address)
                continue
            probes[address] = encrypted(name, address, certificates(shown), NOW)
            records = host.records if not isinstance(host.records, Status) else ()
            chains[address] = the_chain(shown, records)
    written = ", ".join(f"{part}.example.org" for part in mx.split(", "))
    every = {answer.question: answer for answer in (*told, *answers)}
    known = an_inspection(mx=written, hosts=HOSTS, probes=probes, answers=tuple(every.values()))
    known = with_chains(secured(known, states, ttls=ttls), chains)
    return known if ended else replace(known, ended=None)


def _at(told: Probe | Outcome, name: str, address: str) -> Probe | Outcome:
    if isinstance(told, Outcome):
        return told
    return replace(told, target=faults.unencrypted(name, address).target)
