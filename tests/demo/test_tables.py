"""The demo's DNS as records, zone by zone."""

from dataclasses import replace

from mxgui.demo.tables import NEGATIVE_TTL, Records, Tables, fqdn, kinds_of
from mxgui.demo.tree import Zone
from tests.demo.world import LOOKUP

TABLES = LOOKUP.tables


def zone(name: str) -> Zone:
    return TABLES.zones[name]


def records(zone_name: str, name: str, kind: str, tables: Tables = TABLES) -> Records:
    return tables.records(zone(zone_name), name, kind)


def test_records_are_written_as_in_a_master_file_with_the_zones_ttl():
    assert records("slow.example", "slow.example", "MX") == Records(
        300, ("10 slow.slow.example.", "20 quick.slow.example.")
    )
    assert records("null-mx.example", "null-mx.example", "MX").data == ("0 .",)
    assert records("example", "moved.example", "CNAME").data == ("one-host.example.",)


def test_a_zone_has_its_servers_and_its_serial():
    assert records("dane.example", "dane.example", "NS").data == (
        "ns1.demo.example.",
        "ns2.demo.example.",
    )
    soa = records("dane.example", "dane.example", "SOA")
    assert soa.ttl == NEGATIVE_TTL
    assert soa.data[0].split()[2] == "2026010101"


def test_a_parent_may_know_other_servers_than_the_zone_itself():
    parents = records("example", "other-servers.example", "NS").data
    assert parents == ("ns1.demo.example.", "ns3.demo.example.")
    assert records("other-servers.example", "other-servers.example", "NS").data != parents


def test_a_server_that_missed_a_change_has_another_serial_and_other_records():
    old = replace(TABLES, is_old=True)
    name = "two-answers.example"
    assert records(name, name, "MX", old).data == ("10 mx1.two-answers.example.",)
    assert records(name, name, "SOA", old) != records(name, name, "SOA")
    assert records("dane.example", "dane.example", "MX", old) == records(
        "dane.example", "dane.example", "MX"
    )


def test_names_exist_for_others_below_them():
    assert TABLES.exists(zone("many.example"), "north.many.example")
    assert TABLES.exists(zone("dane.example"), "_tcp.mx.dane.example")
    assert TABLES.kinds(zone("dane.example"), "_tcp.mx.dane.example") == set()
    assert not TABLES.exists(zone("example"), "missing.example")


def test_a_delegation_has_a_ds_record_if_the_zone_is_vouched_for():
    assert TABLES.kinds(zone("example"), "dane.example") == {"NS", "DS"}
    assert TABLES.kinds(zone("example"), "unsigned.example") == {"NS"}
    assert TABLES.kinds(zone("example"), "no-ds.example") == {"NS"}


def test_an_alias_has_nothing_beside_it():
    assert set(kinds_of(TABLES.names["moved.example"])) == {"CNAME"}


def test_pins_are_of_the_hosts_own_certificate():
    [pin] = records("dane-one-record.example", "_25._tcp.mx.dane-one-record.example", "TLSA").data
    assert pin.startswith("3 1 1 ")
    assert len(pin.split()[3]) == 64


def test_the_root_is_written_as_its_dot():
    assert fqdn(".") == "."
    assert fqdn("a.b") == "a.b."
