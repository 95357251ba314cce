"""The shelf of senders, in the order in which they are listed."""

from mxgui.routing.senders.exchange import SENDER as EXCHANGE
from mxgui.routing.senders.exim import SENDER as EXIM
from mxgui.routing.senders.haraka import SENDER as HARAKA
from mxgui.routing.senders.kumomta import SENDER as KUMOMTA
from mxgui.routing.senders.maddy import SENDER as MADDY
from mxgui.routing.senders.mox import SENDER as MOX
from mxgui.routing.senders.opensmtpd import SENDER as OPENSMTPD
from mxgui.routing.senders.postfix import SENDER as POSTFIX
from mxgui.routing.senders.qmail import SENDER as QMAIL
from mxgui.routing.senders.rfc5321 import SENDER as RFC5321
from mxgui.routing.senders.sendmail import SENDER as SENDMAIL
from mxgui.routing.senders.stalwart import SENDER as STALWART
from mxgui.routing.sending.sender import Sender

SENDERS: tuple[Sender, ...] = (
    RFC5321,
    POSTFIX,
    EXIM,
    EXCHANGE,
    SENDMAIL,
    OPENSMTPD,
    QMAIL,
    HARAKA,
    MADDY,
    MOX,
    STALWART,
    KUMOMTA,
)


def sender_of(name: str) -> Sender:
    """Give the sender with that name; RFC 5321 for one that this version does not know."""
    return next((sender for sender in SENDERS if sender.id == name), RFC5321)
