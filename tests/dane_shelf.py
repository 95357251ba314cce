"""Every certificate of the cases of DANE, by name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography.x509 import ExtendedKeyUsage
from cryptography.x509.oid import ExtendedKeyUsageOID

from tests.servers.pki import Issued, issue, names

CLIENTS = ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH])
BOTH = ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH, ExtendedKeyUsageOID.SERVER_AUTH])

HOST = "mx1.example.org"  # the TLSA base domain
NOW = datetime.now(UTC).replace(microsecond=0)  # noqa: TID251 - the tools have no other clock
FRESH, STALE, AHEAD = NOW - timedelta(days=9), NOW - timedelta(days=400), NOW + timedelta(days=9)


@cache
def shelf() -> Mapping[str, Issued]:
    """Every certificate of the cases, by name."""
    root = issue("Example Root", begins=FRESH, authority=True)
    inner = issue("Example Intermediate", root, begins=FRESH, authority=True)
    old_inner = issue("Old Intermediate", root, begins=STALE, authority=True)
    old_root = issue("Old Root", begins=STALE, authority=True)
    client_inner = issue("For Clients", root, begins=FRESH, authority=True, extensions=(CLIENTS,))
    no_authority = issue("No Authority", root, begins=FRESH)
    named = (names(HOST),)
    return {
        "old copy": issue(
            "Example Intermediate", root, begins=STALE, authority=True, key=inner.key
        ),
        "no authority": no_authority,
        "below none": issue(HOST, no_authority, extensions=named, begins=FRESH),
        "root": root,
        "inner": inner,
        "old inner": old_inner,
        "old root": old_root,
        "leaf": issue(HOST, inner, extensions=named, begins=FRESH),
        "direct": issue(HOST, root, extensions=named, begins=FRESH),
        "expired": issue(HOST, root, extensions=named, begins=STALE),
        "early": issue(HOST, root, extensions=named, begins=AHEAD),
        "below old": issue(HOST, old_inner, extensions=named, begins=FRESH),
        "below old root": issue(HOST, old_root, extensions=named, begins=FRESH),
        "for the domain": issue(
            "example.net", root, extensions=(names("example.net"),), begins=FRESH
        ),
        "for clients": issue(HOST, root, extensions=(*named, CLIENTS), begins=FRESH),
        "for both": issue(HOST, root, extensions=(*named, BOTH), begins=FRESH),
        "inner for clients": client_inner,
        "below clients": issue(HOST, client_inner, extensions=named, begins=FRESH),
        "next hop": issue("any", root, extensions=(names("example.org"),), begins=FRESH),
        "misnamed": issue(
            "other.example.net", root, extensions=(names("other.example.net"),), begins=FRESH
        ),
        "wildcard": issue("any", root, extensions=(names("*.example.org"),), begins=FRESH),
        "cn only": issue(HOST, root, begins=FRESH),
        "cn beside": issue(HOST, root, extensions=(names("other.example.net"),), begins=FRESH),
        "itself": issue(HOST, extensions=named, begins=FRESH),
        "itself as ca": issue(HOST, extensions=named, begins=FRESH, authority=True),
        "other": issue("Another Root", begins=FRESH, authority=True),
        "next": issue(HOST, extensions=named, begins=FRESH),
    }
