"""The domains about TLS."""

from mxgui.demo.behaviour import Encryption, Papers
from mxgui.demo.domains import HOSTS
from mxgui.demo.domains.tls import DOMAINS
from mxgui.demo.group import Group


def test_they_are_of_one_group():
    assert {domain.group for domain in DOMAINS} == {Group.TLS}


def test_every_kind_of_certificate_and_of_handshake_is_shown_somewhere():
    manners = [host.manners_at(known) for host in HOSTS for known in host.addresses]
    assert {each.papers for each in manners} == set(Papers)
    assert {each.encryption for each in manners} == set(Encryption)
