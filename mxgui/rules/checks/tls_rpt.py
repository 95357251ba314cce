"""Where senders report what became of encryption: the record of TLS reporting."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.text import counted, text
from mxgui.model.tlsrpt import ReportFault
from mxgui.routing.labels import status_words
from mxgui.routing.sts import ReportVerdict, reporting_of
from mxgui.routing.sts_words import report_fault_words
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.sts_class import candidates
from mxgui.rules.trouble import cut

_OF_SYNTAX = (ReportFault.VERSION, ReportFault.SYNTAX, ReportFault.RUA_MISSING)
_MOST_ADDRESSES = 3  # in one sentence


def _check_none(case: Case) -> Iterator[Finding]:
    known = reporting_of(case.inspection)
    is_asked = known.answer is not None
    if known.verdict is ReportVerdict.NONE and is_asked and candidates(case):
        words = text("{domain} asks for no reports on encryption", domain=case.domain)
        yield Finding("RPT-NONE", Severity.INFO, case.domain, words)


def _check_lookup(case: Case) -> Iterator[Finding]:
    known = reporting_of(case.inspection)
    if known.verdict is ReportVerdict.LOOKUP_FAILED and known.answer is not None:
        words = text(
            "The lookup of {name} fails ({status})",
            name=known.answer.question.name,
            status=status_words(known.answer),
        )
        yield Finding("RPT-LOOKUP-FAILED", Severity.INCONCLUSIVE, case.domain, words)


def _check_syntax(case: Case) -> Iterator[Finding]:
    record = reporting_of(case.inspection).record
    if record.fault in _OF_SYNTAX:
        words = text(
            "The record of TLS reporting counts as none: {fault}: {record}",
            fault=report_fault_words(record.fault),
            record=cut(record.at_fault or record.texts[0]),
        )
        yield Finding("RPT-SYNTAX", Severity.WARNING, case.domain, words)


def _check_several(case: Case) -> Iterator[Finding]:
    record = reporting_of(case.inspection).record
    if record.fault is ReportFault.SEVERAL:
        words = counted(
            "There is {n} record of TLS reporting, which senders take for none",
            "There are {n} records of TLS reporting, so that senders take it for none",
            len(record.texts),
        )
        yield Finding("RPT-MULTI", Severity.WARNING, case.domain, words)


def _check_addresses(case: Case) -> Iterator[Finding]:
    record = reporting_of(case.inspection).record
    if record.unusable:
        told = tuple(cut(uri) for uri in record.unusable[:_MOST_ADDRESSES])
        words = text("Senders cannot report to {addresses}", addresses=told)
        yield Finding("RPT-URI", Severity.WARNING, case.domain, words)


_EXAMPLE = text(
    "Publish exactly one TXT record at _smtp._tls under the domain, as in “v=TLSRPTv1; "
    "rua=mailto:reports@example.org”."
)

RULES = (
    Rule(
        id="RPT-NONE",
        title=text("There is no TLS reporting"),
        why=text(
            "Large senders would tell once a day how often encryption failed, and why. Without it "
            "a broken certificate shows by missing mail alone."
        ),
        fix=_EXAMPLE,
        references=(rfc("8460", "3"),),
        check=_check_none,
    ),
    Rule(
        id="RPT-LOOKUP-FAILED",
        title=text("The lookup of the record of TLS reporting fails"),
        why=text("Senders whose lookup fails as well send no reports."),
        fix=text("Ask another resolver; if it fails there too, look at the name servers."),
        references=(rfc("8460", "3"),),
        check=_check_lookup,
    ),
    Rule(
        id="RPT-SYNTAX",
        title=text("The record of TLS reporting is malformed"),
        why=text("Senders take it for none and send no reports."),
        fix=_EXAMPLE,
        references=(rfc("8460", "3"),),
        check=_check_syntax,
    ),
    Rule(
        id="RPT-MULTI",
        title=text("There are several records of TLS reporting"),
        why=text("Senders take several for none and send no reports."),
        fix=text("Keep one record; it may name several addresses, with commas between them."),
        references=(rfc("8460", "3"),),
        check=_check_several,
    ),
    Rule(
        id="RPT-URI",
        title=text("An address for TLS reports cannot be used"),
        why=text("Reports go to mailto: and https: addresses alone; others get none."),
        fix=text(
            "Write mailto: and an address, or https: and a URL. A comma, “!” or “;” within it has "
            "to be written as %2C, %21 or %3B; there is no size behind a “!” as with DMARC."
        ),
        references=(rfc("8460", "3"),),
        check=_check_addresses,
    ),
)
