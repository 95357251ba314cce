"""The domains about routes."""

from mxgui.demo.domains.routes import DOMAINS, MANY
from mxgui.demo.group import Group
from mxgui.demo.names import names_of_demo


def test_they_are_of_one_group():
    assert {domain.group for domain in DOMAINS} == {Group.ROUTES}


def test_the_large_domain_has_forty_exchanges_and_eighty_addresses():
    many = next(domain for domain in DOMAINS if domain.name == "many.example")
    names = names_of_demo()
    addresses = [found for mx in many.exchanges for found in names[mx.exchange].addresses]
    assert len(many.exchanges) == len(MANY) == 40
    assert len({mx.preference for mx in many.exchanges}) == 4
    assert len(set(addresses)) == 80
