"""What mail hosts said within the last five minutes, so that nobody asks them twice for nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mxgui.model.plan import Patience
from mxgui.model.smtp import Outcome, Probe, StartTls, StoppedBy, Target
from mxgui.net.clock import Moment
from mxgui.net.limits import REUSE_SECONDS

# Only then did the name matter that we ask for
_SHOOK_HANDS = (StartTls.FAILED, StartTls.UNVERIFIED, StartTls.VERIFIED)


@dataclass(frozen=True, slots=True)
class Knock:
    """What makes two probes the same question: the door, the name we give, how long we wait.

    And the address that we speak from, or the proxy: another network is another question. And the
    name that we ask for in TLS, by which a host chooses its certificate.
    """

    address: str
    port: int
    helo: str
    patience: Patience
    source: str | None = None
    sni: str = ""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A result and when it ended."""

    probe: Probe
    ended: Moment


class Recent:
    """The results of the last five minutes, oldest first."""

    def __init__(self) -> None:
        """Begin with none."""
        self._kept: dict[Knock, _Kept] = {}

    def keep(self, knock: Knock, probe: Probe, now: Moment) -> None:
        """Keep a result that ended at `now`, unless it was cut short or never left this machine."""
        here = probe.outcome in (Outcome.NOT_TRIED, Outcome.BLOCKED_HERE)
        if here or probe.stopped_by is StoppedBy.CANCELLED:
            return
        nameless = replace(knock, sni="")
        for known in (knock, nameless):
            self._kept.pop(known, None)  # so that the order stays that of age
        self._kept[knock if probe.starttls in _SHOOK_HANDS else nameless] = _Kept(probe, now)
        self._forget(now)

    def find(self, knock: Knock, target: Target, now: Moment, at: float) -> Probe | None:
        """Give the earlier result for the target, with its age in seconds; None if there is none.

        `at` are the seconds since the inspection began. The times in the result are
        in seconds of this inspection, and so lie before its beginning if the probe did.
        """
        self._forget(now)
        kept = self._kept.get(knock) or self._kept.get(replace(knock, sni=""))
        if kept is None:
            return None
        age = now.since(kept.ended)
        return _moved(replace(kept.probe, target=target, reused_age=age), at - age)

    def _forget(self, now: Moment) -> None:
        while self._kept:
            oldest = next(iter(self._kept))
            if now.since(self._kept[oldest].ended) < REUSE_SECONDS:
                return
            del self._kept[oldest]


def _moved(probe: Probe, ended: float) -> Probe:
    """Give the probe with its times moved so that it ends at that second."""
    later = ended - (probe.at + probe.took)
    phases = tuple(replace(phase, at=phase.at + later) for phase in probe.phases)
    return replace(probe, at=probe.at + later, phases=phases)
