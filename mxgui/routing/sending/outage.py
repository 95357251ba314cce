"""What is switched off in a what-if, how it fails, and as whom one looks at the route."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from mxgui.model.records import Address
from mxgui.routing.route import Host
from mxgui.routing.sending.behaviour import SWITCHES, Behaviour

_WORD = {behaviour: word for word, behaviour in SWITCHES.items()}


class What(Enum):
    """What kind of part is switched off."""

    HOST = "host"
    ADDRESS = "address"
    TIER = "tier"  # every host of one preference; written `preference=10`
    FAMILY = "family"  # `ipv4` or `ipv6`
    PREFIX = "prefix"  # every address of a network, such as 192.0.2.0/24
    ZONE = "zone"  # every host in a zone, such as `zone=example.net`


@dataclass(frozen=True, slots=True)
class Off:
    """One part that is switched off; `target` is a name, an address, a prefix or a number."""

    what: What
    target: str
    how: Behaviour = Behaviour.REFUSED

    def covers(self, host: Host, address: str) -> bool:
        """Tell whether an address of a host is switched off by this."""
        match self.what:
            case What.HOST:
                return host.name == self.target
            case What.ADDRESS:
                return _parsed(address) == _parsed(self.target)
            case What.TIER:
                return host.preference == int(self.target)
            case What.FAMILY:
                return _parsed(address).version == int(self.target.removeprefix("ipv"))
            case What.PREFIX:
                network, own = _network(self.target), _parsed(address)
                return own.version == network.version and own in network
            case What.ZONE:
                return host.name == self.target or host.name.endswith(f".{self.target}")

    @property
    def spelled(self) -> str:
        """How it is written on the command line."""
        prefix = {What.TIER: "preference=", What.ZONE: "zone="}.get(self.what, "")
        word = _WORD.get(self.how, self.how.value)
        if ":" in self.target and word.isdecimal():  # else it could be a part of the address
            return f"[{self.target}]:{word}"
        return f"{prefix}{self.target}:{word}"


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What is other than the records say: parts that are switched off, the latest last.

    With `as_probed` every other address does what its probe saw; else it takes mail. `own` is the
    name or the address of the exchange that is itself the sender, empty for none. Where several
    parts cover an address the latest counts.
    """

    off: tuple[Off, ...] = ()
    as_probed: bool = False
    own: str = ""

    def __bool__(self) -> bool:
        """Whether anything is other than the records say."""
        return bool(self.off or self.as_probed or self.own)

    def how(self, host: Host, address: str) -> Behaviour | None:
        """Tell how an address of a host was switched off; None if it was not."""
        covering = (off.how for off in reversed(self.off) if off.covers(host, address))
        return next(covering, None)


@lru_cache(maxsize=4096)
def _parsed(address: str) -> Address:
    return ip_address(address)


@lru_cache(maxsize=256)
def _network(written: str) -> IPv4Network | IPv6Network:
    return ip_network(written)


AS_RECORDS_SAY = WhatIf()  # nothing is switched off, and every address takes mail
