"""The groups of the demo's domains."""

from mxgui.demo.domains import DOMAINS
from mxgui.demo.group import Group


def test_every_group_has_a_title_of_its_own():
    assert len({str(group.title) for group in Group}) == len(Group)


def test_domains_are_offered_group_by_group():
    offered = [domain.group for domain in DOMAINS]
    assert offered == sorted(offered, key=list(Group).index)
