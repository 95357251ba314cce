"""The text of the MTA-STS policy: whether senders can use it, and how long it holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from mxgui.model.sts import LENIENT_FAULTS, Flaw, Mode, PolicyFault
from mxgui.model.text import Text, text
from mxgui.routing.sts import sts_of
from mxgui.routing.sts_words import flaw_words
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Check, Rule, rfc

_DAY = 86_400  # seconds
_WEEK = 7 * _DAY
_SYNTAX = (
    PolicyFault.ENCODED,
    PolicyFault.NOT_UTF8,
    PolicyFault.EMPTY,
    PolicyFault.LINE,
    PolicyFault.VERSION,
)
_MODES = (PolicyFault.MODE_MISSING, PolicyFault.MODE_UNKNOWN)
_MAX_AGES = (
    PolicyFault.MAX_AGE_MISSING,
    PolicyFault.MAX_AGE_MALFORMED,
    PolicyFault.MAX_AGE_RANGE,
)
_OF_FIELDS = ("STS-POL-MODE", "STS-POL-MAXAGE", "STS-POL-NOMX")


def _flaw(case: Case, *faults: PolicyFault) -> Flaw | None:
    """Give the first flaw of these kinds in the policy that was fetched."""
    policy = sts_of(case.inspection).policy
    flaws = policy.flaws if policy else ()
    return next((flaw for flaw in flaws if flaw.fault in faults), None)


def _check_syntax(case: Case) -> Iterator[Finding]:
    """What is no policy at all lacks its fields too: that is one cause."""
    flaw = _flaw(case, *_SYNTAX)
    if flaw is not None:
        includes = () if flaw.fault is PolicyFault.VERSION else _OF_FIELDS
        words = _unusable(flaw)
        yield Finding("STS-POL-SYNTAX", Severity.ERROR, case.domain, words, includes=includes)
        return
    flaw = _flaw(case, *LENIENT_FAULTS)
    if flaw is not None:
        words = text(
            "Strict senders refuse the policy, others look over it: {flaw}", flaw=flaw_words(flaw)
        )
        yield Finding("STS-POL-SYNTAX", Severity.WARNING, case.domain, words)


def _checker(finding: str, *faults: PolicyFault) -> Check:
    def check(case: Case) -> Iterator[Finding]:
        flaw = _flaw(case, *faults)
        if flaw is not None:
            yield Finding(finding, Severity.ERROR, case.domain, _unusable(flaw))

    return check


def _unusable(flaw: Flaw) -> Text:
    return text("The policy cannot be used: {flaw}", flaw=flaw_words(flaw))


def _check_short(case: Case) -> Iterator[Finding]:
    sts = sts_of(case.inspection)
    if sts.mode in (None, Mode.NONE) or sts.policy is None or sts.policy.max_age is None:
        return
    age = sts.policy.max_age
    if age >= _WEEK:
        return
    span = timedelta(seconds=age)
    if age < _DAY:
        words = text("The policy holds for {span}, which is under a day", span=span)
    else:
        words = text("The policy holds for {span}, which is under a week", span=span)
    yield Finding("STS-SHORT-MAXAGE", Severity.NOTICE, case.domain, words)


_WHY = text(
    "The policy was fetched and cannot be used. Senders that do not know an earlier one go on as "
    "if there were none: whoever stands on the path can keep them from encryption."
)
_EXAMPLE = text(
    "A policy has the lines “version: STSv1”, “mode: enforce”, one “mx: HOST” for each exchange, "
    "and “max_age: 604800”, each key and value on a line of its own, and no other lines."
)

RULES = (
    Rule(
        id="STS-POL-SYNTAX",
        title=text("The MTA-STS policy is malformed"),
        why=_WHY,
        fix=_EXAMPLE,
        references=(rfc("8461", "3.2"),),
        check=_check_syntax,
    ),
    Rule(
        id="STS-POL-MODE",
        title=text("The policy's mode is missing or unknown"),
        why=_WHY,
        fix=text("The mode is “enforce”, “testing” or “none”, in small letters."),
        references=(rfc("8461", "3.2"),),
        check=_checker("STS-POL-MODE", *_MODES),
    ),
    Rule(
        id="STS-POL-MAXAGE",
        title=text("The policy's max_age is missing or out of range"),
        why=_WHY,
        fix=text("Write max_age as a number of seconds, in at most ten digits, up to 31557600."),
        references=(rfc("8461", "3.2"),),
        check=_checker("STS-POL-MAXAGE", *_MAX_AGES),
    ),
    Rule(
        id="STS-POL-NOMX",
        title=text("The policy names no exchange"),
        why=_WHY,
        fix=text("Name each exchange in a line “mx: HOST”, or all of a zone as “mx: *.ZONE”."),
        references=(rfc("8461", "3.2"),),
        check=_checker("STS-POL-NOMX", PolicyFault.NO_MX),
    ),
    Rule(
        id="STS-SHORT-MAXAGE",
        title=text("The policy holds for a short time"),
        why=text(
            "A sender that writes to the domain less often than that has forgotten the policy, and "
            "whoever blocks its next fetch gets mail in the clear. Weeks or months are usual."
        ),
        fix=text(
            "Raise max_age to some weeks once the policy has proved itself; before a planned "
            "change of exchanges the policy is changed first, its max_age need not be."
        ),
        references=(rfc("8461", "3.2"), rfc("8461", "10.2")),
        check=_check_short,
    ),
)
