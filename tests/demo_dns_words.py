"""The same for the domains about DNSSEC and DNS: see `demo_words`."""

from __future__ import annotations

from tests.demo_words import MX12, PLAIN, Host, Seen, Words, one


def lost(route: str, verdict: str = "unknown") -> Words:
    """A domain of whose route DNS tells nothing."""
    failed = "lookup_failed" if route == "unknown servfail bogus" else "none"
    return Words(verdict=verdict, route=route, sts=failed, reports=failed)


UNSIGNED = Host("nxdomain insecure", "insecure")
# The demo's resolver validates: a bogus answer is a failure there, and has its reason from us.
BOGUS = lost("unknown servfail bogus")
DNSSEC = {
    "signed.example": PLAIN,
    "unsigned.example": one(UNSIGNED, Seen(), route="mx noerror insecure"),
    "no-ds.example": one(UNSIGNED, Seen(), route="mx noerror insecure"),
    "signature-expired.example": BOGUS,
    "signature-too-early.example": BOGUS,
    "wrong-ds.example": BOGUS,
    "signatures-gone.example": BOGUS,
    "tampered.example": BOGUS,
    "bogus-host.example": Words(
        verdict="degraded",
        hosts={
            "mx.tampered.example": Host("servfail bogus", "", "lookup_failed"),
            "mx.bogus-host.example": Host(),
        },
        seen={"mx": Seen()},
    ),
    # The wildcard speaks for every name below as well, and has no such records (RFC 4592, 2.2.2).
    "wildcard.example": Words(
        hosts={"any-name": Host("nodata secure")},
        seen={"any-name": Seen("unverified", "none", True, ("name_mismatch",))},
    ),
    "opt-out.example": Words(hosts={"mx": UNSIGNED}, seen={"mx": Seen()}),
}
DNS = {
    "missing.example": lost("none nxdomain secure", "bounces"),
    "servfail.example": lost("unknown servfail unknown"),
    "refused-question.example": lost("unknown refused unknown"),
    "no-answer.example": lost("unknown timeout unknown"),
    "malformed.example": lost("unknown bad_answer unknown"),
    "alias-loop.example": lost("unknown loop secure", "bounces"),
    "broken-lookup.example": Words(
        verdict="degraded",
        hosts={"mx1": Host(addresses="", dane="lookup_failed"), "mx2": Host()},
        seen={"mx2": Seen()},
    ),
    "two-answers.example": Words(hosts=MX12, seen=dict.fromkeys(MX12, Seen())),
    "lame-server.example": PLAIN,
    "mute-server.example": PLAIN,
    "wrong-glue.example": PLAIN,
    "other-servers.example": PLAIN,
    "one-server.example": PLAIN,
}
