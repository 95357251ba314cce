"""What is switched off covers what it names, the latest counts, and it is written as typed."""

from ipaddress import ip_address

import pytest

from mxgui.routing.route import route_of
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.outage import AS_RECORDS_SAY, Off, What, WhatIf
from tests.builders import an_inspection

HOSTS = {"mx.mail.example.net": "192.0.2.1 2001:db8::1", "mx2.example.org": "198.51.100.2"}
KNOWN = an_inspection(mx="10 mx.mail.example.net, 20 mx2.example.org", hosts=HOSTS)


def covered(what: What, target: str) -> set[str]:
    off = Off(what, target)
    return {
        own.address
        for host in route_of(KNOWN).hosts
        for own in host.addresses
        if off.covers(host, own.address)
    }


ONE, SIX, TWO = "192.0.2.1", "2001:db8::1", "198.51.100.2"


@pytest.mark.parametrize(
    ("what", "target", "expected"),
    [
        (What.HOST, "mx2.example.org", {TWO}),
        (What.HOST, "mx.example.org", set()),
        (What.ADDRESS, "2001:DB8:0::1", {SIX}),
        (What.TIER, "10", {ONE, SIX}),
        (What.FAMILY, "ipv4", {ONE, TWO}),
        (What.FAMILY, "ipv6", {SIX}),
        (What.PREFIX, "192.0.2.0/24", {ONE}),
        (What.PREFIX, "2001:db8::/32", {SIX}),
        (What.ZONE, "example.net", {ONE, SIX}),
        (What.ZONE, "mx2.example.org", {TWO}),
        (What.ZONE, "ample.net", set()),
    ],
)
def test_a_part_covers_the_addresses_that_it_names(what, target, expected):
    assert covered(what, target) == expected


def test_the_latest_of_several_parts_counts():
    host = route_of(KNOWN).hosts[0]
    parts = (Off(What.HOST, host.name), Off(What.FAMILY, "ipv6", Behaviour.SILENT))
    assert WhatIf(parts).how(host, SIX) is Behaviour.SILENT
    assert WhatIf(parts[::-1]).how(host, SIX) is Behaviour.REFUSED
    assert WhatIf(parts).how(route_of(KNOWN).hosts[1], TWO) is None
    assert ip_address(SIX).version == 6


@pytest.mark.parametrize(
    ("off", "written"),
    [
        (Off(What.HOST, "a.example"), "a.example:refused"),
        (Off(What.TIER, "10", Behaviour.SILENT), "preference=10:silent"),
        (Off(What.ZONE, "example.net", Behaviour.DEFERS), "zone=example.net:421"),
        (Off(What.FAMILY, "ipv6", Behaviour.TLS_BROKEN), "ipv6:tls"),
        (Off(What.ADDRESS, "192.0.2.1", Behaviour.MUTE), "192.0.2.1:mute"),
    ],
)
def test_a_part_is_written_as_on_the_command_line(off, written):
    assert off.spelled == written


def test_nothing_supposed_is_false():
    assert not AS_RECORDS_SAY
    assert WhatIf((Off(What.TIER, "10"),))
    assert WhatIf(as_probed=True)
    assert WhatIf(own="a.example")
