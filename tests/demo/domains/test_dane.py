"""The domains about DANE."""

from mxgui.demo.domains.dane import DOMAINS
from mxgui.demo.group import Group

VERDICTS = {
    "DANE-MATCH",
    "DANE-NOT-APPLICABLE",
    "DANE-SERVFAIL",
    "DANE-MISMATCH",
    "DANE-MISMATCH-SOME-ADDR",
    "DANE-OUTRANKED",
    "DANE-UNUSABLE",
    "DANE-TA-NO-CHAIN",
    "DANE-TA-NAME",
    "DANE-NO-STARTTLS",
    "DANE-PARTIAL",
    "DANE-ROLLOVER",
    "DANE-ROLLOVER-RISK",
    "DANE-ALIAS",
}


def test_there_is_a_domain_for_every_verdict():
    assert {domain.group for domain in DOMAINS} == {Group.DANE}
    assert {shown for domain in DOMAINS for shown in domain.shows} >= VERDICTS
