"""Connections through a SOCKS5 proxy (RFC 1928), and whether the proxy is there at all.

What a proxy says of a host is told as if it had been seen: refused is refused. A connection that it
closes without a word says nothing of the host; `ssh -D` does so for every failure alike. That the
proxy itself cannot be used is found out once, before anything is probed through it.
"""

from __future__ import annotations

import asyncio
import socket
from asyncio import StreamReader, StreamWriter
from importlib.util import find_spec

from mxgui.model.line import ProxyProblem
from mxgui.model.proxy import ProxySpec
from mxgui.model.smtp import Outcome
from mxgui.net.dialer import SaidByProxy
from mxgui.net.failure import plain
from mxgui.net.limits import PROXY_WAIT

_NEVER = 86_400.0  # seconds; python_socks wants a limit of its own, and that of the probe is to win
_VERSION, _NO_LOGIN, _LOGIN, _NO_WAY = 5, 0, 2, 0xFF  # RFC 1928, section 3
# RFC 1928, section 6. The others speak of the proxy: its rules, its families, its own trouble.
_REPLIES = {
    3: Outcome.UNREACHABLE,
    4: Outcome.UNREACHABLE,
    5: Outcome.REFUSED,
    6: Outcome.UNREACHABLE,  # TTL expired; microsocks says so of a connect that timed out
}


class SocksDialer:
    """Opens connections through a proxy."""

    def __init__(self, proxy: ProxySpec) -> None:
        """Take where the proxy is; nothing is opened yet."""
        self._proxy = proxy

    async def open(self, address: str, port: int, limit: int) -> tuple[StreamReader, StreamWriter]:
        """Connect to an IP address. Raises SaidByProxy, an OSError, with what the proxy says."""
        connected = await self._connect(address, port)
        try:
            return await asyncio.open_connection(sock=connected, limit=limit)
        except BaseException:
            connected.close()
            raise

    async def _connect(self, address: str, port: int) -> socket.socket:
        # Imported here: a part that not everybody installs, and few need
        from python_socks import ProxyConnectionError, ProxyError, ProxyType
        from python_socks.async_.asyncio import Proxy

        spec = self._proxy
        proxy = Proxy(
            ProxyType.SOCKS5, spec.host, spec.port, spec.user or None, spec.password or None
        )
        try:
            return await proxy.connect(address, port, timeout=_NEVER)
        except ProxyError as error:
            code = error.error_code
            outcome = Outcome.PROXY_NO_ANSWER if code is None else _outcome_of(code)
            raise SaidByProxy(outcome, _word(error, code)) from error
        except ProxyConnectionError as error:
            raise SaidByProxy(Outcome.PROXY_NO_ANSWER, "the proxy is gone") from error
        except OSError as error:  # reset, after the connection to it stood
            raise SaidByProxy(Outcome.PROXY_NO_ANSWER, plain(error)) from error


async def trial(spec: ProxySpec) -> tuple[ProxyProblem | None, str]:
    """Try whether a proxy can be used: connect and log in. None if so; else why not, and a note.

    No host is asked for.
    """
    if find_spec("python_socks") is None:
        return ProxyProblem.NOT_INSTALLED, ""
    try:
        async with asyncio.timeout(PROXY_WAIT):
            reader, writer = await asyncio.open_connection(spec.host, spec.port)
    except TimeoutError:
        return ProxyProblem.NO_CONNECTION, "no answer"
    except OSError as error:
        return ProxyProblem.NO_CONNECTION, plain(error)
    try:
        async with asyncio.timeout(PROXY_WAIT):
            return await _log_in(spec, reader, writer), ""
    except TimeoutError:
        return ProxyProblem.NOT_SOCKS, "no answer"
    except (OSError, EOFError):
        return ProxyProblem.NOT_SOCKS, "closed"
    finally:
        writer.transport.abort()


async def _log_in(
    spec: ProxySpec, reader: StreamReader, writer: StreamWriter
) -> ProxyProblem | None:
    """Agree upon a way to log in, and do so (RFC 1928, section 3; RFC 1929)."""
    has_login = bool(spec.user and spec.password)
    ways = bytes((_NO_LOGIN, _LOGIN) if has_login else (_NO_LOGIN,))
    writer.write(bytes((_VERSION, len(ways))) + ways)
    version, way = await reader.readexactly(2)
    if version != _VERSION:
        return ProxyProblem.NOT_SOCKS
    if way == _NO_LOGIN:
        return None
    if way == _NO_WAY or way not in ways:
        return ProxyProblem.WANTS_LOGIN
    user, password = spec.user.encode("ascii"), spec.password.encode("ascii")
    writer.write(b"\x01" + bytes((len(user),)) + user + bytes((len(password),)) + password)
    try:
        _, status = await reader.readexactly(2)
    except (OSError, EOFError):  # a server that refuses must close (RFC 1929, section 2)
        return ProxyProblem.WRONG_LOGIN
    return ProxyProblem.WRONG_LOGIN if status else None


def _outcome_of(code: int) -> Outcome:
    return _REPLIES.get(code, Outcome.PROXY_NO_ANSWER)


def _word(error: Exception, code: int | None) -> str:
    """What the proxy said, as RFC 1928 has it; python_socks gives one of nine sentences of its own.

    A connection that ended, or bytes that are no SOCKS, are told alike: there was no answer.
    """
    return "" if code is None else f"the proxy says: {error}"
