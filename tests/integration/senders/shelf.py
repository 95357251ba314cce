"""The record sets of the laboratory of senders."""

from __future__ import annotations

from itertools import count

from tests.integration.senders.record_set import RecordSet

_NUMBERS = count(1)


def _set(name: str, about: str, mx: str, hosts: dict[str, str] | None = None, **more) -> RecordSet:
    return RecordSet(name, next(_NUMBERS), about, mx, hosts or {}, **more)


ORDER = (
    _set("single", "one host", "10 a", {"a": "4"}),
    _set("equal", "three equal hosts", "10 a, 10 b, 10 c", {"a": "4", "b": "4", "c": "4"}),
    _set(
        "unsorted",
        "three tiers, listed in disorder",
        "20 c, 10 a, 10 b, 30 d",
        {"a": "4", "b": "4", "c": "4", "d": "4"},
    ),
    _set("multihomed", "a host with 3 addresses", "10 m, 10 a", {"m": "4 4 4", "a": "4"}),
    _set("dual", "a dual-stack host", "10 a", {"a": "4 6"}),
    _set("dual3", "three of them", "10 a, 10 b, 10 c", {"a": "4 6", "b": "4 6", "c": "4 6"}),
    _set("dual-v4", "a dual-stack and a v4-only host", "10 d, 10 f", {"d": "4 6", "f": "4"}),
    _set(
        "dual2-v4-2",
        "two of each",
        "10 a, 10 b, 10 c, 10 d",
        {"a": "4 6", "b": "4", "c": "4 6", "d": "4"},
    ),
    _set(
        "v4-2-v6-2",
        "two v4-only and two v6-only hosts",
        "10 a, 10 b, 10 c, 10 d",
        {"a": "4", "b": "4", "c": "6", "d": "6"},
    ),
    _set("v6-best", "the best host has IPv6 alone", "10 a, 20 b", {"a": "6", "b": "4"}),
    _set("many", "six addresses before the backup", "10 a, 20 b", {"a": "4 4 4 4 4 4", "b": "4"}),
    _set("many-v6", "six of IPv6 and one", "10 a, 20 b", {"a": "6 6 6 6 6 6 4", "b": "4"}),
    _set(
        "many-up",
        "a backup that takes, behind six dead addresses",
        "10 a, 20 b",
        {"a": "4 4 4 4 4 4", "b": "4:takes"},
    ),
    _set("same-name", "a name twice", "20 a, 10 a, 20 b", {"a": "4", "b": "4"}),
    _set("same-name-next", "a name twice in a row", "10 a, 20 a", {"a": "4"}),
    _set("same-address", "an address twice", "10 a, 20 c, 30 b", {"a": "4", "c": "4@1", "b": "4"}),
    _set("same-equal", "the same, equal", "10 a, 10 c, 10 b", {"a": "4", "c": "4@1", "b": "4"}),
)
LOOKUPS = (
    _set("null", "null MX", "0 .", {"@": "4:takes"}),
    _set("null-mixed", "null MX beside a host", "0 ., 10 a", {"a": "4:takes"}),
    _set("null-10", "its exchange at preference 10", "10 .", {"@": "4:takes"}),
    _set("null-last", "a dead host before it", "0 a, 10 .", {"a": "4"}),
    _set("literal", "an address as exchange", "10 lit"),
    _set("literal-best", "the same, with a backup", "10 lit, 20 a", {"a": "4"}),
    _set("alias", "an exchange that is an alias", "10 a", {"a": "alias=b", "b": "4"}),
    _set("alias-domain", "a domain that is an alias", "10 a", {"a": "4"}, under="other"),
    _set("dead", "an exchange that does not exist", "10 nothere"),
    _set("dead-best", "the same, with a backup", "10 nothere, 20 a", {"a": "4"}),
    _set("dead-last", "a dead host, then none", "10 a, 20 nothere", {"a": "4"}),
    _set("421-dead", "the same behind a 421", "10 a, 20 nothere", {"a": "4:421"}),
    _set(
        "554-dead-equal",
        "a 554 of IPv4, and equal to it none",
        "10 a, 10 nothere",
        {"a": "4:554"},
    ),
    _set("554-v6-dead", "the same of IPv6", "10 a, 10 nothere", {"a": "6:554"}),
    _set("dead-equal", "one of three is not", "10 nothere, 10 a, 10 b", {"a": "4", "b": "4"}),
    _set("554-dead", "the same behind a 554", "10 a, 20 nothere", {"a": "4:554"}),
    _set("554-servfail", "SERVFAIL behind a 554", "10 a, 20 s", {"a": "4:554", "s": "servfail"}),
    _set("dead-554", "none, then a 554", "10 nothere, 20 a", {"a": "4:554"}),
    _set("empty-best", "an exchange without address", "10 e, 20 a", {"e": "nodata", "a": "4"}),
    _set("servfail", "an exchange with SERVFAIL", "10 s", {"s": "servfail"}),
    _set("servfail-best", "the same, with a backup", "10 s, 20 a", {"s": "servfail", "a": "4"}),
    _set("servfail-up", "a backup that takes", "10 s, 20 a", {"s": "servfail", "a": "4:takes"}),
    _set("servfail-v6", "SERVFAIL of AAAA alone", "10 a", {"a": "4 servfail6"}),
    _set("servfail-dead", "SERVFAIL after NXDOMAIN", "10 nothere, 20 s", {"s": "servfail"}),
    _set("dead-servfail", "NXDOMAIN after SERVFAIL", "10 s, 20 nothere", {"s": "servfail"}),
    _set("mx-servfail", "SERVFAIL of the MX", "servfail", {"@": "4:takes"}),
    _set("nxdomain", "no such domain", "nxdomain"),
    _set("implicit", "no MX, but addresses", "", {"@": "4 6"}),
    _set("implicit-up", "the same, and it takes", "", {"@": "4:takes"}),
    _set("nothing", "neither MX nor address", "", {"@": "nodata"}),
)
FAILURES = (
    _set("takes", "three that take", "10 a, 10 b, 10 c", dict.fromkeys("abc", "4:takes")),
    _set("greets-421", "a 421 greeting", "10 a", {"a": "4:421"}),
    _set("greets-554", "a 554 greeting", "10 a", {"a": "4:554"}),
    _set(
        "three-ways",
        "refused, 421 and 554, equal",
        "10 a, 10 b, 10 c",
        {"a": "4:refused", "b": "4:421", "c": "4:554"},
    ),
    _set("421-up", "421, and a backup", "10 a, 20 b", {"a": "4:421", "b": "4:takes"}),
    _set("554-up", "554, and a backup", "10 a, 20 b", {"a": "4:554", "b": "4:takes"}),
    _set("554-421", "554, then 421", "10 a, 20 b", {"a": "4:554", "b": "4:421"}),
    _set("421-554", "421, then 554", "10 a, 20 b", {"a": "4:421", "b": "4:554"}),
    _set("refused-554", "refused, then 554", "10 a, 20 b", {"a": "4", "b": "4:554"}),
    _set("silent-up", "one of two silent", "10 a, 10 b", {"a": "4:silent", "b": "4:takes"}),
    _set(
        "silent2-up",
        "two silent tiers, then a backup",
        "10 a, 20 b, 30 c",
        {"a": "4:silent", "b": "4:silent", "c": "4:takes"},
    ),
    _set("unreachable", "a path that says no", "10 a, 20 b", {"a": "4:unreachable", "b": "4"}),
    _set("mute-up", "a host that never greets", "10 a, 20 b", {"a": "4:mute", "b": "4:takes"}),
    _set("closed-up", "closed at once", "10 a, 20 b", {"a": "4:closed", "b": "4:takes"}),
    _set("ehlo", "EHLO and HELO refused", "10 a", {"a": "4:ehlo"}),
    _set("ehlo-up", "the same, and a backup", "10 a, 20 b", {"a": "4:ehlo", "b": "4:takes"}),
    _set("tls", "a broken STARTTLS", "10 a", {"a": "4:tls"}),
    _set("tls-up", "the same, and a backup", "10 a, 20 b", {"a": "4:tls", "b": "4:takes"}),
    _set(
        "rcpt4",
        "two of three put RCPT off",
        "10 a, 10 b, 10 c",
        {"a": "4:rcpt4", "b": "4:rcpt4", "c": "4:takes"},
    ),
    _set("rcpt5", "one of two refuses RCPT", "10 a, 10 b", {"a": "4:rcpt5", "b": "4:takes"}),
    _set("421-dual", "421 over IPv6 alone", "10 a, 20 b", {"a": "6:421 4:takes", "b": "4"}),
    _set("554-dual", "554 over IPv6 alone", "10 a, 20 b", {"a": "6:554 4:takes", "b": "4"}),
    _set(
        "tls-dual",
        "broken STARTTLS over IPv6 alone",
        "10 a, 20 b",
        {"a": "6:tls 4:takes", "b": "4"},
    ),
    _set(
        "rcpt4-dual",
        "RCPT put off over IPv6 alone",
        "10 a, 20 b",
        {"a": "6:rcpt4 4:takes", "b": "4"},
    ),
    _set("closed-dual", "the same: closed", "10 a, 20 b", {"a": "6:closed 4:takes", "b": "4"}),
    _set(
        "v6-broken",
        "IPv6 leads nowhere",
        "10 a, 10 b",
        {"a": "6:unreachable 4:takes", "b": "6:unreachable 4:takes"},
    ),
)
OWN = (
    _set("own-best", "the sender is the best", "10 me, 20 a", {"a": "4:takes"}, knows=("name",)),
    _set(
        "own-middle",
        "the sender is in the middle",
        "10 a, 20 me, 20 b, 30 c",
        {"a": "4", "b": "4", "c": "4"},
        knows=("name",),
    ),
    _set(
        "own-address-best",
        "its address, under another name",
        "10 x, 20 a",
        {"x": "own", "a": "4:takes"},
        knows=("address",),
    ),
    _set("own-address-only", "the same, alone", "10 x", {"x": "own"}, knows=("address",)),
    _set(
        "own-address-middle",
        "the same, in the middle",
        "10 a, 20 x, 20 b, 30 c",
        {"a": "4", "x": "own", "b": "4", "c": "4"},
        knows=("address",),
    ),
    _set("own-dead", "only better ones that are dead", "10 nothere, 20 me", knows=("name",)),
    _set("localhost", "localhost, with a backup", "10 localhost, 20 a", {"a": "4"}),
    _set("loopback", "127.0.0.1, with a backup", "10 x, 20 a", {"x": "loop", "a": "4"}),
)
SETS = (*ORDER, *LOOKUPS, *FAILURES, *OWN)
