"""The names of real addresses, and the C library as a second opinion."""

from __future__ import annotations

import sys

import pytest

from tests.integration.hosts import HOSTS, Server
from tests.integration.inspecting import DNS_ONLY, inspect
from tests.integration.lab import Lab

DOMAINS = ("three-tiers.example", "many-addresses.example", "half-dead.example", "private.example")


def addresses(lab: Lab, domain: str) -> dict[str, dict]:
    """Each address of the route with all that is told of it."""
    hosts = inspect(lab, domain, *DNS_ONLY).hosts
    return {own["address"]: own for host in hosts for own in host["addresses"]}


def names_of(lab: Lab, address: str) -> list[str]:
    """The names that the C library finds for an address."""
    program = "import socket, sys; name, more, _ = socket.gethostbyaddr(sys.argv[1])"
    program += "; print(name, *(one for one in more if not one.endswith('arpa')))"
    return sorted(lab.run([sys.executable, "-c", program, address]).stdout.split())


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_address_has_the_names_that_the_c_library_finds(lab, domain):
    for address, own in addresses(lab, domain).items():
        if own["special"] not in (None, "documentation"):
            assert own["ptr"] is None  # nobody asked for it
        else:
            assert sorted(own["ptr"]) == names_of(lab, address)


def test_a_name_leads_back_where_it_is_the_hosts_own(lab):
    own_names = {
        str(address): host.name
        for host in HOSTS
        if host.server is not Server.ELSEWHERE
        for address in host.addresses
    }
    for address, own in addresses(lab, "three-tiers.example").items():
        assert own["ptr"] == [own_names[address]]
        assert own["forward_confirmed"] is True
