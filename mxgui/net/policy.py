"""MTA-STS policies over HTTPS: one request, nothing followed, and bounded whatever comes.

The certificate of the policy host has to be good for `mta-sts.` and the domain by the web's
authorities, and only status 200 counts (RFC 8461, section 3.3). Nothing is ever fetched that a
record, a policy or a redirect names.
"""

from __future__ import annotations

import asyncio
import ssl
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from mxgui.model.plan import Patience
from mxgui.model.policy import (
    POLICY_PORT,
    FetchOutcome,
    PolicyFetch,
    PolicyTry,
    Reach,
    TlsProblem,
)
from mxgui.model.smtp import Outcome
from mxgui.net.clock import Stopwatch
from mxgui.net.dialer import Dialer
from mxgui.net.failure import outcome_of, plain
from mxgui.net.https import Ended, Reply
from mxgui.net.limiter import true_address
from mxgui.net.limits import CHUNK_BYTES, NOTE_LETTERS
from mxgui.net.tls import tls_of
from mxgui.net.visible import cut, visible

POLICY_SECONDS = 60.0  # RFC 8461, section 3.3, suggests one minute for the whole
HANDSHAKE_MARGIN = 60.0  # seconds by which asyncio's own limit lies behind ours, which is to win
MOST_TRIES = 8  # addresses of one policy host

_REACHES = {
    Outcome.REFUSED: Reach.REFUSED,
    Outcome.TIMED_OUT: Reach.TIMED_OUT,
    Outcome.UNREACHABLE: Reach.UNREACHABLE,
    Outcome.CLOSED: Reach.CLOSED,
    Outcome.BLOCKED_HERE: Reach.BLOCKED_HERE,
    Outcome.PROXY_NO_ANSWER: Reach.PROXY_NO_ANSWER,
}
# What OpenSSL says of a certificate (x509_vfy.h); its number for a wrong name is 62.
_PROBLEMS = {
    2: TlsProblem.UNKNOWN_ISSUER,
    9: TlsProblem.NOT_YET_VALID,
    10: TlsProblem.EXPIRED,
    18: TlsProblem.SELF_SIGNED,
    19: TlsProblem.SELF_SIGNED,
    20: TlsProblem.UNKNOWN_ISSUER,
    21: TlsProblem.UNKNOWN_ISSUER,
    62: TlsProblem.NAME_MISMATCH,
}
_NO_TLS = ("WRONG_VERSION_NUMBER", "RECORD_LAYER", "HTTP_REQUEST", "PACKET_LENGTH", "UNKNOWN_PROTO")


@dataclass(frozen=True, slots=True)
class Errand:
    """What to fetch: whose policy, of which version, from which host, addresses and port."""

    domain: str
    host: str
    addresses: tuple[str, ...]
    port: int = POLICY_PORT
    version: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """How to fetch: through which dialer, how patiently, on whose stopwatch, trusting whom.

    `allow` tells whether an address may be connected to.
    """

    dialer: Dialer
    patience: Patience
    watch: Stopwatch
    trust: Callable[[], ssl.SSLContext]
    allow: Callable[[str], bool]

    @property
    def limit(self) -> float:
        """Give the seconds that the whole may take: a minute, less for who is impatient."""
        patience = self.patience
        return min(POLICY_SECONDS, patience.connect + patience.greeting + patience.command)


async def fetch_policy(errand: Errand, way: Way, moment: datetime) -> PolicyFetch:
    """Fetch once and give all that came of it; never raises but for a cancel.

    Addresses are tried in their order until one can be connected to; what it then says holds.
    """
    return await _Fetch(errand, way, moment).run()


class _Fetch:
    """One fetch under way, and what is known so far."""

    def __init__(self, errand: Errand, way: Way, moment: datetime) -> None:
        self._errand = errand
        self._way = way
        self._known = PolicyFetch(
            errand.domain,
            FetchOutcome.NOT_REACHABLE,
            version=errand.version,
            port=errand.port,
            moment=moment,
            limit=way.limit,
            at=way.watch(),
        )

    async def run(self) -> PolicyFetch:
        """Take the steps, to the end or as far as they go."""
        try:
            await self._fetch()
        except Ended as ended:
            self._known = replace(self._known, outcome=ended.outcome, note=ended.note)
        return replace(self._known, took=self._way.watch() - self._known.at)

    async def _fetch(self) -> None:
        reader, writer = await self._connect()
        try:
            await self._encrypt(writer)
            async with self._in_time():
                await Reply(reader, writer).read(self._errand.host, self._errand.port, self._learn)
        finally:  # from 3.13 on Python warns of a writer that is let go before it is closed
            writer.transport.abort()

    def _learn(self, **facts: object) -> None:
        self._known = replace(self._known, **facts)  # type: ignore[arg-type]

    async def _connect(self) -> tuple[StreamReader, StreamWriter]:
        """Connect to the first address that lets us."""
        if not self._errand.addresses:
            raise Ended(FetchOutcome.NO_ADDRESS)
        allowed = [own for own in self._errand.addresses if self._way.allow(true_address(own))]
        for own in self._errand.addresses:
            if own not in allowed:
                self._tried(PolicyTry(own, Reach.PRIVATE, self._way.watch()))
        if not allowed:
            raise Ended(FetchOutcome.PRIVATE_ADDRESS)
        for own in allowed[:MOST_TRIES]:
            if self._left() <= 0:
                break
            connection = await self._dial(own)
            if connection is not None:
                return connection
        raise Ended(FetchOutcome.NOT_REACHABLE)

    async def _dial(self, address: str) -> tuple[StreamReader, StreamWriter] | None:
        since = self._way.watch()
        note = ""
        try:
            async with asyncio.timeout(min(self._way.patience.connect, self._left())):
                connection = await self._way.dialer.open(
                    true_address(address), self._errand.port, CHUNK_BYTES
                )
        except TimeoutError:
            reach = Reach.TIMED_OUT
        except OSError as error:
            reach, note = _REACHES.get(outcome_of(error)[0], Reach.NOT_TRIED), plain(error)
        else:
            reach = Reach.CONNECTED
        self._tried(PolicyTry(address, reach, since, self._way.watch() - since, note))
        return connection if reach is Reach.CONNECTED else None

    def _tried(self, tried: PolicyTry) -> None:
        self._known = replace(self._known, tries=(*self._known.tries, tried))

    async def _encrypt(self, writer: StreamWriter) -> None:
        """Shake hands, asking for the policy host's name and believing in no other."""
        host = self._errand.host
        try:
            async with self._in_time():
                await writer.start_tls(
                    self._way.trust(),
                    server_hostname=host,
                    ssl_handshake_timeout=self._left() + HANDSHAKE_MARGIN,
                )
        except OSError as error:
            self._learn(tls_problem=_problem_of(error))
            raise Ended(FetchOutcome.TLS_FAILED, _word(error)) from error
        except AttributeError as error:  # asyncio trips over a connection lost in that very moment
            self._learn(tls_problem=TlsProblem.CLOSED)
            raise Ended(FetchOutcome.TLS_FAILED) from error
        session = writer.get_extra_info("ssl_object")
        if not isinstance(session, ssl.SSLObject):  # the connection ended under the handshake
            self._learn(tls_problem=TlsProblem.CLOSED)
            raise Ended(FetchOutcome.TLS_FAILED)
        self._learn(tls=tls_of(session, host, injected=False))

    def _left(self) -> float:
        return self._known.at + self._known.limit - self._way.watch()

    @asynccontextmanager
    async def _in_time(self) -> AsyncIterator[None]:
        """Take a step within what is left of the whole limit."""
        try:
            async with asyncio.timeout(max(0.0, self._left())):
                yield
        except TimeoutError as error:
            raise Ended(FetchOutcome.TOO_SLOW) from error


def _problem_of(error: OSError) -> TlsProblem:
    match error:
        case ssl.SSLCertVerificationError():
            return _PROBLEMS.get(error.verify_code, TlsProblem.BAD_CERTIFICATE)
        case ssl.SSLEOFError() | ssl.SSLZeroReturnError():
            return TlsProblem.CLOSED
        case ssl.SSLError():
            reason = str(getattr(error, "reason", "") or error).upper().replace(" ", "_")
            is_other = any(word in reason for word in _NO_TLS)
            return TlsProblem.NOT_TLS if is_other else TlsProblem.HANDSHAKE
        case _:
            return TlsProblem.CLOSED


def _word(error: OSError) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return cut(visible(error.verify_message), NOTE_LETTERS)
    return plain(error)
