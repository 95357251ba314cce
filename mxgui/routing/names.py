"""Whether a name in a certificate, or a pattern in a policy, is meant for a host.

A star stands for exactly one label, and only as the whole left-most one (RFC 8461, section 4.1;
RFC 7672, section 3.2.3). Names are compared in A-labels, whatever the case of their letters.
"""

from __future__ import annotations

from collections.abc import Iterable

from mxgui.model.certificate import Certificate


def matches(name: str, pattern: str) -> bool:
    """Whether a host name matches a name that may begin with a star."""
    wanted, given = _plain(name), _plain(pattern)
    star, _, rest = given.partition(".")
    if star != "*":
        return bool(given) and wanted == given
    first, _, own = wanted.partition(".")
    return bool(first and rest) and own == rest


def names_host(certificate: Certificate, names: Iterable[str]) -> bool:
    """Whether a DNS-ID of the certificate is for one of the names (RFC 9525, section 6.3)."""
    return _any_matches(names, certificate.names)


def names_host_by_cn(certificate: Certificate, names: Iterable[str]) -> bool:
    """Whether a common name in its subject is; senders look there, if at all, without DNS-IDs."""
    return _any_matches(names, certificate.common_names)


def _any_matches(names: Iterable[str], patterns: Iterable[str]) -> bool:
    known = tuple(patterns)
    return any(matches(name, pattern) for name in names for pattern in known)


def _plain(name: str) -> str:
    return name.lower().removesuffix(".")
