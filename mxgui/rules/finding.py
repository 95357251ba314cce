"""A finding: what one rule saw in one inspection, and how much it matters there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from mxgui.model.text import Text


class Severity(Enum):
    """The consequence over the whole route, not a property of the rule."""

    CRITICAL = "critical"  # no sender reaches any host, or all mail is refused
    ERROR = "error"  # the best tier is lost while a worse one works
    WARNING = "warning"  # redundancy or protection is lost
    NOTICE = "notice"  # may bite later
    INFO = "info"  # good to know
    INCONCLUSIVE = "inconclusive"  # it could be us, or the consequence is not known

    @property
    def rank(self) -> int:
        """Where it stands among the others, worst first.

        What is not known comes before what is merely good to know: it may turn out to be anything.
        """
        return _WORST_FIRST.index(self)

    def is_worse_than(self, other: Severity) -> bool:
        """Whether it comes before another one."""
        return self.rank < other.rank


_WORST_FIRST = (
    Severity.CRITICAL,
    Severity.ERROR,
    Severity.WARNING,
    Severity.NOTICE,
    Severity.INCONCLUSIVE,
    Severity.INFO,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found about one subject: the domain, or a host by its name in DNS.

    `provisional` says that something under way could still change it. `includes` names the ids of
    findings that this one stands for, at its own subject and at those that it is `about` beside.
    """

    id: str
    severity: Severity
    subject: str
    text: Text
    provisional: bool = False
    includes: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
