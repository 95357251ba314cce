"""The domains about DNS."""

from mxgui.demo.domains.lookups import DOMAINS
from mxgui.demo.group import Group
from mxgui.demo.name_servers import NAME_SERVERS, Manner
from mxgui.demo.zone import Trouble


def test_every_way_to_fail_is_shown():
    assert {domain.group for domain in DOMAINS} == {Group.DNS}
    assert {domain.trouble for domain in DOMAINS} >= set(Trouble)


def test_every_manner_of_a_name_server_is_shown():
    used = {server for domain in DOMAINS for server in domain.servers}
    assert {host.manner for host in NAME_SERVERS if host.name in used} == set(Manner)
