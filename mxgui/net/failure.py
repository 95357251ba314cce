"""What an error of connect means: each kind of failure by its own name, on every system."""

from __future__ import annotations

import errno
import os
import ssl

from mxgui.model.smtp import Outcome, StoppedBy
from mxgui.net.dialer import SaidByProxy
from mxgui.net.limits import NOTE_LETTERS
from mxgui.net.visible import cut, visible


def _numbers(names: str, *windows: int) -> frozenset[int]:
    """Give the error numbers of those names; a system has only some of them."""
    known = (getattr(errno, name, None) for name in names.split())
    return frozenset(number for number in known if number is not None) | frozenset(windows)


# The numbers beside the names are those of Windows: of its sockets, and of its completion ports.
_REFUSED = _numbers("ECONNREFUSED", 10061, 1225, 1234)
_TIMED_OUT = _numbers("ETIMEDOUT", 10060, 121)
_RESET = _numbers("ECONNRESET ECONNABORTED EPIPE ESHUTDOWN", 10053, 10054, 10058, 64, 1236)
_UNREACHABLE = _numbers(
    "EHOSTUNREACH ENETUNREACH EHOSTDOWN ENETDOWN ENONET EADDRNOTAVAIL EAFNOSUPPORT"
    " EPROTONOSUPPORT EINVAL EPROTO ENOPROTOOPT",
    *(10065, 10051, 10064, 10050, 10049, 10047, 10022, 1231, 1232),
)
_BLOCKED = _numbers("EPERM EACCES", 10013)

_MEANINGS = (
    (_REFUSED, Outcome.REFUSED, StoppedBy.RESET),
    (_TIMED_OUT, Outcome.TIMED_OUT, StoppedBy.TIMEOUT),
    (_RESET, Outcome.CLOSED, StoppedBy.RESET),
    (_BLOCKED, Outcome.BLOCKED_HERE, None),
    (_UNREACHABLE, Outcome.UNREACHABLE, None),
)


def outcome_of(error: OSError) -> tuple[Outcome, StoppedBy | None]:
    """Tell what became of a connect that raised; NOT_TRIED when it was this machine's own want.

    A machine that is out of sockets or memory has not tried, whatever the host is like.
    """
    if isinstance(error, SaidByProxy):
        return error.outcome, StoppedBy.RESET if error.outcome is Outcome.REFUSED else None
    numbers = {error.errno, getattr(error, "winerror", None)}
    for meant, outcome, stopped_by in _MEANINGS:
        if numbers & meant:
            return outcome, stopped_by
    return Outcome.NOT_TRIED, None


def stopped_by(error: OSError) -> StoppedBy:
    """Tell what an error in the middle of a conversation means."""
    match error:
        case TimeoutError():
            return StoppedBy.TIMEOUT
        case ssl.SSLEOFError() | ssl.SSLZeroReturnError():
            return StoppedBy.CLOSED
        case ssl.SSLError():
            return StoppedBy.BAD_REPLY
        case ConnectionError(errno=None):  # asyncio's own, for an end without a reset
            return StoppedBy.CLOSED
        case _:
            return StoppedBy.RESET


def plain(error: OSError) -> str:
    """Give the system's own word for an error, bounded, in one plain line."""
    return cut(visible(_word(error)), NOTE_LETTERS)


def _word(error: OSError) -> str:
    if isinstance(error, ssl.SSLError):
        return (getattr(error, "reason", None) or str(error)).lower().replace("_", " ")
    if error.errno is None:
        return str(error)
    word = os.strerror(error.errno)
    # Windows names only the old numbers of C there, and its own in the error.
    return str(error) if word.startswith("Unknown error") else word
