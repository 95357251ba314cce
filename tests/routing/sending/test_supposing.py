"""Parts go off and on again, alone or with what they belong to."""

import pytest

from mxgui.routing.route import route_of
from mxgui.routing.sending.behaviour import Behaviour
from mxgui.routing.sending.outage import AS_RECORDS_SAY, Off, What, WhatIf
from mxgui.routing.sending.supposing import (
    Part,
    Parts,
    Standing,
    baseline,
    off_of,
    parts_of,
    standing_of,
    switched_off,
    switched_on,
)
from tests.builders import an_inspection
from tests.routing.sending.supposed import a_what_if

HOSTS = {
    "a.example.org": "192.0.2.1 2001:db8::1",
    "b.example.org": "192.0.2.2",
    "backup.relay.example.net": "203.0.113.5",
}
ROUTE = route_of(
    an_inspection(mx="10 a.example.org, 10 b.example.org, 20 backup.relay.example.net", hosts=HOSTS)
)
A_SILENT = Off(What.HOST, "a.example.org", Behaviour.SILENT)


def targets(parts: tuple[Part, ...]) -> list[str]:
    return [part.target for part in parts]


def test_everything_with_an_address_can_be_switched_off():
    parts = parts_of(ROUTE)
    assert targets(parts.tiers) == ["10", "20"]
    assert targets(parts.tiers[0].below) == ["a.example.org", "b.example.org"]
    assert targets(parts.tiers[0].below[0].below) == ["2001:db8::1", "192.0.2.1"]
    assert targets(parts.families) == ["ipv4", "ipv6"]
    assert targets(parts.prefixes) == ["2001:db8::/48", "192.0.2.0/24", "203.0.113.0/24"]
    assert targets(parts.zones) == ["example.org", "relay.example.net"]


def test_a_route_without_hosts_has_no_parts():
    parts = parts_of(route_of(an_inspection(mx="0 .")))
    assert parts == Parts()


def test_a_part_is_off_once_in_its_latest_manner():
    what_if = switched_off(switched_off(AS_RECORDS_SAY, A_SILENT), Off(What.FAMILY, "ipv6"))
    again = switched_off(what_if, Off(What.HOST, "a.example.org", Behaviour.REJECTS))
    assert [off.spelled for off in again.off] == ["ipv6:refused", "a.example.org:554"]
    part = Part(What.HOST, "a.example.org")
    assert off_of(again, part) == again.off[1]
    assert [off.spelled for off in switched_on(again, Part(What.FAMILY, "ipv6"), ROUTE).off] == [
        "a.example.org:554"
    ]


@pytest.mark.parametrize(
    ("written", "part", "wanted"),
    [
        ("preference=10:silent", Part(What.HOST, "a.example.org"), ["b.example.org:silent"]),
        (
            "preference=10:silent",
            Part(What.ADDRESS, "192.0.2.1"),
            ["2001:db8::1:silent", "b.example.org:silent"],
        ),
        ("ipv4:421", Part(What.PREFIX, "192.0.2.0/24"), ["backup.relay.example.net:421"]),
        ("192.0.2.1 2001:db8::1", Part(What.HOST, "a.example.org"), []),
        ("b.example.org", Part(What.HOST, "a.example.org"), ["b.example.org:refused"]),
        ("ipv6", Part(What.TIER, "10"), []),
    ],
)
def test_what_was_off_with_others_comes_on_alone(written, part, wanted):
    what_if = switched_on(a_what_if(written), part, ROUTE)
    assert [off.spelled for off in what_if.off] == wanted


@pytest.mark.parametrize(
    ("what", "target", "wanted"),
    [
        (What.HOST, "a.example.org", Standing.OFF),
        (What.ADDRESS, "192.0.2.1", Standing.OFF_WITH),
        (What.TIER, "10", Standing.PARTLY),
        (What.FAMILY, "ipv6", Standing.OFF_WITH),
        (What.FAMILY, "ipv4", Standing.PARTLY),
        (What.HOST, "b.example.org", Standing.ON),
        (What.HOST, "not.there.example", Standing.ON),
    ],
)
def test_a_part_stands_as_its_addresses_do(what, target, wanted):
    what_if = switched_off(AS_RECORDS_SAY, A_SILENT)
    assert standing_of(what_if, Part(what, target), ROUTE) is wanted


@pytest.mark.parametrize(
    ("what_if", "wanted"),
    [
        (WhatIf((A_SILENT,)), AS_RECORDS_SAY),
        (WhatIf((A_SILENT,), as_probed=True), WhatIf(as_probed=True)),
        (WhatIf(as_probed=True), AS_RECORDS_SAY),
        (WhatIf(own="a.example.org"), AS_RECORDS_SAY),
    ],
)
def test_a_what_if_is_compared_with_its_own_beginning(what_if, wanted):
    assert baseline(what_if) == wanted
