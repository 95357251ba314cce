"""What a report says of a peer, in the words of the contract, and whether its pages are clean."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from tests.report.page_reader import PageReader

# Lines end, and words of strangers are isolated from ours; else nothing may steer what is shown.
_ALLOWED = {"\n", "\u2009", "\u2068", "\u2069"}
_PLANTED = re.compile(r"<(/?x-hostile|script[^>]*>hostile|img src=x)", re.IGNORECASE)


def words_of(document: bytes) -> dict[str, Any]:
    """The words of a report in JSON that an expectation may name."""
    report = json.loads(document)
    probe: Mapping[str, Any] = (report["probes"] or [{}])[0]
    route = report["route"]
    hosts = [host for tier in route["tiers"] for host in tier["hosts"]]
    host: Mapping[str, Any] = (hosts or [{}])[0]
    tlsa = host.get("tlsa") or {}
    addresses = [address for own in hosts for address in own["addresses"]]
    return {
        "verdict": report["verdict"],
        "route": route["kind"],
        "mx": route["status"],
        "mx_dnssec": route["dnssec"],
        "hosts": len(hosts),
        "addresses": len(addresses),
        "a": host.get("lookups", {}).get("a"),
        "a_dnssec": addresses[0]["dnssec"] if addresses else None,
        "ptr": addresses[0]["ptr"] if addresses else None,
        "tlsa_status": tlsa.get("status"),
        "tlsa_dnssec": tlsa.get("dnssec"),
        "tlsa_records": len(tlsa.get("records") or ()),
        "host_dane": host.get("dane"),
        "sts": probe.get("sts"),
        "mta_sts": report["policies"]["mta_sts"]["verdict"],
        "problem": report["policies"]["mta_sts"]["problem"],
        "tlsrpt": report["policies"]["tlsrpt"]["verdict"],
        **_of_probe(probe),
        **_of_servers(report["authorities"] or ()),
    }


def _of_probe(probe: Mapping[str, Any]) -> dict[str, Any]:
    tls = probe.get("tls") or {}
    words = ("outcome", "reason", "stage", "stopped_by", "starttls")
    return {
        **{word: probe.get(word) for word in words},
        "tls": tls.get("version"),
        "injected": tls.get("injected"),
        "chain": tls.get("chain_length"),
        "trusted": tls.get("trusted"),
        "problems": tls.get("problems"),
        "dane": (probe.get("dane") or {}).get("verdict"),
        "records": [one["result"] for one in (probe.get("dane") or {}).get("records") or ()],
    }


def _of_servers(answers: Any) -> dict[str, Any]:
    return {
        "servers": len({answer["address"] for answer in answers}),
        "server_words": sorted({answer["status"] for answer in answers if not answer["skipped"]}),
        "skipped": sorted({answer["skipped"] for answer in answers if answer["skipped"]}),
    }


def findings_of(document: bytes) -> dict[str, str]:
    """The findings of a report and how grave they are, with those that others stand for."""
    return {
        name: one["severity"]
        for one in json.loads(document)["findings"]
        for name in (*one["includes"], one["id"])
    }


def stains(documents: Mapping[str, bytes]) -> list[str]:
    """What is wrong with the documents: letters that steer, and markup of a stranger's."""
    found = [
        f"json: {why}" for word in _strings(json.loads(documents["json"])) for why in _in(word)
    ]
    found += [f"text: {why}" for why in _in(documents["text"].decode())]
    page = documents["html"].decode()
    reader = PageReader(page)
    found += [f"html: {why}" for why in (*_in(page), *reader.faults)]
    if _PLANTED.search(page):
        found.append("html: a stranger's markup")
    return found[:5]


def _in(text: str) -> Iterator[str]:
    if text.isprintable():
        return
    for letter in sorted(set(text) - _ALLOWED):
        if not letter.isprintable():
            yield f"U+{ord(letter):04X}"


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from (key, *_strings(inner))
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
