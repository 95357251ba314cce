"""Errors of the system, by what they mean."""

import errno
import ssl

import pytest

from mxgui.model.smtp import Outcome, StoppedBy
from mxgui.net.failure import outcome_of, plain, stopped_by
from mxgui.net.limits import NOTE_LETTERS


class WindowsError(OSError):
    """An error as the completion ports of Windows raise it: errno says little, winerror more."""

    def __init__(self, number: int) -> None:
        super().__init__(errno.EINVAL, "on Windows")
        self.winerror = number


@pytest.mark.parametrize(
    ("error", "outcome", "by"),
    [
        (OSError(errno.ECONNREFUSED, ""), Outcome.REFUSED, StoppedBy.RESET),
        (OSError(errno.ETIMEDOUT, ""), Outcome.TIMED_OUT, StoppedBy.TIMEOUT),
        (OSError(errno.ECONNRESET, ""), Outcome.CLOSED, StoppedBy.RESET),
        (OSError(errno.EHOSTUNREACH, ""), Outcome.UNREACHABLE, None),
        (OSError(errno.ENETUNREACH, ""), Outcome.UNREACHABLE, None),
        (OSError(errno.EADDRNOTAVAIL, ""), Outcome.UNREACHABLE, None),
        (OSError(errno.EAFNOSUPPORT, ""), Outcome.UNREACHABLE, None),
        (OSError(errno.EPERM, ""), Outcome.BLOCKED_HERE, None),
        (OSError(errno.EACCES, ""), Outcome.BLOCKED_HERE, None),
        (OSError(errno.EMFILE, ""), Outcome.NOT_TRIED, None),
        (OSError("nothing known"), Outcome.NOT_TRIED, None),
        (OSError(10061, ""), Outcome.REFUSED, StoppedBy.RESET),
        (OSError(10060, ""), Outcome.TIMED_OUT, StoppedBy.TIMEOUT),
        (OSError(10065, ""), Outcome.UNREACHABLE, None),
        (OSError(10051, ""), Outcome.UNREACHABLE, None),
        (OSError(10013, ""), Outcome.BLOCKED_HERE, None),
        (OSError(10054, ""), Outcome.CLOSED, StoppedBy.RESET),
        (WindowsError(1225), Outcome.REFUSED, StoppedBy.RESET),
        (WindowsError(121), Outcome.TIMED_OUT, StoppedBy.TIMEOUT),
        (WindowsError(1231), Outcome.UNREACHABLE, None),
    ],
)
def test_each_failure_of_connect_has_its_own_outcome(error, outcome, by):
    assert outcome_of(error) == (outcome, by)


@pytest.mark.parametrize(
    ("error", "by"),
    [
        (ConnectionResetError(errno.ECONNRESET, "reset by peer"), StoppedBy.RESET),
        (BrokenPipeError(errno.EPIPE, "broken pipe"), StoppedBy.RESET),
        (ConnectionResetError("Connection lost"), StoppedBy.CLOSED),
        (TimeoutError(errno.ETIMEDOUT, "timed out"), StoppedBy.TIMEOUT),
        (ssl.SSLEOFError(8, "EOF"), StoppedBy.CLOSED),
        (ssl.SSLError(1, "[SSL] wrong version number"), StoppedBy.BAD_REPLY),
    ],
)
def test_an_error_in_the_middle_is_a_reset_a_close_a_timeout_or_nonsense(error, by):
    assert stopped_by(error) is by


def test_the_word_for_an_error_is_the_systems_own_and_short():
    assert plain(OSError(errno.ECONNREFUSED, "Connect call failed")) == "Connection refused"
    assert plain(OSError("something\x1b odd")) == r"something\x1b odd"
    assert plain(OSError(10061, "No connection could be made")).endswith("could be made")
    assert len(plain(OSError("x" * 10_000))) == NOTE_LETTERS
    assert plain(ssl.SSLError(1, "odd")) == "odd"
