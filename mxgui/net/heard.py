"""The replies that an answer was read from, kept for validation."""

from __future__ import annotations

from dataclasses import dataclass

from mxgui.model.records import Status
from mxgui.net.queries import Message


@dataclass(frozen=True, slots=True)
class Heard:
    """How a question ended, and the replies along its aliases that tell so.

    Replies that are no help, such as SERVFAIL, are not among them.
    """

    status: Status
    messages: tuple[Message, ...] = ()
