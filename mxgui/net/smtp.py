"""A knock at a mail host's door: greeting, EHLO, STARTTLS, EHLO again, QUIT; never any mail.

The steps are those of a sender (RFC 5321, sections 3.1 to 3.3; RFC 3207) up to where it would name
its first recipient. At each step the probe tells what is known so far.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from mxgui.model.helo import literal_of
from mxgui.model.plan import Patience
from mxgui.model.smtp import (
    Outcome,
    Phase,
    Probe,
    Reason,
    Reply,
    Speaker,
    Stage,
    StartTls,
    StoppedBy,
    Target,
    Waiting,
    extensions_of,
    offers,
)
from mxgui.net.clock import Stopwatch
from mxgui.net.conversation import Broken, Conversation, is_refusal, may_be_smtp
from mxgui.net.dialer import Dialer
from mxgui.net.failure import outcome_of, plain
from mxgui.net.limiter import true_address
from mxgui.net.limits import LINE_BYTES, QUIT_WAIT, whole_of
from mxgui.net.tls import lenient_context, sni_of, tls_of
from mxgui.net.transcript import Transcript

_GREETED = {2: Outcome.GREETED, 4: Outcome.DEFERRED, 5: Outcome.REJECTED}


@dataclass(frozen=True, slots=True)
class Manner:
    """How to knock: through which dialer, by which name, how patiently, on whose stopwatch.

    An empty `helo` stands for the address that the connection comes from.
    """

    dialer: Dialer
    patience: Patience
    helo: str
    watch: Stopwatch


async def probe(
    target: Target, manner: Manner, began: datetime, tell: Callable[[Probe], None]
) -> Probe:
    """Knock once and give all that came of it; what goes wrong out there is in the result.

    `tell` gets the probe at the beginning of each step, with `waiting` set. On a cancel it gets the
    last one, and CancelledError goes on.
    """
    return await _Knock(target, manner, began, tell).run()


class _Knock:
    """One probe under way: what is known so far, and the connection as long as there is one."""

    def __init__(
        self, target: Target, manner: Manner, began: datetime, tell: Callable[[Probe], None]
    ) -> None:
        self._manner = manner
        self._watch = manner.watch
        self._tell = tell
        self._known = Probe(target, began=began, at=self._watch(), helo=manner.helo)
        self._deadline = self._known.at + whole_of(manner.patience)
        self._transcript = Transcript(self._watch)
        self._talk: Conversation | None = None

    async def run(self) -> Probe:
        """Take the steps, to the end or as far as they go."""
        try:
            await self._knock()
        except asyncio.CancelledError:
            self._cut_short()
            self._tell(self._so_far())
            raise
        finally:
            if self._talk is not None:
                self._talk.hang_up()
        return self._so_far()

    async def _knock(self) -> None:
        try:
            talk = await self._connect()
            await self._hear_greeting(talk)
            await self._introduce(talk)
            if offers(self._known.extensions, "STARTTLS"):
                await self._encrypt(talk)
        except Broken as broken:
            await self._stop(broken)
        else:
            await self._leave(talk)

    async def _connect(self) -> Conversation:
        target = self._known.target
        try:
            async with self._step(Stage.CONNECT, self._manner.patience.connect):
                reader, writer = await self._manner.dialer.open(
                    true_address(target.address), target.port, LINE_BYTES
                )
        except Broken:
            self._known = replace(self._known, outcome=Outcome.TIMED_OUT)
            raise
        except OSError as error:
            outcome, by = outcome_of(error)
            self._known = replace(self._known, outcome=outcome)
            raise Broken(by, plain(error)) from error
        self._talk = Conversation(reader, writer, self._transcript)
        if not self._known.helo:
            source = self._talk.source
            if not source:  # reset already: some systems then tell no address any more
                self._known = replace(self._known, outcome=Outcome.CLOSED)
                raise Broken(StoppedBy.RESET)
            self._known = replace(self._known, helo=literal_of(source))
        return self._talk

    async def _hear_greeting(self, talk: Conversation) -> None:
        try:
            async with self._step(Stage.GREETING, self._manner.patience.greeting):
                greeting = await talk.reply()
        except Broken as broken:
            outcome = _without_greeting(broken.by, talk.keep_rest())
            self._known = replace(self._known, outcome=outcome)
            raise
        outcome = _GREETED.get(greeting.code // 100, Outcome.NOT_SMTP)
        self._known = replace(self._known, outcome=outcome, greeting=greeting)
        if outcome is Outcome.NOT_SMTP:
            raise Broken(StoppedBy.BAD_REPLY)
        if outcome is not Outcome.GREETED:
            raise Broken(StoppedBy.REPLY)

    async def _introduce(self, talk: Conversation) -> None:
        """Say EHLO, and HELO on the same connection to a host that does not know EHLO."""
        verb = "EHLO"
        reply = await self._ask(talk, Stage.EHLO, f"EHLO {self._known.helo}")
        self._known = replace(self._known, ehlo=reply)
        if reply.code // 100 == 5:
            verb = "HELO"
            reply = await self._ask(talk, Stage.EHLO, f"HELO {self._known.helo}")
            self._known = replace(self._known, ehlo=reply)
        _expect_success(reply)
        extensions = extensions_of(reply) if verb == "EHLO" else ()
        self._known = replace(self._known, command=verb, extensions=extensions)
        if not offers(extensions, "STARTTLS"):
            self._known = replace(self._known, starttls=StartTls.NOT_OFFERED)

    async def _encrypt(self, talk: Conversation) -> None:
        try:
            _expect_success(await self._ask(talk, Stage.STARTTLS, "STARTTLS"))
            await self._shake_hands(talk)
        except Broken as broken:
            refused = broken.by is StoppedBy.REPLY
            self._known = replace(
                self._known, starttls=StartTls.REFUSED if refused else StartTls.FAILED
            )
            raise
        self._known = replace(self._known, starttls=StartTls.UNVERIFIED)
        reply = await self._ask(talk, Stage.EHLO_TLS, f"EHLO {self._known.helo}")
        self._known = replace(self._known, ehlo_tls=reply)
        _expect_success(reply)
        self._known = replace(self._known, extensions_tls=extensions_of(reply))

    async def _shake_hands(self, talk: Conversation) -> None:
        """Begin TLS (RFC 3207, section 4), with what came too early put aside and told."""
        early = await talk.early()
        self._tell_of_plain(early, f"before the handshake, unencrypted: {len(early)} B")
        sni = sni_of(self._known.target.sni or self._known.target.host)
        try:
            async with self._step(Stage.HANDSHAKE, self._manner.patience.command):
                session = await talk.encrypt(lenient_context(), sni)
        except Broken:
            late = talk.in_place_of_tls
            if may_be_smtp(late) and not is_refusal(late):  # garbage pretends nothing
                self._tell_of_plain(late, f"in place of TLS, unencrypted: {len(late)} B")
            raise
        tls = tls_of(session, sni, injected=self._known.injected)
        self._transcript.add(Speaker.NOTE, f"{tls.version} {tls.cipher}")
        self._known = replace(self._known, tls=tls)

    def _tell_of_plain(self, words: bytes, note: str) -> None:
        """Keep plain words that were sent as if they were protected (RFC 3207, section 6)."""
        if words:
            self._known = replace(self._known, injected=True)
            self._transcript.add(Speaker.NOTE, note)
            self._transcript.add_all(Speaker.SERVER, words)

    async def _stop(self, broken: Broken) -> None:
        """Keep what ended the probe; take leave of a host that still listens."""
        stopped = replace(self._known, stopped_by=broken.by, note=broken.note)
        self._known = stopped
        if self._talk is None:
            return
        self._talk.keep_rest()
        if broken.by is StoppedBy.REPLY:
            await self._leave(self._talk)
            self._known = replace(self._known, stage=stopped.stage)

    async def _leave(self, talk: Conversation) -> None:
        """Say QUIT; nothing is expected of the answer."""
        try:
            async with self._step(Stage.QUIT, QUIT_WAIT):
                talk.say("QUIT")
                await talk.reply()
        except Broken:
            talk.keep_rest()

    async def _ask(self, talk: Conversation, stage: Stage, line: str) -> Reply:
        async with self._step(stage, self._manner.patience.command):
            talk.say(line)
            return await talk.reply()

    @asynccontextmanager
    async def _step(self, stage: Stage, limit: float) -> AsyncIterator[None]:
        """Take one step within its limit and that of the whole, and measure it.

        Raises Broken when the limit is up.
        """
        since = self._watch()
        limit = max(0.0, min(limit, self._deadline - since))
        self._known = replace(self._known, stage=stage)
        self._tell(replace(self._so_far(), waiting=Waiting(stage, since, limit)))
        try:
            async with asyncio.timeout(limit):
                yield
        except TimeoutError as error:
            raise Broken(StoppedBy.TIMEOUT) from error
        finally:
            self._known = replace(self._known, phases=self._measured(stage, since))

    def _measured(self, stage: Stage, since: float) -> tuple[Phase, ...]:
        """Give the phases with this one; HELO after EHLO counts as one step with it."""
        phases = self._known.phases
        if phases and phases[-1].stage is stage:
            since, phases = phases[-1].at, phases[:-1]
        return (*phases, Phase(stage, since, self._watch() - since))

    def _cut_short(self) -> None:
        nothing = self._known.outcome is Outcome.NOT_TRIED
        self._known = replace(
            self._known,
            reason=Reason.CANCELLED if nothing else None,
            stopped_by=self._known.stopped_by or StoppedBy.CANCELLED,
        )
        if self._talk is not None:
            self._talk.keep_rest()

    def _so_far(self) -> Probe:
        took = self._watch() - self._known.at
        return replace(self._known, took=took, transcript=self._transcript.lines)


def _expect_success(reply: Reply) -> None:
    """Raise Broken unless the reply is one of success."""
    if reply.code // 100 == 2:
        return
    raise Broken(StoppedBy.BAD_REPLY if reply.code // 100 == 3 else StoppedBy.REPLY)


def _without_greeting(by: StoppedBy | None, rest: bytes) -> Outcome:
    """Tell what a host is that gave no whole greeting; `rest` is what it had begun to say."""
    if by in (StoppedBy.BAD_REPLY, StoppedBy.TOO_LONG) or not may_be_smtp(rest):
        return Outcome.NOT_SMTP
    return Outcome.SILENT if by is StoppedBy.TIMEOUT else Outcome.CLOSED
