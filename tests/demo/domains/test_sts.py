"""The domains about MTA-STS policies."""

from mxgui.demo.domains.sts import DOMAINS
from mxgui.demo.group import Group


def test_each_has_a_record_and_a_policy_or_lacks_the_host_on_purpose():
    assert {domain.group for domain in DOMAINS} == {Group.STS}
    assert all("_mta-sts TXT" in domain.records for domain in DOMAINS)
    without = [domain.name for domain in DOMAINS if domain.policy is None]
    assert without == ["sts-no-host.example"]
