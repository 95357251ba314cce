"""Hostile mail hosts, up to STARTTLS."""

from __future__ import annotations

from tests.hostile.papers import usual_context
from tests.hostile.peer import Peer, Words, hasty
from tests.hostile.stage import Stage
from tests.servers.smtp_acts import (
    EHLO_STARTTLS,
    close,
    dripping,
    encrypting,
    flooding,
    reset,
    silence,
    then,
)
from tests.servers.smtp_server import Says, SmtpServer

SHORT = 0.4  # seconds for a step that never ends
PLANTED = (
    b"<script>hostile()</script><x-hostile><img src=x onerror=hostile()>&lt;\"'"
    b"\x1b[31m\x1b]0;hostile\x07\xe2\x80\xae\xe2\x81\xa6\xc2\x9b\xff\0\x7f"
)
EHLO_LINES = b"".join(b"250-X-%d\r\n" % number for number in range(10_000))
SILENT: Words = {
    "verdict": "unknown",
    "outcome": "silent",
    "stage": "greeting",
    "stopped_by": "timeout",
}
CLOSED: Words = {"outcome": "closed", "stage": "greeting"}
NOT_SMTP: Words = {"outcome": "not_smtp", "stage": "greeting", "starttls": "not_tested"}
GREETED: Words = {"outcome": "greeted"}


def at(cue: str, says: Says) -> Stage:
    """A mail host that means well but for one thing that it says."""
    return Stage(mail=lambda: SmtpServer(encrypting(**{cue: says}), usual_context()))


def peer(name: str, cue: str, says: Says, finds: str = "", **wanted: object) -> Peer:
    """A host that comes to some end by itself, or is stopped at once."""
    return Peer(name, at(cue, says), wanted, tuple(finds.split()))


def slow(name: str, cue: str, says: Says, finds: str = "", **wanted: object) -> Peer:
    """A host that never ends a step; the plan has little patience for it."""
    plan = hasty(greeting=SHORT) if cue == "greeting" else hasty(command=3 * SHORT)
    return Peer(name, at(cue, says), wanted, tuple(finds.split()), plan=plan)


GREETINGS = (
    slow("a host that never greets", "greeting", silence, "SMTP-NO-GREETING", **SILENT),
    slow("half a greeting and no more", "greeting", then(b"220-wait", silence), **SILENT),
    slow("a greeting that drips byte by byte", "greeting", dripping(b"220-x"), **SILENT),
    slow("a greeting that drips whole lines", "greeting", dripping(b"220-x\r\n"), **SILENT),
    slow("a greeting of dripping NULs", "greeting", dripping(b"\0\1"), "SMTP-NOT-SMTP",
         **NOT_SMTP, stopped_by="timeout"),
    peer("a host that closes at once", "greeting", close, "SMTP-CLOSED",
         **CLOSED, stopped_by="closed"),
    peer("a host that resets at once", "greeting", reset, "SMTP-CLOSED",
         outcome="closed", stopped_by="reset"),
    peer("half a greeting, then a close", "greeting", then(b"220-wait", close), "SMTP-CLOSED",
         **CLOSED, stopped_by="closed"),
    peer("an endless greeting of short lines", "greeting", flooding(b"220-x\r\n"),
         "SMTP-REPLY-TOO-LONG", **NOT_SMTP, stopped_by="too_long"),
    peer("one endless greeting line", "greeting", flooding(b"220 " + b"x" * 1_000),
         "SMTP-REPLY-TOO-LONG", **NOT_SMTP, stopped_by="too_long"),
    peer("a greeting of 100 kB in honest lines", "greeting",
         b"220-a line that is short enough\r\n" * 3_000 + b"220 mx.hostile.example\r\n",
         "SMTP-REPLY-TOO-LONG", **NOT_SMTP, stopped_by="too_long"),
    peer("a greeting of one line of 1 MB", "greeting", b"220 " + b"x" * 1_000_000 + b"\r\n",
         "SMTP-REPLY-TOO-LONG", **NOT_SMTP, stopped_by="too_long"),
    peer("a greeting with code 199", "greeting", b"199 not yet\r\n", "SMTP-NOT-SMTP",
         **NOT_SMTP, stopped_by="bad_reply"),
    peer("a greeting with code 354", "greeting", b"354 go on\r\n", "SMTP-NOT-SMTP",
         **NOT_SMTP, stopped_by="bad_reply"),
    peer("a greeting with code 999", "greeting", b"999 beyond\r\n", "SMTP-NOT-SMTP",
         **NOT_SMTP, stopped_by="bad_reply"),
    peer("a greeting whose code changes on the way", "greeting",
         b"220-mx.hostile.example\r\n554 no\r\n", "SMTP-5XX-GREETING",
         outcome="rejected", stage="greeting", stopped_by="reply"),
    peer("a greeting of markup, escapes and turned letters", "greeting",
         b"220 mx.hostile.example " + PLANTED + b"\r\n", "SMTP-BANNER-CONTROL",
         verdict="flows", outcome="greeted", starttls="verified"),
    peer("a refusal of markup, escapes and turned letters", "greeting",
         b"554 " + PLANTED + b"\r\n", "SMTP-5XX-GREETING",
         outcome="rejected", stage="greeting", stopped_by="reply"),
    peer("a greeting with bare carriage returns", "greeting",
         b"220 mx.hostile.example\r250 forged\rESMTP\r\n", "SMTP-BANNER-CONTROL",
         outcome="greeted", starttls="verified"),
    peer("binary of another protocol", "greeting", then(bytes(range(256)) * 8, close),
         "SMTP-NOT-SMTP", **NOT_SMTP),
    peer("a web server on the port of mail", "greeting",
         then(b"HTTP/1.1 400 <script>hostile()</script>\r\n\r\n", close), "SMTP-NOT-SMTP",
         **NOT_SMTP, stopped_by="bad_reply"),
)  # fmt: skip
REPLIES = (
    slow("silence after EHLO", "EHLO", silence, "SMTP-EHLO-FAILED", **GREETED,
         stage="ehlo", stopped_by="timeout", starttls="not_tested"),
    slow("an EHLO reply that drips", "EHLO", dripping(b"250-x\r\n"), "SMTP-EHLO-FAILED",
         **GREETED, stage="ehlo", stopped_by="timeout"),
    peer("a reset after EHLO", "EHLO", reset, "SMTP-EHLO-FAILED", **GREETED, stage="ehlo"),
    peer("half an EHLO reply, then a close", "EHLO", then(b"250-mx", close), "SMTP-EHLO-FAILED",
         **GREETED, stage="ehlo", stopped_by="closed"),
    peer("an EHLO reply of 10,000 lines", "EHLO", EHLO_LINES + b"250 STARTTLS\r\n",
         "SMTP-REPLY-TOO-LONG", **GREETED, stage="ehlo", stopped_by="too_long"),
    peer("an EHLO reply with a line of 1 MB", "EHLO", b"250-" + b"x" * 1_000_000 + b"\r\n",
         "SMTP-REPLY-TOO-LONG", **GREETED, stage="ehlo", stopped_by="too_long"),
    peer("an EHLO reply with code 150", "EHLO", b"150 soon\r\n", "SMTP-EHLO-FAILED",
         **GREETED, stage="ehlo", stopped_by="bad_reply"),
    peer("an EHLO reply with code 354", "EHLO", b"354 go on\r\n", "SMTP-EHLO-FAILED",
         **GREETED, stage="ehlo", stopped_by="bad_reply"),
    peer("an EHLO reply whose code changes on the way", "EHLO",
         b"250-mx\r\n550-SIZE\r\n250 STARTTLS\r\n", **GREETED, starttls="verified"),
    peer("an EHLO reply of markup, escapes and turned letters", "EHLO",
         b"250-mx " + PLANTED + b"\r\n250-" + PLANTED + b" " + PLANTED + b"\r\n250 STARTTLS\r\n",
         "SMTP-BANNER-CONTROL", **GREETED, starttls="verified"),
    peer("a host that knows neither EHLO nor HELO", "EHLO", b"502 no\r\n", **GREETED,
         starttls="not_offered"),
    peer("a host that offers STARTTLS 90 times", "EHLO",
         b"250-mx\r\n" + b"250-STARTTLS\r\n" * 90 + b"250 OK\r\n", **GREETED, starttls="verified"),
    peer("QUIT is answered by a flood", "QUIT_tls", flooding(b"221-x\r\n"),
         verdict="flows", **GREETED, starttls="verified"),
    slow("QUIT is never answered", "QUIT_tls", silence, verdict="flows", **GREETED,
         starttls="verified"),
)  # fmt: skip
OTHERS = (
    Peer(
        "a host that says all its replies before it is asked",
        at("greeting", b"220 mx.hostile.example\r\n" + EHLO_STARTTLS + b"220 go\r\n"),
        {**GREETED, "stage": "handshake", "starttls": "failed"},
        ("TLS-INJECTED",),
    ),
)
PEERS = (*GREETINGS, *REPLIES, *OTHERS)
