"""The demo's domains: enough of them, each told in a sentence, none leading anywhere real."""

import pytest

from mxgui.demo.hosts import HOSTS
from mxgui.demo.names import names_of_demo
from mxgui.demo.zones import DOMAINS
from mxgui.model.domain import Domain

UNREAL = {"gone.lost-target.example", "192.0.2.44", "."}


def test_the_domains_of_the_readme_are_there():
    names = {domain.name for domain in DOMAINS}
    assert names >= {
        "three-tiers.example",
        "one-host.example",
        "null-mx.example",
        "implicit.example",
        "half-dead.example",
        "slow.example",
        "rejects.example",
        "bücher.example",
        "alias.example",
        "nowhere.example",
        "many.example",
        "self-signed.example",
    }


@pytest.mark.parametrize("domain", DOMAINS, ids=lambda domain: domain.ascii)
def test_every_domain_can_be_typed_and_says_in_a_sentence_what_it_shows(domain):
    assert Domain.parse(domain.name).ascii == domain.ascii
    assert domain.ascii.endswith(".example")
    assert str(domain.what).endswith(".")


def test_no_domain_is_there_twice():
    assert len({domain.ascii for domain in DOMAINS}) == len(DOMAINS)


def test_every_exchange_exists_unless_its_absence_is_the_point():
    names = names_of_demo()
    wanted = {mx.exchange for domain in DOMAINS for mx in domain.exchanges}
    assert wanted - set(names) == UNREAL


def test_every_host_is_the_exchange_of_a_domain():
    used = {mx.exchange for domain in DOMAINS for mx in domain.exchanges}
    used |= {domain.ascii for domain in DOMAINS}
    assert {host.name for host in HOSTS} <= used


def test_the_large_domain_has_forty_exchanges_and_eighty_addresses():
    many = next(domain for domain in DOMAINS if domain.name == "many.example")
    names = names_of_demo()
    addresses = [found for mx in many.exchanges for found in names[mx.exchange].addresses]
    assert len(many.exchanges) == 40
    assert len({mx.preference for mx in many.exchanges}) == 4
    assert len(set(addresses)) == 80
