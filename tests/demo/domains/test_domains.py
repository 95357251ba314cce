"""The demo's domains: enough of them, each told in a sentence, none leading anywhere real."""

import pytest

from mxgui.demo.domains import DOMAINS, HOSTS
from mxgui.demo.names import names_of_demo
from mxgui.demo.tree import ancestors
from mxgui.model.domain import Domain

UNREAL = {"gone.lost-target.example", "192.0.2.44", ".", "any-name.mail.wildcard.example"}
UNUSED = {"served-by.mail.wildcard.example"}  # what a wildcard stands for
NAMES = names_of_demo()


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
    assert len({str(domain.what) for domain in DOMAINS}) == len(DOMAINS)


def test_every_exchange_exists_unless_its_absence_is_the_point():
    wanted = {mx.exchange for domain in DOMAINS for mx in domain.exchanges}
    assert wanted - set(NAMES) == UNREAL


def test_every_host_is_the_exchange_of_a_domain_or_behind_one():
    used = {mx.exchange for domain in DOMAINS for mx in domain.exchanges}
    used |= {mx.exchange for domain in DOMAINS for mx in domain.planned_exchanges}
    used |= {domain.ascii for domain in DOMAINS} | UNUSED
    used |= {owner.alias for owner in NAMES.values() if owner.alias}
    assert {host.name for host in HOSTS} <= used


def test_every_name_lies_within_its_own_domain():
    for domain in DOMAINS:
        for name, _ in domain.entries():
            assert domain.ascii in ancestors(name)
