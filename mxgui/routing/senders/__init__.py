"""The shelf of senders, in the order in which they are listed."""

from mxgui.routing.senders.exim import SENDER as EXIM
from mxgui.routing.senders.postfix import SENDER as POSTFIX
from mxgui.routing.senders.rfc5321 import SENDER as RFC5321
from mxgui.routing.sending.sender import Sender

SENDERS: tuple[Sender, ...] = (RFC5321, POSTFIX, EXIM)


def sender_of(name: str) -> Sender:
    """Give the sender with that name; RFC 5321 for one that this version does not know."""
    return next((sender for sender in SENDERS if sender.id == name), RFC5321)
