"""What the JSON has to say of each domain of the demo network, by what the domain is there to show.

Written from the descriptions of the domains, the contract and the RFCs, not from what comes out.
Every domain is signed, its hosts have no TLSA records and a certificate that is good for their
name, it has no policies, and mail flows: what differs from that is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Host:
    """The words of one exchange: of its TLSA records and addresses, and what they come to."""

    tlsa: str = "nxdomain secure"
    addresses: str = "secure"
    dane: str = "none"
    sts: str = "no_policy"


@dataclass(frozen=True, slots=True)
class Seen:
    """The words of one probe; `names` is "both", "cn" or "none", `path` whether it is trusted.

    No session has neither.
    """

    starttls: str = "verified"
    names: str = "both"
    path: bool = True
    problems: tuple[str, ...] = ()
    dane: str = "none"
    records: tuple[str | None, ...] = ()
    sts: str = "no_policy"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one domain; hosts by the first label, probes by that or by address."""

    verdict: str = "flows"
    route: str = "mx noerror secure"
    hosts: Mapping[str, Host] = field(default_factory=dict)
    seen: Mapping[str, Seen] = field(default_factory=dict)
    sts: str = "none"
    mode: str | None = None
    problem: str | None = None
    reports: str = "none"


def one(host: Host, seen: Seen, **words: Any) -> Words:
    """A domain with one exchange, named mx."""
    return Words(hosts={"mx": host}, seen={"mx": seen}, **words)


def shown(*problems: str, path: bool = False, names: str = "both") -> Words:
    """A domain whose only host shows a certificate with these problems."""
    return one(Host(), Seen("unverified", names, path, problems))


def without(starttls: str, dane: str = "none", *records: None) -> Seen:
    """A probe that came to no encryption."""
    return Seen(starttls, "", path=False, dane=dane, records=records)


PLAIN = one(Host(), Seen())
MX12 = {"mx1": Host(), "mx2": Host()}
TLS = {
    "no-starttls.example": Words(
        route="mx noerror insecure",
        hosts=dict.fromkeys(MX12, Host("nxdomain insecure", "insecure")),
        seen={"mx1": Seen(), "mx2": without("not_offered")},
    ),
    "broken-starttls.example": Words(
        verdict="degraded",
        hosts=MX12,
        seen={"mx1": without("refused"), "mx2": without("failed")},
    ),
    "self-signed.example": shown("self_signed"),
    "expired.example": shown("expired"),
    "other-name.example": shown("name_mismatch", path=True, names="none"),
    "not-yet-valid.example": shown("not_yet_valid"),
    "expires-soon.example": PLAIN,
    "no-intermediate.example": shown("missing_intermediate"),
    "unknown-authority.example": shown("unknown_issuer"),
    "common-name.example": shown("name_mismatch", path=True, names="cn"),
    "wildcard-certificate.example": Words(hosts=MX12, seen=dict.fromkeys(MX12, Seen())),
    "weak-key.example": one(Host(), Seen(problems=("weak",))),
    "two-certificates.example": PLAIN,
    "old-tls.example": PLAIN,
    "injected.example": Words(hosts=MX12, seen=dict.fromkeys(MX12, Seen())),
    # Nothing was waited for long enough here to say that the handshake stalls.
    "handshake-hangs.example": Words(hosts=MX12, seen={"mx1": without("failed"), "mx2": Seen()}),
    "no-tls-at-all.example": Words(hosts=MX12, seen={"mx1": without("failed"), "mx2": Seen()}),
    "authorities.example": PLAIN,
}

SIGNED = Host("noerror secure", dane="usable")


def dane(verdict: str, *records: str | None, **facts: str) -> Words:
    """A domain whose only host has usable TLSA records, and a good certificate."""
    lost = "flows" if verdict == "match" else "degraded"
    return one(SIGNED, Seen(dane=verdict, records=records), verdict=lost, **facts)


MATCH = Seen(dane="match", records=("match",))
MISMATCH = Seen(dane="mismatch", records=("no_match",))
DANE = {
    "dane.example": dane("match", "match", "no_match"),
    "dane-one-record.example": dane("match", "match"),
    "dane-authority.example": dane("match", "match"),
    "dane-whole-authority.example": dane("match", "match"),
    "dane-mismatch.example": dane("mismatch", "no_match"),
    "dane-first-mismatch.example": Words(
        verdict="degraded",
        hosts=dict.fromkeys(MX12, SIGNED),
        seen={"mx1": MISMATCH, "mx2": MATCH},
    ),
    "dane-some-addresses.example": Words(
        hosts={"mx": SIGNED}, seen={"192.0.2.127": MATCH, "192.0.2.128": MISMATCH}
    ),
    "dane-partial.example": Words(
        hosts={"mx1": SIGNED, "mx2": Host()},
        seen={"mx1": Seen(dane="match", records=("match", "no_match")), "mx2": Seen()},
    ),
    "dane-outranked.example": dane("mismatch", "outranked", "no_match"),
    "dane-unusable.example": one(
        Host("noerror secure", dane="unusable"),
        Seen(dane="unusable", records=("unusable", "unusable")),
    ),
    "dane-lookup-fails.example": Words(
        verdict="degraded",
        hosts={"mx1": Host("servfail unknown", dane="lookup_failed"), "mx2": Host()},
        seen={"mx1": Seen(dane="lookup_failed"), "mx2": Seen()},
    ),
    "dane-no-starttls.example": one(
        SIGNED,
        without("not_offered", "no_tls", None, None),
        verdict="degraded",
    ),
    "dane-no-chain.example": dane("mismatch", "no_match"),
    "dane-other-name.example": one(
        SIGNED,
        Seen("unverified", "none", True, ("name_mismatch",), "mismatch", ("no_match",)),
        verdict="degraded",
    ),
    "dane-expired.example": one(
        SIGNED, Seen("unverified", "both", False, ("expired",), "match", ("match", "no_match"))
    ),
    "dane-change-ahead.example": dane("match", "match"),
    # The certificate is that of the host behind the alias: TLSA records of usage 3 ask for no name.
    "dane-alias.example": Words(
        hosts={"mail": SIGNED},
        seen={
            "mail": Seen(
                "unverified", "none", True, ("name_mismatch",), "match", ("match", "no_match")
            )
        },
    ),
    "dane-elsewhere.example": dane("match", "match"),
    "dane-unsigned.example": one(
        Host("noerror insecure", "insecure", "not_applicable"),
        Seen(dane="not_applicable"),
        route="mx noerror insecure",
    ),
    "dane-behind-unsigned.example": dane("match", "match", "no_match", route="mx noerror insecure"),
    "dane-two-names.example": Words(
        hosts=dict.fromkeys(MX12, SIGNED), seen=dict.fromkeys(MX12, MATCH)
    ),
}

COVERED = Host(sts="covered")


def valid(seen: Seen | None = None, mode: str = "enforce", **facts: str) -> Words:
    """A domain with a valid policy that names its only exchange."""
    return one(COVERED, seen or Seen(sts="pass"), sts="valid", mode=mode, **facts)


def unavailable(verdict: str, problem: str, mode: str | None = None) -> Words:
    """A domain whose policy does not come about: for a sender it has none."""
    return one(Host(), Seen(), sts=verdict, problem=problem, mode=mode)


SELF_SIGNED = Seen("unverified", "both", False, ("self_signed",), sts="certificate_fails")
STS = {
    "sts.example": valid(reports="valid"),
    "sts-testing.example": valid(SELF_SIGNED, "testing", reports="valid"),
    # "as though it does not have any active policy" (RFC 8461, section 5)
    "sts-none-mode.example": one(Host(), Seen(), sts="valid", mode="none"),
    "sts-uncovered.example": Words(
        verdict="degraded",
        hosts={"mx": COVERED, "backup": Host(sts="not_covered")},
        seen={"mx": Seen(sts="pass"), "backup": Seen(sts="not_covered")},
        sts="valid",
        mode="enforce",
    ),
    "sts-bad-host.example": valid(SELF_SIGNED, verdict="degraded"),
    "sts-unused.example": valid(),
    "sts-short.example": valid(),
    "sts-web-page.example": valid(),
    "sts-twice.example": valid(),
    "sts-no-host.example": unavailable("fetch_failed", "no_address"),
    "sts-refused.example": unavailable("fetch_failed", "not_reachable"),
    "sts-missing.example": unavailable("fetch_failed", "status"),
    "sts-redirect.example": unavailable("fetch_failed", "redirect"),
    "sts-wrong-certificate.example": unavailable("fetch_failed", "name_mismatch"),
    "sts-too-big.example": unavailable("fetch_failed", "too_big"),
    "sts-syntax.example": unavailable("policy_invalid", "line"),
    "sts-bad-mode.example": unavailable("policy_invalid", "mode_unknown"),
    "sts-no-age.example": unavailable("policy_invalid", "max_age_missing", "enforce"),
    "sts-no-mx.example": unavailable("policy_invalid", "no_mx", "enforce"),
    "sts-two-records.example": unavailable("record_invalid", "several_records"),
    "sts-bad-record.example": unavailable("record_invalid", "version"),
    "sts-no-id.example": unavailable("record_invalid", "id_missing"),
    "sts-misplaced.example": PLAIN,
    "sts-lookup-fails.example": one(Host(sts="unknown"), Seen(sts="unknown"), sts="lookup_failed"),
    "reports-malformed.example": one(Host(), Seen(), reports="invalid"),
    "reports-twice.example": one(Host(), Seen(), reports="invalid"),
    "reports-nowhere.example": one(Host(), Seen(), reports="invalid"),
}
