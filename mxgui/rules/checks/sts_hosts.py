"""Whether the exchanges keep what the MTA-STS policy promises of them.

Senders that honour a policy in enforce mode never fall back (RFC 8461, section 5): what they leave
out is weighed for them over the whole route. Senders without MTA-STS deliver all the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mxgui.model.chain import PathProblem
from mxgui.model.smtp import Probe, StartTls
from mxgui.model.sts import Mode
from mxgui.model.text import Text, text
from mxgui.routing.route import Host
from mxgui.routing.sts import (
    CertificateFault,
    HostSts,
    ProbeSts,
    Sts,
    faults_in,
    sts_of,
    sts_of_host,
    unused_patterns,
)
from mxgui.routing.sts_words import certificate_fault_words
from mxgui.rules.case import Case
from mxgui.rules.class_weight import weight_for_class
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.listing import listed
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.sts_class import candidates, enforcing_senders, sts_at
from mxgui.rules.trouble import places_of

_MOST_NAMES = 4  # in one sentence
_DATES = (PathProblem.EXPIRED, PathProblem.NOT_YET_VALID)
_BY_FAULT = {CertificateFault.NAME: "TLS-CERT-NAME", CertificateFault.DATES: "TLS-CERT-EXPIRED"}


@dataclass(frozen=True, slots=True)
class Failing:
    """The addresses of a covered exchange at which the policy fails, and why."""

    host: Host
    probes: tuple[Probe, ...]
    reasons: tuple[Text, ...]
    includes: tuple[str, ...]


def _check_ok(case: Case) -> Iterator[Finding]:
    sts, hosts = sts_of(case.inspection), candidates(case)
    if sts.mode in (None, Mode.NONE) or not hosts:
        return
    if sts.is_enforced and any(_failing(case, sts)):
        return  # names all that there are, and is not well all the same
    if all(sts_of_host(sts, host.name) is HostSts.COVERED for host in hosts):
        words = text("The MTA-STS policy is valid and names every exchange")
        yield Finding("STS-OK", Severity.INFO, case.domain, words, case.is_open)


def _check_uncovered(case: Case) -> Iterator[Finding]:
    sts = sts_of(case.inspection)
    if not sts.is_enforced:
        return
    senders = enforcing_senders(case)
    for host in _uncovered(case, sts):
        weight = weight_for_class(case, host, senders)
        words = text(
            "No pattern of the policy matches {host}: senders that honour it do not deliver there",
            host=host.name,
        )
        yield Finding("STS-MX-UNCOVERED", weight.severity, host.name, words, weight.provisional)


def _check_certificates(case: Case) -> Iterator[Finding]:
    sts = sts_of(case.inspection)
    if not sts.is_enforced:
        return
    senders = enforcing_senders(case)
    for failing in _failing(case, sts):
        weight = weight_for_class(case, failing.host, senders)
        words = text(
            "Senders that honour the policy do not deliver to {host} at {addresses}: {reasons}",
            host=failing.host.name,
            addresses=places_of(failing.probes),
            reasons=failing.reasons,
        )
        yield Finding(
            "STS-CERT",
            weight.severity,
            failing.host.name,
            words,
            weight.provisional,
            failing.includes,
        )


def _check_testing(case: Case) -> Iterator[Finding]:
    sts = sts_of(case.inspection)
    if sts.mode is not Mode.TESTING:
        return
    failing = dict.fromkeys(
        [host.name for host in _uncovered(case, sts)]
        + [failing.host.name for failing in _failing(case, sts)]
    )
    if failing:
        words = text(
            "The policy is in testing mode. If it were enforced today, this would fail: {hosts}",
            hosts=listed(tuple(failing), _MOST_NAMES),
        )
    else:
        words = text(
            "The policy is in testing mode; nothing that was seen would fail if it were enforced"
        )
    yield Finding("STS-TESTING", Severity.NOTICE, case.domain, words, case.inspection.running)


def _check_unused(case: Case) -> Iterator[Finding]:
    sts, hosts = sts_of(case.inspection), candidates(case)
    if sts.mode in (None, Mode.NONE) or sts.policy is None or not hosts:
        return
    unused = unused_patterns(sts.policy, [host.name for host in case.route.hosts])
    if unused:
        words = text(
            "The policy has patterns that match no exchange: {patterns}",
            patterns=listed(unused, _MOST_NAMES),
        )
        yield Finding("STS-PATTERN-UNUSED", Severity.NOTICE, case.domain, words)


def _uncovered(case: Case, sts: Sts) -> Iterator[Host]:
    for host in candidates(case):
        if sts_of_host(sts, host.name) is HostSts.NOT_COVERED:
            yield host


def _failing(case: Case, sts: Sts) -> Iterator[Failing]:
    """Give the covered exchanges that fail at an address, for certain."""
    for host in candidates(case):
        probes: list[Probe] = []
        reasons: dict[Text, None] = {}
        includes: dict[str, None] = {}
        for own in host.addresses:
            found = sts_at(case, sts, host, own)
            probe = case.inspection.probe(own.address, host=host.name)
            if probe is None or found not in (ProbeSts.NO_TLS, ProbeSts.CERTIFICATE_FAILS):
                continue
            probes.append(probe)
            for words, finding in _reasons(case, host, probe):
                reasons[words] = None
                includes[finding] = None
        if probes:
            yield Failing(host, tuple(probes), tuple(reasons), tuple(includes))


def _reasons(case: Case, host: Host, probe: Probe) -> Iterator[tuple[Text, str]]:
    """Give each thing that is wrong at an address, with the finding that it would be by itself."""
    if probe.tls is None:
        if probe.starttls in (StartTls.REFUSED, StartTls.FAILED):
            yield text("encryption is offered and fails"), "TLS-OFFERED-FAILS"
        else:
            yield text("no encryption is offered"), "TLS-NONE"
        return
    if not probe.tls.chain:
        yield text("it shows no certificate"), "TLS-CERT-UNTRUSTED"
        return
    chain = case.inspection.chain_of(probe)
    for fault in faults_in(case.inspection, host.name, probe):
        finding = _BY_FAULT.get(fault, "TLS-CERT-UNTRUSTED")
        if chain and fault is CertificateFault.UNTRUSTED and set(chain.problems) & set(_DATES):
            finding = "TLS-CERT-EXPIRED"
        yield certificate_fault_words(fault), finding


RULES = (
    Rule(
        id="STS-MX-UNCOVERED",
        title=text("The policy does not name an exchange"),
        why=text(
            "Senders that honour the policy treat this exchange as one that cannot be reached, and "
            "keep the mail if no other is left. Senders without MTA-STS deliver there."
        ),
        fix=text(
            "Add the exchange to the policy and change the id of the record; or take the exchange "
            "out of the MX records. A star stands for exactly one label."
        ),
        references=(rfc("8461", "4.1"), rfc("8461", "5")),
        check=_check_uncovered,
    ),
    Rule(
        id="STS-CERT",
        title=text("An exchange fails the policy that is enforced"),
        why=text(
            "Senders that honour the policy need STARTTLS and a certificate by a known authority "
            "for the exchange's own name. Without it they turn to the next exchange, and keep the "
            "mail if there is none. Senders without MTA-STS deliver there."
        ),
        fix=text(
            "Give the mail host a certificate that has its name as a DNS name, with all "
            "intermediate certificates, and renew it in time. Until then “mode: testing” with a "
            "new id lets mail flow."
        ),
        references=(rfc("8461", "4.2"), rfc("8461", "5")),
        check=_check_certificates,
    ),
    Rule(
        id="STS-PATTERN-UNUSED",
        title=text("A pattern of the policy matches no exchange"),
        why=text(
            "It does no harm now. It may be a leftover, or the exchange that it was meant for is "
            "spelled differently; and it lets whoever answers for that name take the mail."
        ),
        fix=text("Take the pattern out of the policy, or correct it."),
        references=(rfc("8461", "4.1"),),
        check=_check_unused,
    ),
    Rule(
        id="STS-TESTING",
        title=text("The policy is in testing mode"),
        why=text(
            "Senders report what fails and deliver all the same, so that nothing is protected yet."
        ),
        fix=text(
            "When the reports have shown no failures for some weeks, set “mode: enforce” and "
            "change the id of the record."
        ),
        references=(rfc("8461", "5"), rfc("8460")),
        check=_check_testing,
    ),
    Rule(
        id="STS-OK",
        title=text("The MTA-STS policy names every exchange"),
        why=text(
            "Senders that honour MTA-STS know which hosts may take the domain's mail, and that "
            "they encrypt."
        ),
        fix=text("Nothing is to be done. Change the policy before the exchanges change."),
        references=(rfc("8461"),),
        check=_check_ok,
    ),
)
