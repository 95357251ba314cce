"""The senders that honour MTA-STS in enforce mode, and the exchanges that a policy is about."""

from __future__ import annotations

from mxgui.model.once import once
from mxgui.routing.certainty import may_yet_encrypt
from mxgui.routing.route import Host, HostAddress, Kind, Special
from mxgui.routing.sts import HostSts, ProbeSts, Sts, sts_of, sts_of_host, sts_of_probe
from mxgui.rules.case import Case
from mxgui.rules.class_weight import SenderClass

_TAKEN = {HostSts.COVERED: True, HostSts.NOT_COVERED: False}


@once
def enforcing_senders(case: Case) -> SenderClass:
    """Give the class of senders that keep to the policy as if it were enforced."""
    sts = sts_of(case.inspection)

    def takes_host(host: Host) -> bool | None:
        return _TAKEN.get(sts_of_host(sts, host.name))

    def takes_address(host: Host, own: HostAddress) -> bool | None:
        found = sts_at(case, sts, host, own)
        return True if found is ProbeSts.PASS else False if found.fails else None

    return SenderClass(takes_host, takes_address)


def may_be_enforced(case: Case) -> bool:
    """Whether a policy may yet turn up, for which a fault of encryption is a graver one.

    Until that is known such a fault is not told for certain: STS-CERT may come to stand for it.
    """
    return case.inspection.running and sts_of(case.inspection).verdict is None


def sts_at(case: Case, sts: Sts, host: Host, own: HostAddress) -> ProbeSts:
    """Tell how an address stands to the policy; what others may fare better with is no failure."""
    found = sts_of_probe(case.inspection, sts, host.name, own.address)
    probe = case.inspection.probe(own.address, host=host.name)
    is_doubtful = probe is not None and may_yet_encrypt(probe)
    return ProbeSts.NOT_TESTED if found is ProbeSts.NO_TLS and is_doubtful else found


@once
def candidates(case: Case) -> tuple[Host, ...]:
    """Give the exchanges that a sender would come to; an implicit one once it has an address."""
    if case.route.kind not in (Kind.MX, Kind.IMPLICIT):
        return ()
    named = tuple(host for host in case.hosts if host.special in (None, Special.DUPLICATE))
    if case.route.kind is Kind.IMPLICIT:
        return tuple(host for host in named if host.addresses)
    return named
