"""Names of DNS between the library and the model."""

from __future__ import annotations

from functools import lru_cache

import dns.name


@lru_cache(maxsize=2048)
def name_of(name: str) -> dns.name.Name:
    """Give a name as the library has it; one question alone needs it four times.

    Raises DNSException or UnicodeError for what no message can carry.
    """
    return dns.name.from_text(name)


def written(name: dns.name.Name) -> str:
    """Give a name as the model has it: lower case, no trailing dot, the root as a dot."""
    return name.canonicalize().to_text(omit_final_dot=True)
