"""The chip of MTA-STS on the card of a host: whether a sender that honours the policy comes."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.inspection import Inspection
from mxgui.model.sts import Mode
from mxgui.model.text import Text, text
from mxgui.routing.labels import Mark
from mxgui.routing.route import Host, Special
from mxgui.routing.shapes import Tone
from mxgui.routing.sts import HostSts, ProbeSts, sts_of, sts_of_host, sts_of_probe


def sts_marks(inspection: Inspection, host: Host) -> Iterator[Mark]:
    """Give the chip where a policy is enforced or tested; none where there is nothing to say."""
    sts = sts_of(inspection)
    if sts.mode in (None, Mode.NONE) or host.special not in (None, Special.DUPLICATE):
        return
    enforced = sts.is_enforced
    fails = Tone.FAIL if enforced else Tone.WARN  # as with DANE: such senders skip the host
    if sts_of_host(sts, host.name) is HostSts.NOT_COVERED:
        words = text("not in STS policy")
        tip = text(
            "No pattern of the MTA-STS policy matches the host: {mode}",
            mode=_meaning(enforced=enforced),
        )
        yield Mark(words, fails, tip)
        return
    at = [sts_of_probe(inspection, sts, host.name, own.address) for own in host.addresses]
    bad = sum(one.fails for one in at)
    if bad:
        words = text("STS fails") if bad == len(at) else text("STS fails at {n}", n=bad)
        tip = text(
            "Encryption or certificate fail the MTA-STS policy: {mode}",
            mode=_meaning(enforced=enforced),
        )
        yield Mark(words, fails if bad == len(at) else Tone.WARN, tip)
    elif at and all(one is ProbeSts.PASS for one in at):
        words = text("STS") if enforced else text("STS testing")
        tip = text("The MTA-STS policy names the host, and its certificate is good.")
        yield Mark(words, Tone.OK if enforced else Tone.PLAIN, tip)
    else:
        words = text("STS") if enforced else text("STS testing")
        tip = text("The MTA-STS policy names the host; its certificate was not seen everywhere.")
        yield Mark(words, Tone.IDLE, tip)


def _meaning(*, enforced: bool) -> Text:
    if enforced:
        return text("senders that honour it do not deliver here.")
    return text("it is in testing mode, so that mail is delivered all the same.")
