"""The domains about mail hosts."""

from mxgui.demo.domains.hosts import DOMAINS
from mxgui.demo.group import Group


def test_they_are_of_one_group_and_each_shows_something():
    assert {domain.group for domain in DOMAINS} == {Group.HOSTS}
    assert all(domain.shows for domain in DOMAINS)
