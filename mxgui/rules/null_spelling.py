"""A sole exchange that is written where a null MX was perhaps meant, and is none."""

from __future__ import annotations

from mxgui.routing.route import Host, Kind, Special
from mxgui.rules.case import Case

# What is found in place of the dot, beside numbers: `0 0.`, `0 null.`
_WORDS = {"invalid", "none", "null"}


def misspelt_null(case: Case) -> Host | None:
    """Give the only exchange if it is no host and looks as though no mail were wanted.

    That is localhost; or the domain itself, a number or a word such as null, without any address.
    """
    if case.route.kind is not Kind.MX or len(case.route.answer.mx) != 1:
        return None
    host = case.route.hosts[0]
    if host.special is Special.LOCALHOST:
        return host
    looks_so = host.name == case.domain or host.name.isdecimal() or host.name in _WORDS
    if not looks_so or host.special is not None or case.is_looking_up(host):
        return None
    return host if host.has_no_address else None
