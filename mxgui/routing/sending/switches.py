"""What is typed to switch off a part of a route, and to say who the sender is.

A part is written `TARGET` or `TARGET:HOW`. An IPv6 address may stand in brackets; without them the
last group of `2001:db8::1:421` could be either, and is asked back. Names become A-labels.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from ipaddress import ip_address, ip_network

from mxgui.model.domain import BadDomain, address_of
from mxgui.model.place import host_of, shortened
from mxgui.model.text import Argument, Text, counted, text
from mxgui.routing.route import Kind, Route, Special
from mxgui.routing.sending.behaviour import SWITCHES, Behaviour
from mxgui.routing.sending.outage import Off, What
from mxgui.routing.sending.situation import aliases_of

MAX_TYPED = 1_000  # letters
MAX_PREFERENCE = 65_535  # RFC 1035, section 3.3.9
_MOST_NAMED = 5  # hosts that a sentence lists
_FAMILIES = ("ipv4", "ipv6")


class BadSwitch(ValueError):
    """What was typed switches nothing off, or names no sender; `text` says what to change."""

    def __init__(self, why: Text) -> None:
        """Keep the sentence."""
        super().__init__(str(why))
        self.text = why


def read_switch(typed: str) -> Off:
    """Read `TARGET[:refused|silent|421|554|tls]`; without a word the target refuses connections.

    TARGET is a host, an address, `ipv4`, `ipv6`, a prefix, `preference=10` or `zone=example.net`.
    Raises BadSwitch with what to change.
    """
    written = _checked(typed)
    target, word = _split(written)
    return _off(target, Behaviour.REFUSED if word is None else _how(word))


def read_own(typed: str) -> str:
    """Read the host, in A-labels, or the address that the sender itself is; raises BadSwitch."""
    if not typed.strip():
        raise BadSwitch(text("Name the exchange that is itself the sender: a host or an address."))
    written = _checked(typed)
    target, word = _split(written)
    off = _off(written if word else target, Behaviour.REFUSED)
    if off.what not in (What.HOST, What.ADDRESS):
        raise BadSwitch(
            text("“{typed}” is no host and no address: name one.", typed=shortened(written))
        )
    return off.target


def not_in_route(off: Off, route: Route) -> Text | None:
    """Say that nothing in the route is switched off by this, and what there is; None if it is.

    A family that no address has is no slip, and a route that DNS did not tell decides nothing.
    """
    if off.what is What.FAMILY or route.kind is Kind.UNKNOWN or _is_covered(off, route):
        return None
    if not _names(route):
        return text("There is no host in the route, so nothing in it can be switched off.")
    missing = text("Nothing in the route is {target}", target=_target(off))
    if off.what is What.TIER:
        there = tuple(str(tier.preference) for tier in route.tiers)
        return text("{missing}: its preferences are {there}.", missing=missing, there=_few(there))
    of_addresses = off.what in (What.ADDRESS, What.PREFIX)
    return _with_nearest(missing, off.target, _addresses(route) if of_addresses else _names(route))


def own_not_in_route(own: str, route: Route) -> Text | None:
    """Say that the sender is none of the exchanges, and which there are; None if it is one."""
    if route.kind is Kind.UNKNOWN or own in (*_names(route), *_addresses(route)):
        return None
    if aliases_of(route, own):
        return None
    if not _names(route):
        return text("There is no host in the route, so the sender can be none of them.")
    known = _names(route) if address_of(own) is None else _addresses(route)
    return _with_nearest(text("Nothing in the route is {target}", target=own), own, known)


def _checked(typed: str) -> str:
    written = typed.strip()
    if not written or len(written) > MAX_TYPED:
        raise BadSwitch(_forms())
    if any(not letter.isprintable() or letter.isspace() for letter in written):
        raise BadSwitch(text("There are spaces in it: name one part of the route at a time."))
    return written


def _split(written: str) -> tuple[str, str | None]:
    """Part the target from the word behind it; None if there is none."""
    if written.startswith("["):
        inside, closed, rest = written[1:].partition("]")
        inside = inside.removeprefix("IPv6:")  # as address literals have it (RFC 5321, 4.1.3)
        if not closed or address_of(inside.partition("/")[0]) is None or rest[:1] not in ("", ":"):
            raise BadSwitch(_bad_brackets(written))
        return inside, rest[1:] if rest else None
    target, colon, word = written.rpartition(":")
    is_whole = address_of(written) is not None or _network_of(written) is not None
    if not colon or (is_whole and address_of(target) is None):
        return written, None
    if not is_whole:
        return target, word
    if word not in SWITCHES:
        return written, None  # the last group of an IPv6 address
    raise BadSwitch(
        text(
            "“{written}” can be read in two ways: write [{written}], or [{target}]:{word}.",
            written=shortened(written),
            target=shortened(target),
            word=word,
        )
    )


def _how(word: str) -> Behaviour:
    how = SWITCHES.get(word.lower())
    if how is None:
        raise BadSwitch(
            text(
                "“{word}” is no way to be down: those are {ways}.",
                word=shortened(word),
                ways=tuple(SWITCHES),
            )
        )
    return how


def _off(target: str, how: Behaviour) -> Off:
    """Tell what kind of target it is."""
    kind, equals, value = target.partition("=")
    if equals:
        return _named(kind.lower(), value, how)
    if target.lower() in _FAMILIES:
        return Off(What.FAMILY, target.lower(), how)
    address = address_of(target)
    if address is not None:
        return Off(What.ADDRESS, str(address), how)
    if "/" in target:
        network = _network_of(target)
        if network is None:
            raise BadSwitch(_no_prefix(target))
        return Off(What.PREFIX, network, how)
    return Off(What.HOST, _host(target), how)


def _named(kind: str, value: str, how: Behaviour) -> Off:
    if kind == "zone":
        return Off(What.ZONE, _host(value), how)
    if kind != "preference":
        raise BadSwitch(
            text("“{kind}=” is not known: use preference=10 or zone=example.net.", kind=kind)
        )
    is_number = value.isascii() and value.isdecimal() and len(value) <= len(str(MAX_PREFERENCE))
    if not is_number or int(value) > MAX_PREFERENCE:
        raise BadSwitch(
            text(
                "“{value}” is no preference: write a number from 0 to {most}.",
                value=shortened(value),
                most=MAX_PREFERENCE,
            )
        )
    return Off(What.TIER, str(int(value)), how)


def _host(written: str) -> str:
    try:
        return host_of(written)
    except BadDomain as error:
        raise BadSwitch(error.text) from error


def _network_of(written: str) -> str | None:
    """Give a prefix as networks are written; bits behind its length fall away."""
    address, slash, _ = written.partition("/")
    if not slash or address_of(address) is None:
        return None
    try:
        return str(ip_network(written, strict=False))
    except ValueError:
        return None


def _is_covered(off: Off, route: Route) -> bool:
    if off.what is What.ADDRESS:
        return off.target in _addresses(route)
    if off.what is What.PREFIX:
        network = ip_network(off.target)
        found = [ip_address(address) for address in _addresses(route)]
        return any(own.version == network.version and own in network for own in found)
    return any(off.covers(host, "") for host in route.hosts)


def _names(route: Route) -> tuple[str, ...]:
    names = (host.name for host in route.hosts if host.special is not Special.NULL)
    return tuple(dict.fromkeys(names))


def _addresses(route: Route) -> tuple[str, ...]:
    """The addresses of the route, and the exchanges that are addresses themselves."""
    literals = (name for name in _names(route) if address_of(name) is not None)
    return (*route.addresses, *literals)


def _target(off: Off) -> str:
    return off.spelled.rpartition(":")[0]


def _with_nearest(missing: Text, wanted: str, known: Sequence[str]) -> Text:
    close = get_close_matches(wanted, known, n=1, cutoff=0.75)
    if close:
        return text("{missing}; the nearest: {close}.", missing=missing, close=close[0])
    return text("{missing}. The route has: {there}.", missing=missing, there=_few(known))


def _few(known: Sequence[str]) -> Argument:
    """The first of them, and how many more there are."""
    if len(known) <= _MOST_NAMED:
        return tuple(known)
    more = counted("{n} more", "{n} more", len(known) - _MOST_NAMED + 1)
    return (*known[: _MOST_NAMED - 1], more)


def _bad_brackets(written: str) -> Text:
    return text(
        "“{written}” is no address in brackets: write it as [2001:db8::1]:silent.",
        written=shortened(written),
    )


def _no_prefix(target: str) -> Text:
    return text(
        "“{target}” is no prefix: write it as 192.0.2.0/24 or 2001:db8::/32.",
        target=shortened(target),
    )


def _forms() -> Text:
    return text(
        "Name what is down: a host, an address, ipv4, ipv6, a prefix, preference=10 or "
        "zone=example.net, and behind a colon how: {ways}.",
        ways=tuple(SWITCHES),
    )
