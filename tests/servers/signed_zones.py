"""A signed root, a TLD, and under it a zone for each case of validation; see `CASES`."""

from __future__ import annotations

from dataclasses import dataclass

from mxgui.model.security import Dnssec, Why
from tests.servers.signing import EXPIRED, FUTURE, UNKNOWN_ALGORITHM, Zone

USUAL = """\
@ MX 10 mx
mx A 192.0.2.10
mx AAAA 2001:db8::10
_25._tcp.mx TLSA 3 1 1 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
@ TXT "v=spf1 -all"
@ CAA 0 issue "ca.example"
*.wild MX 20 mx
*.wildalias CNAME mx
deep.empty.node A 192.0.2.11
alias CNAME mx
out CNAME mx.nsec3.example.
outside CNAME mx.unsigned.example.
broken CNAME mx.tampered.example.
loop CNAME pool
pool CNAME loop
tree DNAME nsec3.example.
badtree DNAME tampered.example.
nowhere CNAME gone.nsec.example.
nodata CNAME deep.empty.node.nsec.example.
long.chain CNAME alias
"""

ALGORITHMS = (5, 7, 8, 10, 14, 15, 16)
TAMPERED = (("@", "MX", "10 evil.example."), ("mx", "A", "203.0.113.66"))

ZONES = (
    Zone("."),
    Zone("example", "ns A 192.0.2.52\nns AAAA 2001:db8::52\n", iterations=0, opt_out=True),
    Zone("strict", iterations=10),
    Zone("nsec.example", USUAL),
    Zone("nsec3.example", USUAL, iterations=5),
    Zone("optout.example", USUAL, iterations=1, opt_out=True),
    Zone("child.optout.example", USUAL, is_signed=False),
    Zone("unsigned.example", USUAL, is_signed=False),
    Zone("unsigned.strict", USUAL, is_signed=False),
    Zone("nods.strict", USUAL, delegates="none"),
    Zone("nods.nsec.example", USUAL, delegates="none"),
    Zone("sub.nsec.example", USUAL),
    Zone("tampered.example", USUAL, tampered=TAMPERED),
    Zone("bare.example", USUAL, unsigned=[("@", "MX")]),
    Zone("expired.example", USUAL, times=EXPIRED),
    Zone("stale.example", USUAL, special_times={("@", "MX"): EXPIRED}),
    Zone("early.example", USUAL, special_times={("@", "MX"): FUTURE}),
    Zone("wrongds.example", USUAL, delegates="wrong"),
    Zone("noproof.example", USUAL, lacks_denial=True),
    Zone("digest.example", USUAL, delegates="unknown"),
    Zone("algorithm.example", USUAL, algorithm=UNKNOWN_ALGORITHM),
    Zone("many.example", USUAL, iterations=150),
    Zone("toomany.example", USUAL, iterations=151),
    Zone("endless.example", USUAL, iterations=2500),
    *(Zone(f"algorithm{number}.example", USUAL, algorithm=number) for number in ALGORITHMS),
    Zone("split.example", USUAL, splits=True),
    Zone("sha1.example", USUAL, delegates="sha1"),
    Zone("sha384.example", USUAL, delegates="sha384"),
    Zone("sha1wrong.example", USUAL, delegates="sha1 wrong"),
    Zone("rollover.example", USUAL, delegates="wrong right"),
    Zone("mixed.example", USUAL, delegates="unknown right"),
    Zone("mixedwrong.example", USUAL, delegates="unknown wrong"),
    Zone("island.unsigned.example", USUAL),
    Zone("apart.optout.example", USUAL),
    Zone("only.below.optout.example", USUAL, is_signed=False),
    Zone("expiredkeys.example", USUAL, special_times={("@", "DNSKEY"): EXPIRED}),
    Zone("stalesoa.example", USUAL, special_times={("@", "SOA"): EXPIRED}),
    Zone(
        "staleproof.example", USUAL, special_times={("@", "NSEC"): EXPIRED, ("mx", "NSEC"): EXPIRED}
    ),
)


@dataclass(frozen=True)
class Case:
    """A question, and what its answer is worth; `why` is the step that decides, if one does."""

    name: str
    type: str
    state: Dnssec
    why: Why | None = None

    def __str__(self) -> str:
        return f"{self.name} {self.type}"


def _cases() -> tuple[Case, ...]:
    secure, insecure, bogus = Dnssec.SECURE, Dnssec.INSECURE, Dnssec.BOGUS
    zones = ("nsec.example", "nsec3.example", "many.example", "sub.nsec.example")
    good = [
        Case(f"{prefix}{zone}", kind, secure)
        for zone in zones
        for prefix, kind in (
            ("", "MX"), ("", "TXT"), ("", "CAA"), ("mx.", "A"), ("mx.", "AAAA"),
            ("_25._tcp.mx.", "TLSA"), ("alias.", "A"), ("", "TLSA"), ("mx.", "MX"),
            ("gone.", "MX"), ("a.b.gone.", "A"), ("x.wild.", "MX"), ("a.b.wild.", "MX"),
            ("x.wild.", "A"), ("x.wildalias.", "A"), ("node.", "MX"), ("empty.node.", "MX"),
            ("out.", "A"),
        )
    ]  # fmt: skip
    return (
        *good,
        Case("mx.tree.nsec.example", "A", secure),
        Case("gone.tree.nsec.example", "A", secure),
        Case("optout.example", "MX", secure),
        Case("mx.optout.example", "A", secure),
        Case("mx.optout.example", "MX", secure),
        Case("gone.optout.example", "MX", insecure, Why.OPT_OUT),
        Case("child.optout.example", "MX", insecure, Why.OPT_OUT),
        Case("unsigned.example", "MX", insecure, Why.OPT_OUT),
        Case("gone.unsigned.example", "MX", insecure, Why.OPT_OUT),
        Case("unregistered.example", "MX", insecure, Why.OPT_OUT),
        Case("unregistered.strict", "MX", secure),
        Case("unsigned.strict", "MX", insecure, Why.NO_DS),
        Case("nods.strict", "MX", insecure, Why.NO_DS),
        Case("nods.nsec.example", "MX", insecure, Why.NO_DS),
        Case("mx.nods.nsec.example", "MX", insecure, Why.NO_DS),
        Case("outside.nsec.example", "A", insecure, Why.OPT_OUT),
        Case("broken.nsec.example", "A", bogus, Why.MISMATCH),
        Case("tampered.example", "MX", bogus, Why.MISMATCH),
        Case("tampered.example", "TXT", secure),
        Case("mx.tampered.example", "A", bogus, Why.MISMATCH),
        Case("bare.example", "MX", bogus, Why.NO_SIGNATURE),
        Case("expired.example", "MX", bogus, Why.EXPIRED),
        Case("stale.example", "MX", bogus, Why.EXPIRED),
        Case("stale.example", "TXT", secure),
        Case("early.example", "MX", bogus, Why.NOT_YET_VALID),
        Case("wrongds.example", "MX", bogus, Why.WRONG_DS),
        Case("noproof.example", "MX", secure),
        Case("mx.noproof.example", "MX", bogus, Why.NO_PROOF),
        Case("gone.noproof.example", "A", bogus, Why.NO_PROOF),
        Case("x.wild.noproof.example", "MX", bogus, Why.NO_PROOF),
        Case("digest.example", "MX", insecure, Why.UNSUPPORTED),
        Case("algorithm.example", "MX", insecure, Why.UNSUPPORTED),
        Case("x.wild.optout.example", "MX", insecure, Why.OPT_OUT),
        Case("x.wild.optout.example", "A", insecure, Why.OPT_OUT),
        Case("node.optout.example", "MX", secure),
        Case("below.optout.example", "MX", secure),
        Case("only.below.optout.example", "MX", insecure, Why.OPT_OUT),
        Case("apart.optout.example", "MX", secure),
        Case("gone.apart.optout.example", "MX", secure),
        Case("island.unsigned.example", "MX", insecure, Why.OPT_OUT),
        Case("gone.island.unsigned.example", "MX", insecure, Why.OPT_OUT),
        Case("nowhere.nsec3.example", "MX", secure),
        Case("nodata.nsec3.example", "MX", secure),
        Case("long.chain.nsec3.example", "A", secure),
        Case("nsec.example", "DNSKEY", secure),
        Case("nsec.example", "DS", secure),
        Case("mx.badtree.nsec.example", "A", bogus, Why.MISMATCH),
        *(Case(f"algorithm{number}.example", "MX", secure) for number in ALGORITHMS),
        *(Case(f"gone.algorithm{number}.example", "MX", secure) for number in ALGORITHMS),
        Case("split.example", "MX", secure),
        Case("gone.split.example", "MX", secure),
        Case("sha1.example", "MX", secure),
        Case("sha384.example", "MX", secure),
        Case("sha1wrong.example", "MX", bogus, Why.WRONG_DS),
        Case("rollover.example", "MX", secure),
        Case("mixed.example", "MX", secure),
        Case("mixedwrong.example", "MX", bogus, Why.WRONG_DS),
        Case("expiredkeys.example", "MX", bogus, Why.EXPIRED),
        Case("stalesoa.example", "MX", secure),
        Case("stalesoa.example", "A", bogus, Why.EXPIRED),
        Case("staleproof.example", "A", bogus, Why.EXPIRED),
        Case("mx.staleproof.example", "MX", bogus, Why.EXPIRED),
        Case("endless.example", "MX", secure),
        Case("gone.endless.example", "MX", insecure, Why.ITERATIONS),
        Case("toomany.example", "MX", secure),
        Case("gone.toomany.example", "MX", insecure, Why.ITERATIONS),
        Case("mx.toomany.example", "MX", insecure, Why.ITERATIONS),
        Case("x.wild.toomany.example", "MX", insecure, Why.ITERATIONS),
    )


CASES = _cases()
