"""Whether MTA-STS lets a sender use a host: for the domain, each exchange, and each address.

The verdict of the domain follows a sender that has nothing cached (RFC 8461, sections 3.1 to 3.3
and 5.1): without one valid record and one valid policy it goes on as if there were none. An
exchange is covered by its name as the MX record has it, before any alias of its addresses is
followed (section 4.1: "the MX record name"); so is the name that its certificate has to have, as a
DNS-ID (section 4.2). An implicit MX is an exchange like any other. In testing, what is told is what
would fail if it were enforced; a policy of mode none is as good as none (section 5).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from functools import lru_cache
from typing import TypeAlias

from mxgui.model.certificate import Certificate
from mxgui.model.inspection import Inspection
from mxgui.model.once import once
from mxgui.model.policy import FetchOutcome, PolicyFetch, policy_record, report_record
from mxgui.model.records import Answer, RecordType, Status
from mxgui.model.smtp import Probe, StartTls
from mxgui.model.sts import Flaw, Mode, PolicyFault, RecordFault, StsPolicy, StsRecord
from mxgui.model.sts import read_policy as _read_policy
from mxgui.model.sts import read_record as _read_record
from mxgui.model.tlsrpt import TlsReporting, read_reporting
from mxgui.routing.names import names_host


class StsVerdict(Enum):
    """What the domain's MTA-STS comes to."""

    NONE = "none"
    VALID = "valid"
    RECORD_INVALID = "record_invalid"
    FETCH_FAILED = "fetch_failed"
    POLICY_INVALID = "policy_invalid"
    LOOKUP_FAILED = "lookup_failed"


class HostSts(Enum):
    """Whether the policy names an exchange."""

    NO_POLICY = "no_policy"
    COVERED = "covered"
    NOT_COVERED = "not_covered"
    UNKNOWN = "unknown"


class ProbeSts(Enum):
    """Whether a sender that honours the policy could deliver at an address."""

    NO_POLICY = "no_policy"
    PASS = "pass"
    NOT_COVERED = "not_covered"
    CERTIFICATE_FAILS = "certificate_fails"
    NO_TLS = "no_tls"
    NOT_TESTED = "not_tested"
    UNKNOWN = "unknown"

    @property
    def fails(self) -> bool:
        """Whether it is certain that such a sender could not."""
        return self in (ProbeSts.NOT_COVERED, ProbeSts.CERTIFICATE_FAILS, ProbeSts.NO_TLS)


class ReportVerdict(Enum):
    """What the domain's record for TLS reports comes to."""

    NONE = "none"
    VALID = "valid"
    INVALID = "invalid"
    LOOKUP_FAILED = "lookup_failed"


StsProblem: TypeAlias = RecordFault | FetchOutcome | PolicyFault
_NO_SENDER_CARES = (
    StsVerdict.NONE,
    StsVerdict.RECORD_INVALID,
    StsVerdict.FETCH_FAILED,
    StsVerdict.POLICY_INVALID,
)


@dataclass(frozen=True, slots=True)
class Sts:
    """MTA-STS of a domain, step by step; `verdict` is None while a step is not known.

    `answer` is what DNS said of the record, `record` how it reads, `fetch` what came of fetching,
    `policy` how that reads; each is there as far as it came. `problem` is the reason of a verdict
    that is not good, `flaw` the one of a policy.
    """

    answer: Answer | None = None
    record: StsRecord = field(default_factory=StsRecord)
    fetch: PolicyFetch | None = None
    policy: StsPolicy | None = None
    verdict: StsVerdict | None = None
    problem: StsProblem | None = None
    flaw: Flaw | None = None

    @property
    def mode(self) -> Mode | None:
        """The mode of a valid policy; None without one."""
        return self.policy.mode if self.policy and self.verdict is StsVerdict.VALID else None

    @property
    def is_enforced(self) -> bool:
        """Whether senders that honour MTA-STS keep away from hosts that fail."""
        return self.mode is Mode.ENFORCE


@dataclass(frozen=True, slots=True)
class Reporting:
    """TLS reporting of a domain; `verdict` is None while it is not known."""

    answer: Answer | None = None
    record: TlsReporting = field(default_factory=TlsReporting)
    verdict: ReportVerdict | None = None


@once
def sts_of(inspection: Inspection) -> Sts:
    """What is known of the domain's MTA-STS; an address literal has none (RFC 8461, 3.4)."""
    domain = inspection.entry.domain
    name = None if domain.literal is not None else policy_record(domain.ascii)
    if name is None:
        return Sts(verdict=StsVerdict.NONE)
    answer = inspection.answer(name, RecordType.TXT)
    if answer.status is Status.NOT_ASKED:
        return Sts()
    if answer.status.is_failure:
        return Sts(answer, verdict=StsVerdict.LOOKUP_FAILED)
    record = read_record(answer.texts)
    if not record.is_valid:
        verdict = StsVerdict.RECORD_INVALID if record.texts else StsVerdict.NONE
        return Sts(answer, record, verdict=verdict, problem=record.fault)
    return _fetched(answer, record, inspection.policy)


def _fetched(answer: Answer, record: StsRecord, fetch: PolicyFetch | None) -> Sts:
    if fetch is None:
        return Sts(answer, record)
    if fetch.outcome is not FetchOutcome.FETCHED:
        verdict = StsVerdict.FETCH_FAILED
        return Sts(answer, record, fetch, verdict=verdict, problem=fetch.outcome)
    policy = policy_in(fetch)
    flaw = policy.fatal
    if flaw is not None:
        invalid = StsVerdict.POLICY_INVALID
        return Sts(answer, record, fetch, policy, invalid, flaw.fault, flaw)
    return Sts(answer, record, fetch, policy, StsVerdict.VALID)


def policy_in(fetch: PolicyFetch) -> StsPolicy:
    """Read the policy that was fetched; a compressed one is none, as nobody asked for that."""
    if fetch.encoding.strip().lower() not in ("", "identity"):
        return StsPolicy(flaws=(Flaw(PolicyFault.ENCODED, part=fetch.encoding),))
    if not fetch.is_utf8:
        return StsPolicy(flaws=(Flaw(PolicyFault.NOT_UTF8),))
    return read_policy(fetch.text)


@lru_cache(maxsize=64)
def read_policy(text: str) -> StsPolicy:
    """Read a policy; the same text is read once."""
    return _read_policy(text)


@lru_cache(maxsize=64)
def read_record(texts: tuple[str, ...]) -> StsRecord:
    """Read the records that announce a policy; the same ones are read once."""
    return _read_record(texts)


def sts_of_host(sts: Sts, host: str) -> HostSts:
    """Tell whether the policy names an exchange; one of mode none is none (RFC 8461, section 5)."""
    if sts.verdict in _NO_SENDER_CARES or sts.mode is Mode.NONE:
        return HostSts.NO_POLICY
    if sts.verdict is not StsVerdict.VALID or sts.policy is None:
        return HostSts.UNKNOWN
    covered = covering_pattern(sts.policy, host) is not None
    return HostSts.COVERED if covered else HostSts.NOT_COVERED


def covering_pattern(policy: StsPolicy, host: str) -> str | None:
    """Give the first pattern of a policy that matches the name; None if none does."""
    wanted = _patterns_for(host)
    return next((pattern for pattern in policy.mx if _bare(pattern) in wanted), None)


def unused_patterns(policy: StsPolicy, hosts: Iterable[str]) -> tuple[str, ...]:
    """Give the patterns that match none of these names."""
    wanted = {pattern for host in hosts for pattern in _patterns_for(host)}
    return tuple(pattern for pattern in policy.mx if _bare(pattern) not in wanted)


def _patterns_for(host: str) -> frozenset[str]:
    """Give all that can match a name (see `names.matches`): a policy may have ten thousand."""
    name = _bare(host)
    first, _, rest = name.partition(".")
    return frozenset({name, f"*.{rest}"} if first and rest else {name})


def _bare(name: str) -> str:
    return name.lower().removesuffix(".")


def sts_of_probe(inspection: Inspection, sts: Sts, host: str, address: str) -> ProbeSts:
    """Tell whether a sender that honours the policy could deliver to an exchange at an address."""
    return sts_of_session(inspection, sts, host, inspection.probe(address, host=host))


def sts_of_session(inspection: Inspection, sts: Sts, host: str, probe: Probe | None) -> ProbeSts:
    """The same by one probe, whichever vantage made it, or for whichever of the names there."""
    match sts_of_host(sts, host):
        case HostSts.NO_POLICY:
            return ProbeSts.NO_POLICY
        case HostSts.UNKNOWN:
            return ProbeSts.UNKNOWN
        case HostSts.NOT_COVERED:
            return ProbeSts.NOT_COVERED
    if probe is None or probe.running or probe.starttls is StartTls.NOT_TESTED:
        return ProbeSts.NOT_TESTED
    if probe.tls is None:
        return ProbeSts.NO_TLS
    return _of_certificate(inspection, probe, host)


def _of_certificate(inspection: Inspection, probe: Probe, host: str) -> ProbeSts:
    if probe.tls is None or not probe.tls.chain:
        return ProbeSts.CERTIFICATE_FAILS
    if inspection.chain_of(probe) is None:
        return ProbeSts.UNKNOWN  # it is yet to be checked
    faults = faults_in(inspection, host, probe)
    if faults and probe.tls.sni not in ("", _bare(host)):
        # A server may have another certificate for the right name, also where the one that was
        # asked for is the TLSA base domain: senders without DANE ask for the exchange.
        return ProbeSts.NOT_TESTED
    return ProbeSts.CERTIFICATE_FAILS if faults else ProbeSts.PASS


@once
def faults_at(inspection: Inspection, host: str, address: str) -> tuple[CertificateFault, ...]:
    """Give what is wrong with the certificate that an exchange shows at an address, if any is."""
    return faults_in(inspection, host, inspection.probe(address, host=host))


def faults_in(
    inspection: Inspection, host: str, probe: Probe | None
) -> tuple[CertificateFault, ...]:
    """Give what is wrong with the certificate that one probe was shown."""
    chain = inspection.chain_of(probe) if probe is not None else None
    if probe is None or probe.tls is None or not probe.tls.chain or chain is None:
        return ()
    leaf = probe.tls.chain[0]
    return tuple(certificate_faults(leaf, host, probe.began, trusted=chain.trusted))


class CertificateFault(Enum):
    """Why a certificate does not do for MTA-STS (RFC 8461, section 4.2)."""

    NAME = "name"
    DATES = "dates"
    UNTRUSTED = "untrusted"


def certificate_faults(
    leaf: Certificate, host: str, at: datetime | None, *, trusted: bool
) -> Iterator[CertificateFault]:
    """Give all that is wrong with the certificate of a host; `at` is the moment of the probe."""
    if not names_host(leaf, (host,)):
        yield CertificateFault.NAME
    if at and leaf.not_before and leaf.not_after and not leaf.not_before <= at <= leaf.not_after:
        yield CertificateFault.DATES
    elif not trusted:
        yield CertificateFault.UNTRUSTED


@once
def reporting_of(inspection: Inspection) -> Reporting:
    """What is known of the domain's TLS reporting."""
    domain = inspection.entry.domain
    name = None if domain.literal is not None else report_record(domain.ascii)
    if name is None:
        return Reporting(verdict=ReportVerdict.NONE)
    answer = inspection.answer(name, RecordType.TXT)
    if answer.status is Status.NOT_ASKED:
        return Reporting()
    if answer.status.is_failure:
        return Reporting(answer, verdict=ReportVerdict.LOOKUP_FAILED)
    record = read_reporting(answer.texts)
    if record.is_valid:
        return Reporting(answer, record, ReportVerdict.VALID)
    verdict = ReportVerdict.INVALID if record.texts else ReportVerdict.NONE
    return Reporting(answer, record, verdict)
