"""Who may issue certificates for the exchanges: CAA records, or none."""

from __future__ import annotations

from collections.abc import Iterator

from mxgui.model.text import text
from mxgui.routing.caa import caa_of
from mxgui.rules.case import Case
from mxgui.rules.finding import Finding, Severity
from mxgui.rules.listing import listed
from mxgui.rules.rule import Rule, rfc
from mxgui.rules.sts_class import candidates

_MOST_NAMES = 4  # in one sentence


def _check(case: Case) -> Iterator[Finding]:
    found = {host.name: caa_of(case.inspection, host.name) for host in candidates(case)}
    without = tuple(name for name, caa in found.items() if caa.is_known and not caa.records)
    if without:
        words = text("No CAA record holds for {hosts}", hosts=listed(without, _MOST_NAMES))
        yield Finding("TLS-CAA", Severity.INFO, case.domain, words)


RULES = (
    Rule(
        id="TLS-CAA",
        title=text("No CAA record holds for an exchange"),
        why=text(
            "Any authority may issue a certificate for its name. With MTA-STS the protection rests "
            "on those certificates; with DANE it does not."
        ),
        fix=text(
            "Publish a CAA record at the domain of the exchange that names the authorities which "
            'you use, as in “0 issue "ca.example.net"”.'
        ),
        references=(rfc("8659", "3"),),
        check=_check,
    ),
)
