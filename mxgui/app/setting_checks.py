"""Which values settings can have: checks of what is typed, and lists of what can be chosen.

What they need is imported when it is first needed: settings are read before the window is seen.
"""

from __future__ import annotations

import re

from mxgui.app.setting import LONGEST, BadSetting, Option
from mxgui.model.plan import Family, ProbeMode
from mxgui.model.text import text

_LANGUAGE = re.compile(r"[a-z]{2,3}([_-][A-Za-z0-9]{2,8}){0,2}\Z")


def a_resolver(written: str) -> str:
    """A resolver, as on the command line; raises BadSetting."""
    from mxgui.model.resolver import BadResolver, ResolverSpec

    try:
        ResolverSpec.parse(written)
    except BadResolver as bad:
        raise BadSetting(bad.text) from bad
    return written


def a_name(written: str) -> str:
    """A name or [address] to greet by; raises BadSetting."""
    from mxgui.model.helo import helo_of

    if helo_of(written) is None:
        raise BadSetting(
            text(
                "Mail servers must be able to look the name up: give one with a dot, or [address]."
            )
        )
    return written


def a_proxy(written: str) -> str:
    """A SOCKS5 proxy without user and password, whatever was typed; raises BadSetting."""
    from mxgui.model.proxy import BadProxy, ProxySpec

    try:
        return ProxySpec.parse(written).shown
    except BadProxy as bad:
        raise BadSetting(bad.text) from bad


def a_host(written: str) -> str:
    """A host in A-labels; raises BadSetting."""
    from mxgui.model.domain import BadDomain, Domain

    try:
        return Domain.parse(written).ascii
    except BadDomain as bad:
        raise BadSetting(bad.text) from bad


def modes() -> tuple[Option, ...]:
    """Which addresses can be probed."""
    return (
        Option(ProbeMode.EVERY_HOST.value, text("Every host")),
        Option(ProbeMode.AS_SENDER.value, text("As a sender, up to the first that takes mail")),
        Option(ProbeMode.NONE.value, text("DNS only")),
    )


def families() -> tuple[Option, ...]:
    """Which families of addresses can be probed."""
    return (
        Option(Family.ANY.value, text("IPv4 and IPv6")),
        Option(Family.ONLY_4.value, text("IPv4 only")),
        Option(Family.ONLY_6.value, text("IPv6 only")),
    )


def senders() -> tuple[Option, ...]:
    """As whom a route can be seen."""
    from mxgui.routing.senders import SENDERS

    return tuple(Option(sender.id, sender.title) for sender in SENDERS)


def schemes() -> tuple[Option, ...]:
    """Which colours there are."""
    return (
        Option("system", text("As the system")),
        Option("light", text("Light")),
        Option("dark", text("Dark")),
        Option("contrast", text("High contrast, light")),
        Option("contrast dark", text("High contrast, dark")),
    )


def motions() -> tuple[Option, ...]:
    """How much may move by itself."""
    return (
        Option("system", text("As the system")),
        Option("less", text("Nothing moves by itself")),
        Option("full", text("Running probes move")),
    )


def sizes() -> tuple[Option, ...]:
    """How large everything may be, in per cent."""
    return tuple(
        Option(str(percent), text("{percent} %", percent=percent))
        for percent in (100, 110, 125, 150, 175, 200)
    )


def languages() -> tuple[Option, ...]:
    """The languages that there are catalogs of, by their own names, and English."""
    from mxgui.i18n import languages

    named = (Option(code, name) for code, name in languages())
    return (Option("", text("As the system")), *named)


def is_language(written: str) -> bool:
    """Whether it could be a language, of which this build has no catalog perhaps."""
    return written == "" or (len(written) <= LONGEST and bool(_LANGUAGE.match(written)))
