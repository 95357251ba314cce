"""A place as people type it: the host and the port of a resolver or a proxy."""

from __future__ import annotations

from ipaddress import ip_address

from mxgui.model.domain import Domain

_SHOWN = 60  # letters of a wrong input that are repeated


def is_ip(written: str) -> bool:
    """Tell whether it is an IP address; a zone, as in `fe80::1%eth0`, is fine."""
    try:
        ip_address(written)
    except ValueError:
        return False
    return True


def host_of(written: str) -> str:
    """Give a host as DNS and certificates write it: an address, or a name in A-labels.

    Raises BadDomain.
    """
    if is_ip(written):
        return written
    return Domain.parse(written.removesuffix(".") + ".").ascii  # one label is fine here


def port_of(digits: str) -> int | None:
    """Give the port, 1 to 65535; None if it is none."""
    is_number = digits.isascii() and digits.isdecimal() and len(digits) <= 5
    port = int(digits) if is_number else 0
    return port if 0 < port < 65_536 else None


def shortened(written: str) -> str:
    """Give what was typed as a sentence about it can repeat it."""
    return written if len(written) <= _SHOWN else f"{written[:_SHOWN]}…"
