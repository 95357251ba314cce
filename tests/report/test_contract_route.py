"""The route in the JSON of format 1 keeps every record and how it was found."""

from typing import Any

from mxgui.model.inspection import Inspection
from mxgui.model.records import Alias, ExtendedError, Status
from mxgui.report.contract_route import route_value
from mxgui.routing.route import route_of
from tests.builders import a_failed_answer, an_answer, an_inspection
from tests.report.samples import failures, unknown


def told(inspection: Inspection) -> dict[str, Any]:
    return route_value(inspection, route_of(inspection))


def test_every_record_stays_in_its_tier_with_its_mark():
    value = told(failures())
    specials = {
        host["name"]: host["special"] for tier in value["tiers"] for host in tier["hosts"][:1]
    }
    assert [tier["preference"] for tier in value["tiers"]] == [5, 10, 20, 30, 40]
    assert specials["."] == "null"
    assert specials["192.0.2.9"] == "literal"
    assert value["tiers"][3]["hosts"][0]["special"] == "duplicate"


def test_a_failed_lookup_tells_how_it_failed():
    value = told(unknown())
    assert (value["kind"], value["status"], value["tiers"]) == ("unknown", "servfail", [])
    assert value["ede"] == [{"code": 6, "text": "DNSSEC bogus"}, {"code": 22, "text": ""}]


def test_shares_are_numbers_and_add_up():
    value = told(an_inspection(mx="10 a.example, 10 b.example, 10 c.example"))
    hosts = value["tiers"][0]["hosts"]
    assert [host["share"] for host in hosts] == [0.333333] * 3
    assert hosts[0]["addresses"][0]["share"] == 0.333333


def test_aliases_stand_as_the_names_they_lead_to():
    steps = (Alias("mx1.example.org", "a.example", 60), Alias("a.example", "b.example", 60))
    answer = an_answer("mx1.example.org", "A", "192.0.2.1", aliases=steps)
    host = told(an_inspection(answers=(answer,)))["tiers"][0]["hosts"][0]
    assert host["alias_chain"] == ["a.example", "b.example"]


def test_both_lookups_are_told_apart():
    answer = a_failed_answer("mx1.example.org", "AAAA", ede=(ExtendedError(9),))
    host = told(an_inspection(answers=(answer,)))["tiers"][0]["hosts"][0]
    assert host["lookups"] == {"a": "noerror", "aaaa": Status.SERVFAIL.value}
    assert host["ede"] == [{"code": 9, "text": ""}]


def test_the_resolvers_word_on_dnssec_stands_with_each_answer():
    answer = an_answer("mx1.example.org", "A", "192.0.2.1", ad=True)
    host = told(an_inspection(answers=(answer,)))["tiers"][0]["hosts"][0]
    assert host["addresses"][0]["ad"] is True
    assert host["addresses"][0]["dnssec"] is None


def test_international_hosts_are_given_in_both_forms():
    host = told(an_inspection(mx="10 xn--bcher-kva.example"))["tiers"][0]["hosts"]
    assert (host[0]["name"], host[0]["unicode"]) == ("xn--bcher-kva.example", "bücher.example")


def test_the_names_of_an_address_are_told_and_whether_they_lead_back():
    ptr = an_answer("1.2.0.192.in-addr.arpa", "PTR", "mx1.example.org")
    address = told(an_inspection(answers=(ptr,)))["tiers"][0]["hosts"][0]["addresses"][0]
    assert address["ptr"] == ["mx1.example.org"]
    assert address["forward_confirmed"] is True


def test_no_name_is_an_empty_list_and_a_failed_lookup_is_null():
    name = "1.2.0.192.in-addr.arpa"
    for answer, names in (
        (an_answer(name, "PTR"), []),
        (a_failed_answer(name, "PTR"), None),
    ):
        address = told(an_inspection(answers=(answer,)))["tiers"][0]["hosts"][0]["addresses"][0]
        assert address["ptr"] == names
        assert address["forward_confirmed"] is None
