"""What was not asked afresh in this run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from math import ceil

from mxgui.model.text import counted, text
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.rule import Rule, rfc


def _check(case: Case) -> Iterator[Finding]:
    ages = [probe.reused_age for probe in case.probes if probe.reused_age is not None]
    if ages:
        words = counted(
            "{n} probe is taken from an inspection {age} before",
            "{n} probes are taken from inspections up to {age} before",
            len(ages),
            age=timedelta(seconds=max(1, ceil(max(ages)))),
        )
        yield Finding("META-CACHED", Severity.INFO, case.domain, words, case.inspection.running)


RULES = (
    Rule(
        id="META-CACHED",
        title=text("Some probes are taken from shortly before"),
        why=text(
            "An address that answered a moment ago is not knocked at again, out of politeness. "
            "What has changed since then is not seen."
        ),
        fix=text("Probe again where it matters: then every address is asked afresh."),
        references=(rfc("5321", "4.5.4.1"),),
        check=_check,
    ),
)
