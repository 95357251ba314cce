"""The record that announces an MTA-STS policy: whether there is one, and one that counts."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.records import RecordType, Status
from mxgui.model.sts import RecordFault, misplaced_records
from mxgui.model.text import Text, counted, text
from mxgui.routing.labels import status_words
from mxgui.routing.planned import published_mx
from mxgui.routing.standing import is_certain
from mxgui.routing.sts import Sts, StsVerdict, sts_of
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.sts_class import candidates
from mxgui.rules.trouble import cut


def _check_none(case: Case) -> Iterator[Finding]:
    if sts_of(case.inspection).verdict is StsVerdict.NONE and _may_have_one(case):
        words = text("{domain} announces no MTA-STS policy", domain=case.domain)
        yield Finding("STS-NONE", Severity.INFO, case.domain, words)


def _may_have_one(case: Case) -> bool:
    return case.inspection.entry.domain.literal is None and bool(candidates(case))


def _check_lookup(case: Case) -> Iterator[Finding]:
    sts = sts_of(case.inspection)
    if sts.verdict is not StsVerdict.LOOKUP_FAILED or sts.answer is None:
        return
    # Where the same resolver finds the MX records, a failure is most likely the zone's own; silence
    # and a refusal are the resolver's.
    is_own = is_certain(published_mx(case.inspection)) and sts.answer.status in (
        Status.SERVFAIL,
        Status.LOOP,
    )
    words = text(
        "The lookup of {name} fails ({status}), so that it is not known if there is a policy",
        name=sts.answer.question.name,
        status=status_words(sts.answer),
    )
    severity = Severity.WARNING if is_own else Severity.INCONCLUSIVE
    yield Finding("STS-LOOKUP-FAILED", severity, case.domain, words, case.is_open and not is_own)


def _check_syntax(case: Case) -> Iterator[Finding]:
    sts = sts_of(case.inspection)
    record = sts.record
    if record.fault is RecordFault.VERSION:
        words = text(
            "The record at {name} does not begin with “v=STSv1;”, so that senders discard it: "
            "{record}",
            name=_name(sts),
            record=cut(record.texts[0]),
        )
        yield Finding("STS-REC-SYNTAX", Severity.ERROR, case.domain, words)
    if record.fault is RecordFault.SYNTAX:
        words = text(
            "The record at {name} has a part that is no field, so that it counts as none: {part}",
            name=_name(sts),
            part=_quoted(record.at_fault),
        )
        yield Finding("STS-REC-SYNTAX", Severity.ERROR, case.domain, words)


def _check_several(case: Case) -> Iterator[Finding]:
    sts = sts_of(case.inspection)
    if sts.record.fault is RecordFault.SEVERAL:
        words = counted(
            "{name} has {n} record of MTA-STS, which senders take for none",
            "{name} has {n} records of MTA-STS, so that senders take it for none",
            len(sts.record.texts),
            name=_name(sts),
        )
        yield Finding("STS-REC-MULTI", Severity.ERROR, case.domain, words)


def _check_id(case: Case) -> Iterator[Finding]:
    sts = sts_of(case.inspection)
    name = _name(sts)
    if sts.record.fault is RecordFault.ID_MISSING:
        words = text("The record at {name} has no id, so that it counts as none", name=name)
    elif sts.record.fault is RecordFault.ID_MALFORMED:
        words = text(
            "The id in the record at {name} is not made of 1 to 32 letters and digits, so that it "
            "counts as none: {id}",
            name=name,
            id=_quoted(sts.record.at_fault),
        )
    else:
        return
    yield Finding("STS-REC-ID", Severity.ERROR, case.domain, words)


def _check_duplicate(case: Case) -> Iterator[Finding]:
    sts = sts_of(case.inspection)
    if sts.record.fault is RecordFault.DUPLICATE:
        words = text(
            "The record at {name} has the field {tag} twice; the first one counts",
            name=_name(sts),
            tag=_quoted(sts.record.at_fault),
        )
        yield Finding("STS-REC-DUPTAG", Severity.WARNING, case.domain, words)


def _check_place(case: Case) -> Iterator[Finding]:
    """A record at the domain itself: an error where it stands instead of the right one."""
    sts = sts_of(case.inspection)
    texts = case.inspection.answer(case.domain, RecordType.TXT).texts
    if sts.answer is None or not misplaced_records(texts):
        return
    if sts.verdict is StsVerdict.NONE:
        words = text(
            "The record of MTA-STS stands at {domain} itself, where no sender looks, and not at "
            "{name}",
            domain=case.domain,
            name=_name(sts),
        )
        yield Finding(
            "STS-REC-WRONGPLACE", Severity.ERROR, case.domain, words, includes=("STS-NONE",)
        )
    else:
        words = text(
            "A record of MTA-STS stands at {domain} itself, where no sender looks",
            domain=case.domain,
        )
        yield Finding("STS-REC-WRONGPLACE", Severity.NOTICE, case.domain, words)


def _name(sts: Sts) -> str:
    return sts.answer.question.name if sts.answer else ""


def _quoted(words: str) -> str | Text:
    return f"“{cut(words)}”" if words else text("an empty one")


_WHY_NONE = text(
    "Senders go on as if there were no policy: they encrypt if they can, and whoever stands on the "
    "path can keep them from it."
)
_ONE_RECORD = text(
    "Publish exactly one TXT record at _mta-sts under the domain, as in “v=STSv1; "
    "id=20260101T000000”, where the id is made of letters and digits and changes with the policy."
)

RULES = (
    Rule(
        id="STS-NONE",
        title=text("No MTA-STS policy is announced"),
        why=text(
            "Senders encrypt if they can. Without MTA-STS or DANE, whoever stands on the path can "
            "keep them from it, or pretend to be the mail host."
        ),
        fix=text(
            "Publish a policy in testing mode, read the reports for some weeks, then enforce it. "
            "DANE protects as well, where the zone is signed."
        ),
        references=(rfc("8461"),),
        check=_check_none,
    ),
    Rule(
        id="STS-LOOKUP-FAILED",
        title=text("The lookup of the MTA-STS record fails"),
        why=text(
            "A sender that gets no answer either does not find the policy: mail flows, without "
            "the protection. Senders that know the policy already go on to use it."
        ),
        fix=text(
            "Ask another resolver. If it fails there too, see whether the name servers answer for "
            "names with an underscore, and whether DNSSEC is in order."
        ),
        references=(rfc("8461", "3.1"),),
        check=_check_lookup,
    ),
    Rule(
        id="STS-REC-SYNTAX",
        title=text("The MTA-STS record is malformed"),
        why=_WHY_NONE,
        fix=_ONE_RECORD,
        references=(rfc("8461", "3.1"),),
        check=_check_syntax,
    ),
    Rule(
        id="STS-REC-MULTI",
        title=text("There are several MTA-STS records"),
        why=_WHY_NONE,
        fix=_ONE_RECORD,
        references=(rfc("8461", "3.1"),),
        check=_check_several,
    ),
    Rule(
        id="STS-REC-WRONGPLACE",
        title=text("An MTA-STS record stands at the domain itself"),
        why=text("Senders look for it at _mta-sts under the domain, and nowhere else."),
        fix=text("Move the record to _mta-sts under the domain, or take it away if one is there."),
        references=(rfc("8461", "3.1"),),
        check=_check_place,
    ),
    Rule(
        id="STS-REC-ID",
        title=text("The id of the MTA-STS record is missing or malformed"),
        why=_WHY_NONE,
        fix=_ONE_RECORD,
        references=(rfc("8461", "3.1"),),
        check=_check_id,
    ),
    Rule(
        id="STS-REC-DUPTAG",
        title=text("A field stands twice in the MTA-STS record"),
        why=text(
            "The first one counts. Not every sender knows that: some may take the last one, or "
            "refuse the record."
        ),
        fix=text("Leave each field in the record once."),
        references=(rfc("8461", "3.1"), rfc("8461", "3.2")),
        check=_check_duplicate,
    ),
)
