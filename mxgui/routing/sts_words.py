"""MTA-STS and TLS reporting in words, wherever they are shown."""

from __future__ import annotations

from mxgui.model.policy import FetchOutcome, PolicyFetch, Reach, TlsProblem
from mxgui.model.sts import Flaw, Mode, PolicyFault, RecordFault
from mxgui.model.text import Text, text
from mxgui.model.tlsrpt import ReportFault
from mxgui.routing.sts import CertificateFault, ProbeSts

_LETTERS = 120  # of a part of a policy, in one sentence

_REACHES = {
    Reach.CONNECTED: text("connected"),
    Reach.REFUSED: text("refused"),
    Reach.TIMED_OUT: text("no answer in time"),
    Reach.UNREACHABLE: text("unreachable from here"),
    Reach.CLOSED: text("closed at once"),
    Reach.BLOCKED_HERE: text("blocked by this machine"),
    Reach.PROXY_NO_ANSWER: text("the proxy gave no answer"),
    Reach.PRIVATE: text("private address, not tried"),
    Reach.NOT_TRIED: text("not tried"),
}
_TLS_PROBLEMS = {
    TlsProblem.NAME_MISMATCH: text("its certificate is for other names"),
    TlsProblem.EXPIRED: text("its certificate has expired"),
    TlsProblem.NOT_YET_VALID: text("its certificate is not yet valid"),
    TlsProblem.SELF_SIGNED: text("its certificate is signed by itself or by an unknown root"),
    TlsProblem.UNKNOWN_ISSUER: text(
        "its certificate is by an unknown issuer, or an intermediate was not sent"
    ),
    TlsProblem.BAD_CERTIFICATE: text("its certificate cannot be used"),
    TlsProblem.NOT_TLS: text("what it speaks is not TLS"),
    TlsProblem.HANDSHAKE: text("the TLS handshake fails"),
    TlsProblem.CLOSED: text("it ends the connection during the TLS handshake"),
}
_OUTCOMES = {
    FetchOutcome.FETCHED: text("fetched"),
    FetchOutcome.NO_ADDRESS: text("the policy host has no address"),
    FetchOutcome.LOOKUP_FAILED: text("the policy host's addresses could not be looked up"),
    FetchOutcome.PRIVATE_ADDRESS: text("the policy host has private addresses only"),
    FetchOutcome.NOT_REACHABLE: text("the policy host cannot be reached"),
    FetchOutcome.TLS_FAILED: text("the policy host cannot be trusted"),
    FetchOutcome.TOO_BIG: text("the policy is over 64 KiB"),
    FetchOutcome.TOO_SLOW: text("the policy did not come in time"),
    FetchOutcome.NOT_HTTP: text("what the policy host answers is not HTTP"),
    FetchOutcome.CLOSED: text("the policy host ended the connection before its answer"),
}
_RECORD_FAULTS = {
    RecordFault.SEVERAL: text("several records count as none"),
    RecordFault.VERSION: text("does not begin with “v=STSv1;” and is discarded"),
    RecordFault.ID_MISSING: text("has no id"),
    RecordFault.ID_MALFORMED: text("its id is not made of 1 to 32 letters and digits"),
    RecordFault.SYNTAX: text("has a part that is no field"),
    RecordFault.DUPLICATE: text("has a field twice; the first one counts"),
}
_REPORT_FAULTS = {
    ReportFault.SEVERAL: text("several records count as none"),
    ReportFault.VERSION: text("does not begin with “v=TLSRPTv1;” and is discarded"),
    ReportFault.SYNTAX: text("has a part that is no field"),
    ReportFault.RUA_MISSING: text("names no address for reports"),
    ReportFault.URI: text("no address in it can be used"),
}
_POLICY_FAULTS = {
    PolicyFault.NOT_UTF8: text("the policy is not UTF-8"),
    PolicyFault.EMPTY: text("the policy is empty"),
    PolicyFault.MODE_MISSING: text("the policy has no mode"),
    PolicyFault.MAX_AGE_MISSING: text("the policy has no max_age"),
    PolicyFault.NO_MX: text("the policy names no exchange"),
}
_MODES = {
    Mode.ENFORCE: text("enforce"),
    Mode.TESTING: text("testing: failures are reported, and mail is delivered all the same"),
    Mode.NONE: text("none: as if there were no policy"),
}
_PROBES = {
    ProbeSts.NO_POLICY: text("no policy"),
    ProbeSts.PASS: text("passes"),
    ProbeSts.NOT_COVERED: text("not named by the policy"),
    ProbeSts.CERTIFICATE_FAILS: text("certificate fails"),
    ProbeSts.NO_TLS: text("no encryption"),
    ProbeSts.NOT_TESTED: text("not tested"),
    ProbeSts.UNKNOWN: text("not known"),
}
_CERTIFICATE_FAULTS = {
    CertificateFault.NAME: text("its certificate is for other names"),
    CertificateFault.DATES: text("its certificate was out of date when probed"),
    CertificateFault.UNTRUSTED: text("its certificate is by no authority that senders trust"),
}


def reach_words(reach: Reach) -> Text:
    """What became of connecting to one address of a policy host."""
    return _REACHES[reach]


def tls_problem_words(problem: TlsProblem | None) -> Text:
    """Why the policy host was not believed."""
    return _TLS_PROBLEMS[problem or TlsProblem.HANDSHAKE]


def fetch_words(fetch: PolicyFetch) -> Text:
    """What came of fetching a policy."""
    if fetch.outcome is FetchOutcome.STATUS:
        return text("the policy host answers with status {status}", status=str(fetch.status))
    if fetch.outcome is FetchOutcome.REDIRECT:
        return text("the policy host redirects, which must not be followed")
    return _OUTCOMES[fetch.outcome]


def record_fault_words(fault: RecordFault) -> Text:
    """What is wrong with the record of MTA-STS."""
    return _RECORD_FAULTS[fault]


def report_fault_words(fault: ReportFault) -> Text:
    """What is wrong with the record of TLS reporting."""
    return _REPORT_FAULTS[fault]


def flaw_words(flaw: Flaw) -> Text:
    """What is wrong with a policy, and where."""
    return _POLICY_FAULTS.get(flaw.fault) or _of_field(flaw) or _of_line(flaw)


def _of_field(flaw: Flaw) -> Text | None:
    part = _cut(flaw.part)
    match flaw.fault:
        case PolicyFault.ENCODED:
            return text("the policy comes encoded as {part}, which nobody asked for", part=part)
        case PolicyFault.VERSION if flaw.line:
            return text("the version is not STSv1 but “{part}”", part=part)
        case PolicyFault.VERSION:
            return text("the policy has no version")
        case PolicyFault.MODE_UNKNOWN:
            return text("the mode is none that there is: “{part}”", part=part)
        case PolicyFault.MAX_AGE_MALFORMED:
            return text("max_age is no number of seconds: “{part}”", part=part)
        case PolicyFault.MAX_AGE_RANGE:
            return text("max_age is over a year, 31557600 seconds: {part}", part=part)
    return None


def _of_line(flaw: Flaw) -> Text:
    line, part = flaw.line, _cut(flaw.part)
    if flaw.fault is PolicyFault.BLANK_LINE:
        return text("line {line} of the policy is empty", line=line)
    if flaw.fault is PolicyFault.PATTERN:
        return text("line {line} names no host: “{part}”", line=line, part=part)
    return text("line {line} of the policy is no field: “{part}”", line=line, part=part)


def mode_words(mode: Mode) -> Text:
    """What a mode means."""
    return _MODES[mode]


def probe_words(found: ProbeSts) -> Text:
    """How an address stands to the policy."""
    return _PROBES[found]


def certificate_fault_words(fault: CertificateFault) -> Text:
    """Why a certificate of a mail host does not do."""
    return _CERTIFICATE_FAULTS[fault]


def media_type(fetch: PolicyFetch) -> str:
    """The media type without its parameters, in small letters; empty if there is none."""
    return (fetch.media_type or "").partition(";")[0].strip().lower()


def _cut(words: str) -> str:
    return words if len(words) <= _LETTERS else f"{words[: _LETTERS - 1]}…"
