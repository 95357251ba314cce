"""The four real servers as data: how each is observed, and what is left out of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mxgui.routing.senders import sender_of
from mxgui.routing.sending.sender import Sender
from tests.integration.senders import exim, opensmtpd, postfix, sendmail
from tests.integration.senders.ground import Ground
from tests.integration.senders.predicted import (
    Chances,
    Outcome,
    arrivals_of,
    arriving_loops_of,
    chances_of,
    lists_of,
    loops_of,
)
from tests.integration.senders.record_set import RecordSet

Observe = Callable[[Ground, Mapping[RecordSet, int]], Mapping[RecordSet, list[Outcome]]]
SLOW = {"silent-up", "silent2-up", "mute-up"}  # they cost a second or two each time


@dataclass(frozen=True, slots=True)
class Server:
    """One way to observe a real server, and the profile that it is held against.

    `settled` is how many runs there are where the profile leaves nothing to chance; a server with
    `most` is slow, and never random. `sets` are those that it is observed with, empty for all.
    `syns` and `patience` are the ground's.
    """

    name: str
    profile: str
    observe: Observe
    said: Callable[[RecordSet, Sender], Chances] = chances_of
    settled: int = 20
    most: int | None = None
    sets: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    syns: int = 1
    alone: bool = False  # it listens at the sender's addresses, where others must be refused
    patience: float = 60.0

    @property
    def has_chances(self) -> bool:
        """Whether the profile says how often each thing happens."""
        return self.said not in (arrivals_of, arriving_loops_of)

    @property
    def sender(self) -> Sender:
        """The profile."""
        return sender_of(self.profile)

    def takes(self, records: RecordSet) -> bool:
        """Tell whether it is observed with this set."""
        return records.name not in self.without and (not self.sets or records.name in self.sets)

    def wanted(self, records: RecordSet, random: int) -> int:
        """Tell how many runs there are, `random` of them where the profile tosses a coin."""
        if self.most is not None:
            return self.most
        is_random = len(self.said(records, self.sender)) > 1
        settled = min(self.settled, 3) if records.name in SLOW else self.settled
        return random if is_random else settled


EXIM_LIST = Server("exim -bt", "exim", exim.lists, lists_of)
EXIM = Server("exim", "exim", exim.runs)
POSTFIX = Server("postfix", "postfix", postfix.runs)
SENDMAIL = Server("sendmail", "sendmail", sendmail.runs)
# It waits 5 min for a greeting, and what two silent hosts do to it shows only where a connection
# takes longer than the 15 s for which it leaves out a host: that is seen with more SYNs. For eight
# addresses it needs these 15 s whoever answers, and begins again or not.
OPENSMTPD = Server(
    "opensmtpd",
    "opensmtpd",
    opensmtpd.runs,
    arrivals_of,
    most=5,
    without=frozenset({"mute-up", "silent2-up", "many-v6"}),
)
OPENSMTPD_SLOW = Server(
    "opensmtpd, slow",
    "opensmtpd",
    opensmtpd.runs,
    arrivals_of,
    most=1,
    sets=frozenset(SLOW),
    syns=4,
    patience=400.0,
)
# Those that do not see that an address is their own connect to it, and find themselves there.
_OWN = frozenset(
    {"own-best", "own-middle", "own-address-best", "own-address-middle", "own-address-only"}
)
SENDMAIL_ITSELF = Server(
    "sendmail, itself", "sendmail", sendmail.loops, loops_of, most=20, sets=_OWN, alone=True
)
OPENSMTPD_ITSELF = Server(
    "opensmtpd, itself",
    "opensmtpd",
    opensmtpd.loops,
    arriving_loops_of,
    most=1,
    sets=_OWN,
    patience=200.0,
    alone=True,
)
SERVERS = (
    EXIM_LIST,
    EXIM,
    POSTFIX,
    SENDMAIL,
    OPENSMTPD,
    OPENSMTPD_SLOW,
    SENDMAIL_ITSELF,
    OPENSMTPD_ITSELF,
)
