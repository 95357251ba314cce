"""The domains about the records of MTA-STS and TLS reports."""

from mxgui.demo.domains.sts_records import DOMAINS
from mxgui.demo.group import Group


def test_each_shows_what_is_wrong_with_a_record():
    assert {domain.group for domain in DOMAINS} == {Group.STS}
    shown = [shown for domain in DOMAINS for shown in domain.shows]
    assert all(each.startswith(("STS-REC", "STS-LOOKUP", "RPT-")) for each in shown)
    assert len(shown) == len(DOMAINS)
