"""Which resolvers this machine is set up to use."""

from __future__ import annotations

import sys
from pathlib import Path

from mxgui.model.resolver import BadResolver, ResolverKind, ResolverSpec

RESOLV_CONF = Path("/etc/resolv.conf")
MAX_SERVERS = 3  # resolv.conf(5), MAXNS: what programs on this machine ask, and no more


def system_resolvers(
    path: Path = RESOLV_CONF, platform: str = sys.platform
) -> tuple[ResolverSpec, ...]:
    """Give the resolvers of this machine in their order; none if it names none.

    Linux and macOS have them in `/etc/resolv.conf`, read anew at every call, as a laptop changes
    its network. What is not an IP address there is passed over.
    """
    named = _of_windows() if platform == "win32" else _of_file(path)
    found = (spec for name in named if (spec := _spec(name)) is not None)
    return tuple(dict.fromkeys(found))[:MAX_SERVERS]


def _of_file(path: Path) -> list[str]:
    try:
        lines = path.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return []
    words = [line.split() for line in lines]
    return [found[1] for found in words if len(found) > 1 and found[0] == "nameserver"]


def _of_windows() -> list[str]:
    """Ask the registry, which dnspython knows its way around; slow to import, so only there."""
    import dns.resolver

    try:
        configured = dns.resolver.Resolver(configure=True)
    except dns.resolver.NoResolverConfiguration:
        return []
    return [str(server) for server in configured.nameservers]


def _spec(name: str) -> ResolverSpec | None:
    try:
        spec = ResolverSpec.parse(name)
    except BadResolver:
        return None
    return spec if spec.kind is ResolverKind.PLAIN else None
