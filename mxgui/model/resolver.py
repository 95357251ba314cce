"""A resolver as people name it: `system`, an address, `tls://HOST` or `https://URL`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from mxgui.model.domain import BadDomain
from mxgui.model.place import host_of, is_ip, port_of, shortened
from mxgui.model.text import Text, text

DNS_PORT = 53  # RFC 1035, section 4.2
TLS_PORT = 853  # RFC 7858, section 3.1
HTTPS_PORT = 443
MAX_TYPED = 1_000  # letters; far more than any URL of a resolver needs
_USUAL_PATH = "/dns-query"  # where the examples of RFC 8484 and most operators put it
_TEMPLATE = "{?dns}"  # operators publish a URI template, which is for GET; we send POST


class BadResolver(ValueError):
    """What was typed names no resolver that can be asked; `text` says what to change."""

    def __init__(self, why: Text) -> None:
        """Keep the sentence."""
        super().__init__(str(why))
        self.text = why


class ResolverKind(Enum):
    """How a resolver is asked."""

    SYSTEM = "system"  # whatever this machine is set up to use
    PLAIN = "plain"  # UDP, and TCP where UDP does not suffice
    TLS = "tls"  # RFC 7858
    HTTPS = "https"  # RFC 8484


@dataclass(frozen=True, slots=True)
class ResolverSpec:
    """Which resolver to ask, and how.

    `address` is its IP address where that is known. `host` is the name, or the address, that its
    certificate must cover. `url` is where DNS over HTTPS is sent.
    """

    kind: ResolverKind
    address: str = ""
    port: int = DNS_PORT
    host: str = ""
    url: str = ""

    @classmethod
    def parse(cls, typed: str) -> ResolverSpec:
        """Read `system`, `IP`, `IP:PORT`, `[v6]:PORT`, `tls://HOST[:PORT][#IP]` or `https://URL`.

        Raises BadResolver with what to change.
        """
        written = typed.strip()
        if not written or len(written) > MAX_TYPED:
            raise BadResolver(_forms())
        if any(not letter.isprintable() or letter.isspace() for letter in written):
            raise BadResolver(text("A resolver has no spaces in it: name one at a time."))
        if written.lower() == "system":
            return cls(ResolverKind.SYSTEM)
        scheme, separator, rest = written.partition("://")
        if not separator:
            return _plain(written)
        match scheme.lower():
            case "tls":
                return _over_tls(rest)
            case "https":
                return _over_https(rest)
            case _:
                raise BadResolver(
                    text(
                        "“{scheme}://” is not known here: use tls://, https:// or an IP address.",
                        scheme=shortened(scheme),
                    )
                )

    @classmethod
    def plain(cls, address: str, port: int = DNS_PORT) -> ResolverSpec:
        """Give the resolver at an IP address, asked over UDP and TCP."""
        return cls(ResolverKind.PLAIN, address, port)

    def __str__(self) -> str:
        """Give it as it is shown; `parse` reads it back."""
        match self.kind:
            case ResolverKind.SYSTEM:
                return "system"
            case ResolverKind.PLAIN:
                return _joined(self.address, self.port, None)
            case ResolverKind.TLS:
                pinned = f"#{self.address}" if self.address not in ("", self.host) else ""
                return f"tls://{_joined(self.host, self.port, TLS_PORT)}{pinned}"
            case ResolverKind.HTTPS:
                return self.url


def _plain(written: str) -> ResolverSpec:
    address, port = _split(written, DNS_PORT)
    if not is_ip(address):
        raise BadResolver(
            text(
                "“{name}” is not an IP address: give the resolver's address, or tls:// or https:// "
                "in front of its name.",
                name=shortened(written),
            )
        )
    return ResolverSpec.plain(address, port)


def _over_tls(rest: str) -> ResolverSpec:
    place, _, pinned = rest.partition("#")
    host, port = _split(place, TLS_PORT)
    if not host:
        raise BadResolver(text("Name the host behind tls://, as in tls://dns.example#192.0.2.1."))
    if "#" in rest and not is_ip(pinned):
        raise BadResolver(
            text(
                "Behind the # stands the resolver's IP address, and “{given}” is none: "
                "a port goes behind the name.",
                given=shortened(pinned),
            )
        )
    name = _host(host)
    return ResolverSpec(ResolverKind.TLS, pinned or (name if is_ip(name) else ""), port, host=name)


def _over_https(rest: str) -> ResolverSpec:
    end = min((rest.find(mark) for mark in "/?#" if mark in rest), default=len(rest))
    place, path = rest[:end], rest[end:].removesuffix(_TEMPLATE)
    if not place or "@" in place or "#" in path or not path.isascii():
        raise BadResolver(
            text(
                "Type the whole address of the resolver without user name and without #, "
                "as in https://dns.example/dns-query."
            )
        )
    host, port = _split(place, HTTPS_PORT)
    name = _host(host)
    url = f"https://{_joined(name, port, HTTPS_PORT)}{path or _USUAL_PATH}"
    return ResolverSpec(ResolverKind.HTTPS, name if is_ip(name) else "", port, name, url)


def _split(written: str, port: int) -> tuple[str, int]:
    """Split `HOST`, `HOST:PORT`, `v6`, `[v6]` or `[v6]:PORT`; `port` is what it is by default."""
    if is_ip(written):
        return written, port  # the colons of a bare IPv6 address are its own
    if written.startswith("["):
        host, closed, rest = written[1:].partition("]")
        is_v6 = is_ip(host) and ":" in host
        if not (is_v6 and closed and rest[:1] in ("", ":")):
            raise BadResolver(
                text(
                    "“{written}” is no IPv6 address with port: type it as [2001:db8::1]:53.",
                    written=shortened(written),
                )
            )
        return host, _port(rest[1:]) if rest else port
    host, colon, digits = written.rpartition(":")
    return (host, _port(digits)) if colon else (written, port)


def _port(digits: str) -> int:
    port = port_of(digits)
    if port is None:
        raise BadResolver(
            text("“{digits}” is no port: type a number from 1 to 65535.", digits=shortened(digits))
        )
    return port


def _host(written: str) -> str:
    try:
        return host_of(written)
    except BadDomain as error:
        raise BadResolver(error.text) from error


def _joined(host: str, port: int, usual: int | None) -> str:
    """Write host and port, without the port where it is the usual one."""
    bracketed = f"[{host}]" if ":" in host else host
    return bracketed if port == usual else f"{bracketed}:{port}"


def _forms() -> Text:
    return text("Name a resolver: system, IP, IP:PORT, [IPv6]:PORT, tls://HOST#IP or https://URL.")
