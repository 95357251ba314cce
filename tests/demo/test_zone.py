"""A domain of the demo reads its MX records as a master file writes them."""

import pytest

from mxgui.demo.group import Group
from mxgui.demo.hosts import host
from mxgui.demo.zone import DemoDomain, Entry, Signing
from mxgui.model.records import Mx
from mxgui.model.text import text

ANY = text("Whatever.")


@pytest.mark.parametrize(
    ("written", "records"),
    [
        ("", ()),
        ("0 .", (Mx(0, "."),)),
        ("10 mx", (Mx(10, "mx.here.example"),)),
        (
            "10 a, 20 b.there.example.",
            (Mx(10, "a.here.example"), Mx(20, "b.there.example")),
        ),
    ],
)
def test_a_host_name_is_relative_unless_it_ends_in_a_dot(written, records):
    assert DemoDomain("here.example", ANY, Group.ROUTES, mx=written).exchanges == records


def test_dns_holds_an_international_name_in_a_labels():
    domain = DemoDomain("bücher.example", ANY, Group.ROUTES, mx="10 mx")
    assert domain.ascii == "xn--bcher-kva.example"
    assert domain.exchanges == (Mx(10, "mx.xn--bcher-kva.example"),)


def test_other_records_stand_line_by_line():
    written = '@ TXT "v=spf1 -all"\n_25._tcp.mx TLSA 3 1 1 own\nmx1 SERVFAIL'
    domain = DemoDomain("here.example", ANY, Group.ROUTES, records=written)
    assert list(domain.entries()) == [
        ("here.example", Entry("TXT", '"v=spf1 -all"')),
        ("_25._tcp.mx.here.example", Entry("TLSA", "3 1 1 own")),
        ("mx1.here.example", Entry("SERVFAIL", "")),
    ]


def test_hosts_have_whole_names():
    hosts = (host("@", "192.0.2.1"), host("mx", "192.0.2.2"), host("a.there.example.", "192.0.2.3"))
    domain = DemoDomain("here.example", ANY, Group.ROUTES, hosts=hosts)
    names = [known.name for known in domain.mail_hosts]
    assert names == ["here.example", "mx.here.example", "a.there.example"]


def test_records_before_a_change_are_those_of_today_unless_told():
    unchanged = DemoDomain("here.example", ANY, Group.DNS, mx="10 a")
    assert unchanged.old_exchanges == unchanged.exchanges
    changed = DemoDomain("here.example", ANY, Group.DNS, mx="10 a", old_mx="10 b")
    assert changed.old_exchanges == (Mx(10, "b.here.example"),)


def test_only_a_zone_whose_parent_vouches_for_it_can_be_broken():
    broken = {signing for signing in Signing if signing.is_broken}
    assert broken.isdisjoint({Signing.SIGNED, Signing.UNSIGNED, Signing.NO_DS})
    assert len(broken) == 5
