"""What the demo's DNS holds, from its domains and its hosts together."""

from ipaddress import ip_address

from mxgui.demo.names import names_of_demo
from mxgui.demo.zone import Entry, Trouble
from mxgui.model.records import Mx


def test_a_domain_has_its_mx_records_and_a_host_its_addresses():
    names = names_of_demo()
    assert names["one-host.example"].mx == (Mx(10, "mail.one-host.example"),)
    assert names["mail.one-host.example"].addresses == (ip_address("192.0.2.20"),)


def test_a_domain_that_is_its_own_host_has_addresses_and_no_mx():
    owner = names_of_demo()["implicit.example"]
    assert owner.mx == ()
    assert [address.version for address in owner.addresses] == [4, 6]


def test_aliases_and_troubles_are_kept_by_name():
    names = names_of_demo()
    assert names["mail.alias.example"].alias == "frontend.alias.example"
    assert names["_25._tcp.mx1.dane-lookup-fails.example"].trouble is Trouble.SERVFAIL
    assert names["servfail.example"].trouble is Trouble.SERVFAIL
    assert names["mx.no-address.example"].addresses == ()


def test_an_address_without_a_place_is_left_out_and_one_place_is_given_once():
    names = names_of_demo(lambda address: None if ":" in address else "127.0.0.1")
    assert names["mx-a.three-tiers.example"].addresses == (ip_address("127.0.0.1"),)
    assert names["inside.private.example"].addresses == (ip_address("127.0.0.1"),)
    assert names["mx.ipv6-only.example"].addresses == ()


def test_addresses_have_names_but_where_that_is_the_point():
    names = names_of_demo()
    assert names["20.2.0.192.in-addr.arpa"].entries == (Entry("PTR", "mail.one-host.example."),)
    [nameless] = names["mx.no-reverse.example"].addresses
    assert nameless.reverse_pointer not in names
    [elsewhere] = names["mx.reverse-elsewhere.example"].addresses
    assert names[elsewhere.reverse_pointer].entries[0].data == "mail.one-host.example."


def test_an_address_that_two_hosts_share_has_the_name_of_the_first():
    assert len(names_of_demo()["43.2.0.192.in-addr.arpa"].entries) == 1


def test_a_domain_that_does_not_exist_is_no_name():
    assert "missing.example" not in names_of_demo()


def test_policy_hosts_and_name_servers_have_addresses():
    names = names_of_demo()
    assert names["mta-sts.sts.example"].addresses
    assert "mta-sts.sts-no-host.example" not in names
    assert [address.version for address in names["ns1.demo.example"].addresses] == [4, 6]


def test_tlsa_records_are_there_for_the_port_that_hosts_are_reached_at():
    names, owner = names_of_demo(port=2525), "mx.dane.example"
    assert names[f"_2525._tcp.{owner}"].entries == names[f"_25._tcp.{owner}"].entries
    assert names["_2525._tcp.mx.dane-elsewhere.example"].alias == "_dane.dane-elsewhere.example"
    assert names["_2525._tcp.mx1.dane-lookup-fails.example"].trouble is Trouble.SERVFAIL
    assert "_2525._tcp.mx.dane.example" not in names_of_demo()
