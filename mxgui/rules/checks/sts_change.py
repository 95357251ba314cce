"""MTA-STS since an earlier inspection: a policy that changed unseen, or went too early."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from mxgui.model.policy import FetchOutcome
from mxgui.model.sts import Mode
from mxgui.model.text import text
from mxgui.routing.sts import HostSts, Sts, StsVerdict, sts_of, sts_of_host
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.sts_class import candidates


def _check_stale(case: Case) -> Iterator[Finding]:
    if case.earlier is None:
        return
    before, now = sts_of(case.earlier), sts_of(case.inspection)
    if not (_has_text(before) and _has_text(now) and before.record.id == now.record.id):
        return
    if before.fetch and now.fetch and before.fetch.text != now.fetch.text:
        words = text("The policy has changed, and its id is still {id}", id=now.record.id)
        yield Finding("STS-ID-STALE", Severity.WARNING, case.domain, words)


def _has_text(sts: Sts) -> bool:
    return sts.fetch is not None and sts.fetch.outcome is FetchOutcome.FETCHED


def _check_removal(case: Case) -> Iterator[Finding]:
    """The record is gone; a policy that was valid may still be kept by senders."""
    if case.earlier is None or sts_of(case.inspection).verdict is not StsVerdict.NONE:
        return
    before = sts_of(case.earlier)
    left = _time_left(case, before)
    if before.mode in (None, Mode.NONE) or left <= timedelta():
        return
    hosts = candidates(case)
    outside = [host for host in hosts if sts_of_host(before, host.name) is HostSts.NOT_COVERED]
    if before.is_enforced and hosts and len(outside) == len(hosts):
        words = text(
            "The record of MTA-STS is gone, and no exchange of today is named by the policy that "
            "senders may keep for {left} more",
            left=left,
        )
        yield Finding("STS-REMOVAL", Severity.CRITICAL, case.domain, words, includes=("STS-NONE",))
        return
    words = text(
        "The record of MTA-STS is gone, while senders may keep the policy for {left} more",
        left=left,
    )
    may_grow = case.inspection.running and before.is_enforced and not hosts
    yield Finding(
        "STS-REMOVAL", Severity.WARNING, case.domain, words, may_grow, includes=("STS-NONE",)
    )


def _time_left(case: Case, before: Sts) -> timedelta:
    """Tell for how long a sender that fetched when we did keeps the policy."""
    if before.policy is None or before.policy.max_age is None or case.earlier is None:
        return timedelta()
    fetched = (before.fetch.moment if before.fetch else None) or case.earlier.began
    return fetched + timedelta(seconds=before.policy.max_age) - case.inspection.began


RULES = (
    Rule(
        id="STS-REMOVAL",
        title=text("MTA-STS was removed while senders still keep the policy"),
        why=text(
            "Senders keep a policy until its max_age is over, also when the record is gone. Until "
            "then exchanges that it does not name get no mail from them."
        ),
        fix=text(
            "Publish the record again with a new id and a policy of “mode: none” and a small "
            "max_age, and take both away when the old max_age is over."
        ),
        references=(rfc("8461", "8.3"),),
        check=_check_removal,
    ),
    Rule(
        id="STS-ID-STALE",
        title=text("The policy changed, and its id did not"),
        why=text(
            "Senders that keep the old policy look at the id alone to learn of a new one: they go "
            "on with the old one until it expires."
        ),
        fix=text("Give the record a new id after every change of the policy."),
        references=(rfc("8461", "3.1"),),
        check=_check_stale,
    ),
)
