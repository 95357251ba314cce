"""The domains about DNSSEC."""

from mxgui.demo.domains.dnssec import DOMAINS
from mxgui.demo.group import Group
from mxgui.demo.zone import Denial, Signing


def test_every_way_to_sign_a_zone_and_to_deny_is_shown():
    assert {domain.group for domain in DOMAINS} == {Group.DNSSEC}
    assert {domain.signing for domain in DOMAINS} == set(Signing)
    assert {domain.denial for domain in DOMAINS} == set(Denial)
