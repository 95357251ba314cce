"""A SOCKS5 proxy as people name it: `socks5://[USER:PASS@]HOST:PORT`.

Who may use it is told to the proxy alone: what is shown, saved or remembered is `shown`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from mxgui.model.domain import BadDomain
from mxgui.model.place import host_of, is_ip, port_of, shortened
from mxgui.model.text import Text, text

SOCKS_PORT = 1080  # registered with IANA for SOCKS
MAX_TYPED = 1_000  # letters; two names of 255 with every letter escaped are no use to anybody
_MAX_LOGIN = 255  # bytes of user and of password (RFC 1929, section 2)
_SCHEMES = ("socks5", "socks5h")  # the second leaves names to the proxy; we send addresses anyway
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")  # RFC 3986, section 2.1


class BadProxy(ValueError):
    """What was typed names no proxy that can be used; `text` says what to change."""

    def __init__(self, why: Text) -> None:
        """Keep the sentence."""
        super().__init__(str(why))
        self.text = why


@dataclass(frozen=True, slots=True)
class ProxySpec:
    """Where a proxy is, and who we are to it (RFC 1928, RFC 1929)."""

    host: str
    port: int = SOCKS_PORT
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)

    @classmethod
    def parse(cls, typed: str) -> ProxySpec:
        """Read `socks5://[USER:PASS@]HOST[:PORT]`, or `HOST:PORT` alone.

        Raises BadProxy with what to change; the sentence never repeats user or password.
        """
        written = typed.strip()
        if not written or len(written) > MAX_TYPED or not written.isascii():
            raise BadProxy(_form())
        if any(not letter.isprintable() or letter.isspace() for letter in written):
            raise BadProxy(_form())
        scheme, separator, rest = written.rpartition("://")
        if separator and scheme.lower() not in _SCHEMES:
            raise BadProxy(text("Only SOCKS5 proxies can be used: begin with socks5://."))
        login, _, place = rest.removesuffix("/").rpartition("@")
        host, port = _split(place)
        user, _, password = login.partition(":")
        return cls(host, port, _login(user), _login(password))

    @property
    def shown(self) -> str:
        """Where it is, without who may use it; `parse` reads it back."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"socks5://{host}:{self.port}"


def _split(place: str) -> tuple[str, int]:
    if place.startswith("["):
        host, closed, rest = place[1:].partition("]")
        is_v6 = ":" in host and is_ip(host) and bool(closed)
        if not is_v6 or rest[:1] not in ("", ":"):
            raise BadProxy(text("“{place}” is no IPv6 address with port.", place=shortened(place)))
        return host, _port(rest[1:]) if rest else SOCKS_PORT
    if is_ip(place):
        return place, SOCKS_PORT
    host, colon, digits = place.rpartition(":")
    if not colon:
        host, digits = place, str(SOCKS_PORT)
    return _host(host), _port(digits)


def _host(written: str) -> str:
    try:
        return host_of(written)
    except BadDomain as error:
        raise BadProxy(error.text) from error


def _port(digits: str) -> int:
    port = port_of(digits)
    if port is None:
        words = text("“{digits}” is no port: type a number from 1 to 65535.", digits=digits[:9])
        raise BadProxy(words)
    return port


def _login(written: str) -> str:
    """Give user or password as the proxy gets it; what stands behind a % are escaped letters."""
    plain = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), written)
    if not plain.isascii() or len(plain) > _MAX_LOGIN:
        raise BadProxy(
            text("User and password of a proxy are at most {n} ASCII letters.", n=_MAX_LOGIN)
        )
    return plain


def _form() -> Text:
    return text("Name a SOCKS5 proxy: socks5://HOST:PORT, or socks5://USER:PASS@HOST:PORT.")
